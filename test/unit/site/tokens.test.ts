import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../site/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(':root[data-theme="dark"]');
const coloursOf = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
const themes: Record<string, Record<string, string | undefined>> = {
  light: coloursOf(light),
  dark: { ...coloursOf(light), ...coloursOf(dark) },
};

const grounds = ['paper', 'surface', 'sunken', 'code-ground'];
const visitors = ['a', 'b', 'c', 'd', 'e', 'f'];
const servers = ['nginx', 'tomcat1', 'tomcat2', 'tomcat3', 'tomcat4', 'redis'];
const on = (words: string[], under: string[]) => words.flatMap((word) => under.map((ground) => [word, ground]));

/** Words and the ground they stand on: WCAG asks for 4.5. */
const texts = [
  ...on(['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-hover', 'ok', 'warn', 'bad', 'server-down'], grounds),
  ...on(
    visitors.map((visitor) => `visitor-${visitor}-text`),
    grounds,
  ),
  ...on(
    servers.map((server) => `server-${server}`),
    grounds,
  ),
  ...visitors.map((visitor) => [`visitor-${visitor}-ink`, `visitor-${visitor}`]),
  ...servers.flatMap((server) => on(['ink', `server-${server}`], [`server-${server}-soft`])),
  ...['ok', 'warn', 'bad', 'accent'].flatMap((name) => on(['ink', name], [`${name}-soft`])),
  ...on(['on-accent'], ['accent', 'accent-hover']),
];
/** Edges and marks that carry meaning: WCAG asks for 3. */
const edges = on(['line-strong', 'focus'], grounds);

describe.each(Object.entries(themes))('%s', (_, colours) => {
  test.each(texts)('--%s is readable on --%s', (word = '', ground = '') => {
    expect(contrast(colours[word], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(edges)('--%s stands out from --%s', (edge = '', ground = '') => {
    expect(contrast(colours[edge], colours[ground])).toBeGreaterThanOrEqual(3);
  });
});

/** WCAG 2's contrast of two colours, 1 to 21. */
function contrast(one: string | undefined, other: string | undefined): number {
  if (!one || !other) throw new Error('a colour that is measured must be in tokens.css');
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
