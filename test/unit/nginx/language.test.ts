import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../simulator/nginx/conf/catalogue.ts';
import { EFFECTIVE } from '../../../simulator/nginx/conf/effects.ts';
import { nginxConf } from '../../../simulator/nginx/conf/language.ts';
import { isBuiltIn } from '../../../simulator/nginx/conf/variables.ts';
import { docs as english } from '../../../site/docs-texts/en/docs.ts';
import { directives } from '../../../site/docs-texts/en/nginx-directives.ts';
import { variables } from '../../../site/docs-texts/en/nginx-variables.ts';
import { docs as chinese } from '../../../site/docs-texts/zh-cn/docs.ts';
import { guideLab } from '../../support/labs.ts';

/** The text with its `|` taken out, and where that stood. */
function marked(text: string): [files: Record<string, string>, at: number] {
  const at = text.indexOf('|');
  return [{ 'nginx.conf': text.replace('|', '') }, at];
}
const labels = (text: string) => {
  const [files, at] = marked(text);
  return nginxConf.complete(files, 'nginx.conf', at).map(({ label }) => label);
};
const inserted = (text: string, wanted: string) => {
  const [files, at] = marked(text);
  return nginxConf.complete(files, 'nginx.conf', at).find(({ label }) => label === wanted)?.insert;
};
const page = (text: string) => {
  const [files, at] = marked(text);
  return nginxConf.hover(files, 'nginx.conf', at)?.doc;
};
const problems = (text: string) => nginxConf.problems({ 'nginx.conf': text }, 'nginx.conf');

describe('completion offers what may stand there', () => {
  test('a directive of the block, and none of another block', () => {
    expect(labels('events {}\nhttp { upstream b { ip|')).toContain('ip_hash');
    expect(labels('events {}\nhttp { upstream b { ip|')).not.toContain('proxy_pass');
    expect(labels('|')).toContain('http');
    expect(labels('http { server { location / { |')).toContain('proxy_pass');
    expect(labels('http { map $a $b { |')).toEqual([]);
  });

  test('ready to be typed on from, or only its name before other words', () => {
    expect(inserted('http { upstream b { |\n', 'ip_hash')).toBe('ip_hash;');
    expect(inserted('http { |\n', 'upstream')).toBe('upstream ${1} {\n    ${2}\n}');
    expect(inserted('http { upstream b { ser| localhost:8080;', 'server')).toBe('server');
  });

  test('the words that a directive knows', () => {
    expect(labels('http { upstream b { server localhost:8080 |')).toContain('max_fails=');
    expect(labels('http { server { |')).toContain('listen');
    expect(labels('http { server { location / { proxy_next_upstream error |')).toContain('http_502');
    expect(labels('http { gzip |')).toEqual(['on', 'off']);
  });

  test('variables, and the names of the upstreams in the file', () => {
    expect(labels('http { upstream b { hash $cook|')).toContain('$cookie_');
    expect(labels('events {} http { upstream shop { server a:1; } server { location / { proxy_pass |; } } }')).toEqual([
      'http://shop',
    ]);
  });

  test('nothing inside a comment', () => {
    expect(labels('http { # ser|')).toEqual([]);
  });

  test('the block of an included file is the block that includes it', () => {
    const files = { 'nginx.conf': 'events {} http { include conf.d/*.conf; }', 'conf.d/shop.conf': 'up' };
    expect(nginxConf.complete(files, 'conf.d/shop.conf', 2).map(({ label }) => label)).toContain('upstream');
  });
});

test('hover knows a directive, its words and a variable', () => {
  expect(page('http { upstream b { ip_h|ash; } }')).toBe('nginx/directive/ip_hash');
  expect(page('http { upstream b { server a:80 wei|ght=2; } }')).toBe('nginx/parameter/server weight=');
  expect(page('http { upstream b { hash $cookie_JSESS|IONID; } }')).toBe('nginx/variable/cookie_');
  expect(page('http { log_format a "$upstream_|addr"; }')).toBe('nginx/variable/upstream_addr');
  expect(page('nonsen|se;')).toBeUndefined();
});

