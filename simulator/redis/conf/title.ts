/** What the words of a template mean in this configuration; `undefined`: there is no such word. */
type Meaning = (word: string) => string | undefined;

/**
 * What `proc-title-template` makes of a template (sds.c, `sdstemplate`): `{word}` is what it means, `{{` is a brace. Blanks
 * at both ends are left out. Nothing where a brace is not closed or a word means nothing.
 */
export function expandTitle(template: string, meaning: Meaning): string | undefined {
  let [title, rest] = ['', template];
  for (;;) {
    const brace = rest.indexOf('{');
    if (brace < 0) return (title + rest).replace(/^ +| +$/g, '');
    title += rest.slice(0, brace);
    if (rest[brace + 1] === '{') {
      title += '{';
      rest = rest.slice(brace + 2);
      continue;
    }
    const end = rest.indexOf('}', brace);
    const meant = end < 0 ? undefined : meaning(rest.slice(brace + 1, end));
    if (meant === undefined) return undefined;
    title += meant;
    rest = rest.slice(end + 1);
  }
}
