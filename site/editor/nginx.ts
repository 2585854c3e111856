import type { Problem } from '../../simulator/core/text.ts';
import { allCommands, commandsNamed } from '../../simulator/nginx/conf/catalogue.ts';
import { openSource, readToken } from '../../simulator/nginx/conf/lexer.ts';
import type { EditorLanguage } from './language.ts';

export const nginx: EditorLanguage = {
  id: 'nginx',
  problems(files, name) {
    const text = files[name] ?? '';
    const source = openSource(name, text);
    const problems: Problem[] = [];
    for (;;) {
      const token = readToken(source, (f) =>
        problems.push({
          code: `nginx.${f.code}`,
          severity: 'error',
          file: name,
          values: f.values,
          line: f.line,
          from: f.from,
          to: f.to,
        }),
      );
      if (token.kind === 'eof') return problems;
      if (token.kind === 'close') continue;
      const word = token.words[0];
      if (word && commandsNamed(word.text).length === 0)
        problems.push({
          code: 'nginx.unknown-directive',
          severity: 'error',
          file: name,
          line: source.line,
          from: word.from,
          to: word.to,
          values: { name: word.text },
        });
      if (word?.text === 'sendfile')
        problems.push({
          code: 'nginx.no-effect',
          severity: 'hint',
          file: name,
          line: source.line,
          from: word.from,
          to: word.to,
          values: { name: word.text },
        });
    }
  },
  complete: (files, name, at) =>
    [...allCommands().keys()].map((label) => ({
      label,
      insert: label === 'ip_hash' ? 'ip_hash;' : `${label} \${1};`,
      kind: 'directive' as const,
      doc: `nginx/${label}`,
    })),
  hover(files, name, at) {
    const text = files[name] ?? '';
    let from = at,
      to = at;
    while (from > 0 && /\w/.test(text[from - 1] as string)) from--;
    while (to < text.length && /\w/.test(text[to] as string)) to++;
    const label = text.slice(from, to);
    return commandsNamed(label).length
      ? { label, insert: label, kind: 'directive', doc: `nginx/${label}`, from, to }
      : undefined;
  },
  fixes: () => [],
  words: (p) =>
    p.code === 'nginx.unknown-directive'
      ? `unknown directive "${p.values['name']}" in ${p.file}:${p.line}`
      : `${p.code} in ${p.file}:${p.line}`,
};
