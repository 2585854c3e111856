import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { oembedPath } from '../../../site/embed/oembed.ts';
import { typed } from '../cli/terminal.ts';

// The snippets of the page about embedding that need no browser; the others are tried by test/e2e/embed.spec.ts.

const folder = mkdtempSync(join(tmpdir(), 'session-lab-embed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const snippetsOf = (locale: string): Map<string, string> =>
  new Map(
    [
      ...readFileSync(`site/content/embed.${locale}.mdx`, 'utf8').matchAll(/```\w+ title="(\w+)"\n([\s\S]*?)\n```/g),
    ].map(([, title = '', text = '']) => [title, text]),
  );

test('both languages have the same snippets', () => {
  expect([...snippetsOf('zh-cn').keys()]).toEqual([...snippetsOf('en').keys()]);
});

describe.each(['en', 'zh-cn'] as const)('%s', (locale) => {
  const snippets = snippetsOf(locale);

  test('a permalink is graded by the command as it stands', async () => {
    const [, , ...argv] = (snippets.get('grade') ?? '').split(' ').map((word) => word.replaceAll('"', ''));
    const { code, err } = await typed([...argv, '--format', 'json', '--jobs', '1']);
    expect([code, err]).toEqual([1, '']);
  });

  test('nginx takes the header', async () => {
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, `events {}\nhttp { server { listen 80; ${snippets.get('nginx')} } }\n`);
    const { code, out, err } = await typed(['check', file]);
    expect(code, out + err).toBe(0);
  });

  test('a page names the file that oEmbed finds', () => {
    expect(snippets.get('oembed')).toContain(`"https://course.example/${oembedPath('ip-hash', locale)}"`);
  });
});
