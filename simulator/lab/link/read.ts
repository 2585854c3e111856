import type { Lab } from '../lab.ts';
import { numberIn, unescaped } from './escape.ts';
import { type Field, fieldsOf } from './fields.ts';
import { filesOf } from './files.ts';
import { type LabLink, LINK_VERSION, type LinkProblem } from './link.ts';
import { readFiles, withStartFiles } from './read-files.ts';
import { type Tell, withField } from './read-lab.ts';
import { readRun } from './read-run.ts';

/** A longer link is refused as a whole: characters, unpacked. */
const LONGEST_LINK = 1_000_000;

/** Fields that may stand in a link more than once. */
const REPEATED = new Set(['s', 'f', 'a']);
const KNOWN = new Set([
  'v',
  'lab',
  'seed',
  'tomcats',
  'redis',
  'visitors',
  'windows',
  'localhost',
  'addresses',
  's',
  'f',
  'a',
  'end',
  'at',
  'h',
]);

/** What came of reading a link. */
export interface ReadLink {
  /** What could be taken; `undefined`: the link names no lab that there is. */
  link: LabLink | undefined;
  problems: LinkProblem[];
}

/**
 * Reads a link's text as `linkFields` writes it, and checks it against the lab that it names. Never throws, takes time
 * linear in the text, and drops nothing without a problem.
 * @param baseOf the labs that a link may name; it may throw nothing.
 */
export function readLink(text: string, baseOf: (id: string) => Lab | undefined): ReadLink {
  const problems: LinkProblem[] = [];
  const tell: Tell = (code, { token, at }) => problems.push({ code, token, at });
  if (text.length > LONGEST_LINK) {
    tell('too-long', { token: text.slice(0, 80), at: 0 });
    return { link: undefined, problems };
  }
  const fields = knownFields(fieldsOf(text), tell);
  readVersion(
    fields.find(({ key }) => key === 'v'),
    tell,
  );
  const named = fields.find(({ key }) => key === 'lab');
  const id = named && unescaped(named.value);
  const base = id === undefined ? undefined : baseOf(id);
  if (id === undefined || !base) {
    tell(named ? 'unknown-lab' : 'no-lab', named ?? { token: text.slice(0, 80), at: 0 });
    return { link: undefined, problems };
  }
  return { link: contentOf(id, base, fields, tell), problems: problems.sort((a, b) => a.at - b.at) };
}

function knownFields(fields: readonly Field[], tell: Tell): Field[] {
  const seen = new Set<string>();
  return fields.filter((field) => {
    const { key } = field;
    const code = !KNOWN.has(key) ? 'unknown-field' : seen.has(key) && !REPEATED.has(key) ? 'repeated-field' : undefined;
    if (code) tell(code, field);
    seen.add(key);
    return !code;
  });
}

function readVersion(field: Field | undefined, tell: Tell): void {
  if (!field) return tell('no-version', { token: '', at: 0 });
  const version = numberIn(field.value, Number.MAX_SAFE_INTEGER);
  if (version === undefined) tell('bad-number', field);
  else if (version !== LINK_VERSION) tell('newer-version', field);
}

function contentOf(id: string, base: Lab, fields: readonly Field[], tell: Tell): LabLink {
  let topology = base;
  for (const field of fields) topology = withField(topology, field, tell) ?? topology;
  const lab = withStartFiles(topology, fields, tell);
  const files = readFiles(fields, filesOf(lab), tell);
  return { base: id, lab, files, run: readRun(lab, files, fields, tell) };
}
