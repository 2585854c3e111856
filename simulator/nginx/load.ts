import { openSource, readToken } from './conf/lexer.ts';
import type { Directive, NginxTree } from './conf/tree.ts';
import { readSettings } from './settings/read.ts';
import type { NginxSettings } from './settings/settings.ts';
import type { Resolve } from './settings/upstream.ts';

/** What reading nginx.conf came to: settings, or the lines that nginx prints before it gives up. Warnings come with both. */
export interface Loaded {
  settings: NginxSettings | undefined;
  lines: string[];
}

/** Reads `nginx.conf` with its includes as start and reload do. */
export function load(files: Readonly<Record<string, string>>, resolve: Resolve): Loaded {
  const tree: NginxTree = { file: 'nginx.conf', directives: parseFile(files, 'nginx.conf') };
  return { settings: readSettings(tree, resolve), lines: [] };
}

function parseFile(files: Readonly<Record<string, string>>, file: string): Directive[] {
  const source = openSource(file, files[file] ?? '');
  const block = (): Directive[] => {
    const directives: Directive[] = [];
    for (;;) {
      const token = readToken(source, () => {});
      if (token.kind === 'close' || token.kind === 'eof') return directives;
      const [name, ...args] = token.words;
      if (!name) continue;
      const line = source.line;
      const directive: Directive = {
        name: name.text,
        args,
        file,
        line,
        from: name.from,
        to: source.at,
        nameRange: name,
      };
      if (token.kind === 'block') directive.block = block();
      if (name.text === 'include') directive.included = parseFile(files, args[0]?.text ?? '');
      directives.push(directive);
    }
  };
  return block();
}
