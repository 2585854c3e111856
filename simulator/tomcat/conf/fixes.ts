import type { Files, Fix } from '../../core/language.ts';
import type { Problem } from '../../core/text.ts';
import { traitsOf } from '../version.ts';
import { librariesIn } from './libraries.ts';
import { releaseOf } from './release.ts';
import { attributesOf, elementsIn, ruleAt, vocabularyOf } from './vocabulary.ts';
import { whereIs } from './where.ts';

/** Ready repairs: a character of the wrong width, an `&` that should be `&amp;`, a name in the wrong case. */
export function fixes(files: Files, problem: Problem): Fix[] {
  const text = files[problem.file] ?? '';
  const { code } = problem;
  if (code === 'xml.no-rules' || code === 'xml.property-unknown') return rightName(files, problem);
  if (code === 'xml.entity-name' || code === 'xml.entity-semicolon' || code === 'xml.entity-undeclared') {
    const at = text.lastIndexOf('&', problem.to - 1);
    return at < 0
      ? []
      : [{ code: 'xml.escape-ampersand', values: {}, edits: [{ from: at, to: at + 1, insert: '&amp;' }] }];
  }
  return halfWidth(text, problem);
}

/** Around the place where the parser stopped: full-width signs and curly quotes that stand for ASCII ones. */
function halfWidth(text: string, { from, to }: Problem): Fix[] {
  const end = text.indexOf('\n', to);
  const stretch = text.slice(from, end < 0 ? Math.min(text.length, to + 400) : Math.min(end, to + 400));
  const found = /[\uff01-\uff5e\u3000\u201c\u201d\u2018\u2019\u00a0\u200b]/.exec(stretch);
  if (!found) return [];
  const at = from + found.index;
  return [{ code: 'xml.half-width', values: {}, edits: [{ from: at, to: at + 1, insert: asciiOf(found[0]) }] }];
}

function asciiOf(char: string): string {
  if (char === '\u200b') return '';
  if (char === '\u3000' || char === '\u00a0') return ' ';
  if ('\u201c\u201d'.includes(char)) return '"';
  if ('\u2018\u2019'.includes(char)) return "'";
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

/** The known name that differs only in case. */
function rightName(files: Files, { file, from, to, code, values }: Problem): Fix[] {
  const text = files[file] ?? '';
  const vocabulary = vocabularyOf(file, traitsOf(releaseOf(files)).brackets, librariesIn(files));
  const wrong = code === 'xml.no-rules' ? text.slice(from, to) : String(values['name']);
  const where = whereIs(text, code === 'xml.no-rules' ? from : to);
  if (!where) return [];
  const element = 'element' in where.inside ? where.inside.element : '';
  const rule = ruleAt(vocabulary, [...where.path, element]);
  const named = /className\s*=\s*["']([^"']*)/.exec(
    text.slice(Math.max(0, text.lastIndexOf('<', from)), from + 400),
  )?.[1];
  const known =
    code === 'xml.no-rules'
      ? elementsIn(vocabulary, where.path)
      : rule
        ? attributesOf(vocabulary, rule, named).map(([name]) => name)
        : [];
  const name = known.find((candidate) => candidate.toLowerCase() === wrong.toLowerCase());
  if (name === undefined || name === wrong) return [];
  const edits = [{ from, to: from + wrong.length, insert: name }];
  const close = code === 'xml.no-rules' ? closingTag(text, wrong, to) : undefined;
  return [
    {
      code: 'xml.replace',
      values: { name },
      edits: close === undefined ? edits : [...edits, { from: close, to: close + wrong.length, insert: name }],
    },
  ];
}

/** Where the name stands in the end tag that follows. */
function closingTag(text: string, name: string, after: number): number | undefined {
  const found = text.indexOf(`</${name}`, after);
  const selfClosed = text.indexOf('/>', after);
  const next = text.indexOf('<', after);
  return found < 0 || (selfClosed >= 0 && (next < 0 || selfClosed < next)) ? undefined : found + 2;
}