describe('repairs', () => {
  const repaired = (text: string) => {
    const problem = problems(text).find(({ severity }) => severity === 'error');
    const fix = problem && nginxConf.fixes({ 'nginx.conf': text }, problem)[0];
    return fix?.edits.reduce((all, { from, to, insert }) => all.slice(0, from) + insert + all.slice(to), text);
  };

  test('a missing ; is inserted', () => {
    expect(repaired('events {}\nhttp { upstream b {\n  ip_hash\n  server localhost:8080;\n} }')).toBe(
      'events {}\nhttp { upstream b {\n  ip_hash;\n  server localhost:8080;\n} }',
    );
  });

  test('a misspelled directive is corrected', () => {
    expect(repaired('events {}\nhttp { upstream b { ip_hsh; server localhost:8080; } }')).toContain('ip_hash;');
  });
});

test('what the lab does not act on is a hint, and no error', () => {
  const told = problems('events { worker_connections 1024; }\nhttp { sendfile on; server { listen 80; } }');
  expect(told.map(({ code, values }) => [code, values['name']])).toEqual([
    ['nginx.no-effect', 'worker_connections'],
    ['nginx.no-effect', 'sendfile'],
  ]);
  expect(told.every(({ severity }) => severity === 'hint')).toBe(true);
});

test('no text makes it throw, and every problem lies in its text and is explained in both languages', () => {
  const { files } = guideLab().nginx;
  const conf = files['nginx.conf'] ?? '';
  const piece = fc.oneof(
    fc.nat(conf.length).map((at) => conf.slice(0, at)),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('；', '{', '}', '"', "'", '\r\n', '\uFEFF', ' ', 'server', 'upstream', ';', '#', '$', '\0'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), (pieces, place) => {
      const text = pieces.join('');
      const changed = { ...files, 'nginx.conf': text };
      const at = text.length ? place % text.length : 0;
      nginxConf.complete(changed, 'nginx.conf', at);
      nginxConf.hover(changed, 'nginx.conf', at);
      const found = nginxConf.problems(changed, 'nginx.conf');
      for (const problem of found.slice(0, 5)) {
        expect(problem.to).toBeLessThanOrEqual(changed[problem.file as 'nginx.conf']?.length ?? 0);
        expect(english.problem(problem)).not.toBe('');
        expect(chinese.problem(problem)).toMatch(/\p{Script=Han}/u);
        nginxConf.words(problem);
        nginxConf.fixes(changed, problem);
      }
    }),
    { numRuns: 40 },
  );
});

test('what has an effect is what the simulator’s settings are read from', () => {
  const folder = new URL('../../../simulator/nginx/settings/', import.meta.url);
  const source = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const quoted = new Set([...source.join('').matchAll(/'([a-z_]+)'/g)].map(([, name]) => name ?? ''));
  const read = [...quoted].filter((name) => allCommands().has(name));
  // `events` only has to be there; `include` is followed by the reader itself.
  expect([...EFFECTIVE].filter((name) => name !== 'events' && name !== 'include').sort()).toEqual(read.sort());
});

describe('explanations', () => {
  test('speak only of directives and variables that nginx has', () => {
    expect(Object.keys(directives).filter((name) => !allCommands().has(name))).toEqual([]);
    expect(Object.keys(variables).filter((name) => !isBuiltIn(name))).toEqual([]);
  });

  test('of every directive that has an effect here', () => {
    expect([...EFFECTIVE].filter((name) => !(name in directives))).toEqual([]);
  });

  test('and say what the table says, in both languages', () => {
    const entry = { label: 'sendfile', insert: '', kind: 'directive', doc: 'nginx/directive/sendfile' } as const;
    expect(english.entry(entry)?.facts).toEqual([
      'Stands in http, server, location, if',
      'Takes on or off',
      'nginx knows it; in this lab it changes nothing',
    ]);
    expect(chinese.entry(entry)?.facts).toEqual([
      '写在 http、server、location、if 里',
      '写 on 或 off',
      'nginx 认识它，但在这个实验里不起作用',
    ]);
  });
});
