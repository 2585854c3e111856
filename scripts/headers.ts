import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As Node sends them: a name that several rules give is sent once for each. */
export type Headers = Record<string, string[]>;

interface Rule {
  pattern: RegExp;
  headers: [name: string, value: string][];
}

/** What the `_headers` file of a folder says of an address; without the file, nothing. */
export function headersIn(folder: string): (pathname: string) => Headers {
  const file = join(folder, '_headers');
  const rules = existsSync(file) ? rulesOf(readFileSync(file, 'utf8')) : [];
  return (pathname) => {
    const said: Headers = {};
    for (const { pattern, headers } of rules) {
      if (!pattern.test(pathname)) continue;
      for (const [name, value] of headers) {
        said[name] ??= [];
        said[name].push(value);
      }
    }
    return said;
  };
}

/** A pattern on a line of its own, in which `*` is anything; its headers below it, further in. */
function rulesOf(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([(header[1] as string).toLowerCase(), header[2] as string]);
    else if (line.trim()) rules.push({ pattern: patternOf(line.trim()), headers: [] });
  }
  return rules;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
