/** What `npm audit --json` says of a package. Of `via`, an object is an advisory, and a word a package that has one. */
interface Vulnerable {
  name: string;
  severity: string;
  via: (string | { title: string; url: string; severity: string })[];
  nodes: string[];
}

/** What came of asking: `unasked` says why nobody could answer. */
export type Judgement = { kind: 'unasked'; reason: string } | { kind: 'asked'; shipped: string[]; others: string[] };

const grave = ['high', 'critical'];

/** Judges an answer of `npm audit --json`: the grave advisories, those of what is `shipped` apart, one a line. */
export function judged(answer: string, shipped: ReadonlySet<string>): Judgement {
  const said = parsed(answer);
  if (said?.vulnerabilities === undefined)
    return { kind: 'unasked', reason: said?.message ?? said?.error?.summary ?? 'npm gave no answer' };
  const judgement = { kind: 'asked' as const, shipped: [] as string[], others: [] as string[] };
  for (const { name, via, nodes } of Object.values(said.vulnerabilities))
    for (const advisory of via) {
      if (typeof advisory === 'string' || !grave.includes(advisory.severity)) continue;
      const line = `${name}: ${advisory.title} (${advisory.severity}, ${advisory.url})`;
      judgement[nodes.some((path) => shipped.has(path)) ? 'shipped' : 'others'].push(line);
    }
  return judgement;
}

interface Answer {
  vulnerabilities?: Record<string, Vulnerable>;
  message?: string;
  error?: { summary?: string };
}

function parsed(answer: string): Answer | undefined {
  try {
    return JSON.parse(answer);
  } catch {
    return;
  }
}
