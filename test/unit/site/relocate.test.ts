import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Built, builtAt, wayTo } from '../../../site/relocate/addresses.ts';
import { relocated, relocatedStyle } from '../../../site/relocate/html.ts';

const files = new Set([
  'index.html',
  'favicon.svg',
  'en/index.html',
  'en/ip-hash/index.html',
  'en/ip-hash/transfer/index.html',
  'zh-cn/ip-hash/index.html',
  '_astro/lab.js',
  '_astro/lab.css',
  '_astro/font.ttf',
]);
const atRoot: Built = { files, base: '/' };
const inCourse: Built = { files, base: '/course/' };
const page = 'en/ip-hash/index.html';

describe('the way from a page to an address', () => {
  test.each([
    [page, 'en/ip-hash/transfer/', './transfer/'],
    [page, 'en/ip-hash/', './'],
    [page, 'zh-cn/ip-hash/', '../../zh-cn/ip-hash/'],
    [page, '_astro/lab.js', '../../_astro/lab.js'],
    ['index.html', '_astro/lab.js', './_astro/lab.js'],
    [page, '', '../../'],
    ['index.html', '', './'],
  ])('%s → %s', (from, to, way) => expect(wayTo(from, to)).toBe(way));

  test('leads there from any page, wherever the site lies', () => {
    const name = fc.stringMatching(/^[a-z0-9_-]{1,3}$/);
    const folder = fc.array(name, { maxLength: 4 }).map((names) => names.map((one) => `${one}/`).join(''));
    const path = fc.tuple(folder, fc.option(name, { nil: '' })).map((both) => both.join(''));
    fc.assert(
      fc.property(folder, folder, path, (site, here, there) => {
        const root = `https://host.example/${site}`;
        const way = wayTo(`${here}index.html`, there);
        expect(new URL(way, `${root}${here}`).href).toBe(new URL(root + there).href);
        expect(way).toMatch(/^\.\.?\//);
      }),
    );
  });
});

describe('an address from the root', () => {
  test('is known with and without its slash, and keeps what follows its path', () => {
    expect(builtAt('/en/ip-hash/#v=1', atRoot)).toEqual({ path: 'en/ip-hash/', rest: '#v=1' });
    expect(builtAt('/en/ip-hash?q', atRoot)).toEqual({ path: 'en/ip-hash/', rest: '?q' });
    expect(builtAt('/', atRoot)).toEqual({ path: '', rest: '' });
    expect(builtAt('/course', inCourse)).toEqual({ path: '', rest: '' });
    expect(builtAt('/course/favicon.svg', inCourse)).toEqual({ path: 'favicon.svg', rest: '' });
  });

  test('is none of ours outside the site', () => {
    expect(builtAt('/en/', inCourse)).toBeUndefined();
    expect(builtAt('/courses/en/', inCourse)).toBeUndefined();
    expect(builtAt('/en/nothing/', atRoot)).toBeUndefined();
  });
});

describe('a page', () => {
  test('finds its links, scripts, images and islands by ways, whatever base it was built for', () => {
    const html = (base: string) => `<!DOCTYPE html><link rel="stylesheet" href="${base}_astro/lab.css">
<a class="on" href="${base}en/#course">on</a><img srcset="${base}favicon.svg 1x, ${base}favicon.svg 2x" src="${base}favicon.svg"/>
<astro-island component-url="${base}_astro/lab.js" props="{&quot;href&quot;:[0,&quot;${base}zh-cn/ip-hash/&quot;]}" ssr></astro-island>
<style>b{background:url(${base}favicon.svg)}</style>`;
    const result = relocated(html('/'), page, atRoot);
    expect(result).toBe(`<!DOCTYPE html><link rel="stylesheet" href="../../_astro/lab.css">
<a class="on" href="../#course">on</a><img srcset="../../favicon.svg 1x, ../../favicon.svg 2x" src="../../favicon.svg"/>
<astro-island component-url="../../_astro/lab.js" props="{&quot;href&quot;:[0,&quot;../../zh-cn/ip-hash/&quot;]}" ssr></astro-island>
<style>b{background:url(../../favicon.svg)}</style>`);
    expect(relocated(html('/course/'), page, inCourse)).toBe(result);
  });

  test('keeps what is no link: texts, comments, files of the labs, other sites, anchors', () => {
    const html = `<!-- href="/en/" --><p title="/etc/nginx">href="/en/" &lt;a href="/en/"></p>
<div directory="/shared/sessions" data-code="/put/x"></div><textarea><a href="/en/nothing/"></textarea>
<input value="/" title="/en/" placeholder="/en/"/>
<a href="https://nginx.org/en/">nginx</a><a href="//cdn.example/en/">cdn</a><a href="#top">top</a>
<script>const conf = '/etc/nginx/nginx.conf';</script>`;
    expect(relocated(html, page, atRoot)).toBe(html);
  });

  test('with a link to nothing stops the build', () => {
    expect(() => relocated('<a href="/en/nothing/">', page, atRoot)).toThrow(
      'en/ip-hash/index.html links to /en/nothing/',
    );
    expect(() => relocated('<img srcset="/gone.png 2x">', page, atRoot)).toThrow('/gone.png');
  });

  test('with a script that knows where the site is stops the build: its hash is in the policy', () => {
    expect(() => relocated('<script type="module">import"/_astro/lab.js"</script>', page, atRoot)).toThrow(
      'a script in the page',
    );
  });
});

test('a style sheet finds its fonts beside it', () => {
  expect(relocatedStyle('@font-face{src:url(/_astro/font.ttf?v=1)}a{b:url("data:x")}', '_astro/lab.css', atRoot)).toBe(
    '@font-face{src:url(./font.ttf?v=1)}a{b:url("data:x")}',
  );
});
