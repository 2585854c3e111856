import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Every file of ours, whether committed or about to be. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path && ts.sys.fileExists(join(root, path)));
const recorded = (path: string) => path.startsWith('test/recordings/');
const code = files.filter((path) => /\.(ts|js|svelte|astro)$/.test(path) && !recorded(path));

describe('imports flow one way', () => {
  /** Who may import whom, the most particular place first: the left side knows the right side, and nothing else of ours. */
  const knows: [place: string, known: string[]][] = [
    ['simulator/core/', ['simulator/core/']],
    ['simulator/client/', ['simulator/core/', 'simulator/client/']],
    ['simulator/nginx/', ['simulator/core/', 'simulator/nginx/']],
    ['simulator/tomcat/', ['simulator/core/', 'simulator/tomcat/']],
    ['simulator/redis/', ['simulator/core/', 'simulator/redis/']],
    // redis-cli is a program of the shell; what it talks to is a host, met as messages.
    ['simulator/shell/', ['simulator/core/', 'simulator/redis/cli/', 'simulator/redis/version.ts', 'simulator/shell/']],
    [
      'simulator/engine/',
      [
        'simulator/core/',
        'simulator/client/',
        'simulator/nginx/',
        'simulator/tomcat/',
        'simulator/redis/',
        'simulator/shell/',
        'simulator/engine/',
      ],
    ],
    [
      'simulator/lab/',
      [
        'simulator/core/',
        'simulator/client/',
        'simulator/nginx/',
        'simulator/tomcat/',
        'simulator/redis/',
        'simulator/shell/',
        'simulator/engine/',
        'simulator/lab/',
      ],
    ],
    ['simulator/', ['simulator/']],
    ['lessons/', ['lessons/', 'simulator/index.ts']],
    // The editor and its explanations speak the languages themselves, each loaded only when its file is opened.
    [
      'site/editor/',
      [
        'site/',
        'simulator/index.ts',
        'simulator/core/',
        'simulator/nginx/conf/',
        'simulator/redis/conf/',
        'simulator/redis/split.ts',
        'simulator/tomcat/',
      ],
    ],
    [
      'site/docs-texts/',
      ['site/', 'simulator/core/', 'simulator/nginx/conf/', 'simulator/redis/conf/', 'simulator/tomcat/'],
    ],
    // What the fidelity page tells of every word and every suite is taken from the tables and the tests themselves.
    [
      'site/fidelity/',
      [
        'site/',
        'simulator/nginx/conf/',
        'simulator/redis/conf/',
        'simulator/tomcat/conf/',
        'test/conformance/results.json',
        'test/recordings/sources.json',
        'test/fuzz/campaigns.',
        'test/hostile/campaigns.',
      ],
    ],
    // Who logs in under which name is on the page before the simulator is fetched.
    ['site/lab/page/shop.ts', ['site/', 'simulator/client/account.ts']],
    // What a lab is on real programs is worked out alike for the page and the command line.
    ['site/take-home/', ['site/take-home/', 'site/lab/engine/redis-console.ts', 'simulator/index.ts']],
    // What a run of the bench has written, and its form.
    ['site/bench/', ['site/', 'test/bench/side-by-side.json', 'test/bench/beside/side-by-side.ts']],
    ['site/', ['site/', 'lessons/', 'simulator/index.ts']],
    // The command line is a page without a screen: the same engine, ids and words.
    [
      'scripts/session-lab/check/java.ts',
      ['scripts/session-lab/', 'lessons/', 'simulator/tomcat/java/lang/language.ts', 'site/docs-texts/'],
    ],
    [
      'scripts/session-lab/',
      [
        'scripts/session-lab/',
        'package.json',
        'lessons/',
        'simulator/index.ts',
        'site/lab/',
        'site/playground/',
        'site/take-home/',
      ],
    ],
    // A package is a page of the site with what it needs around it.
    [
      'scripts/package/',
      [
        'scripts/package/',
        'scripts/session-lab/exercises.ts',
        'scripts/session-lab/options.ts',
        'lessons/',
        'simulator/index.ts',
        'site/lms/',
        'site/relocate/addresses.ts',
      ],
    ],
    ['scripts/mutants/', ['scripts/mutants/', 'lessons/', 'simulator/index.ts']],
    ['scripts/new-lesson/', ['scripts/new-lesson/', 'lessons/course.ts']],
    // What carries a class and what takes part in it count floods alike.
    ['scripts/follow/', ['scripts/follow/', 'scripts/files.ts', 'site/present/allowance.ts']],
    ['scripts/audit/', ['scripts/audit/']],
    ['scripts/', ['scripts/']],
    ['test/', ['test/', 'simulator/', 'lessons/', 'site/', 'scripts/']],
  ];
  /** Hosts meet as messages only, so of the engine they may know how a message looks. */
  const shapes = 'simulator/engine/world.ts';

  test.each(code.filter((path) => path.includes('/')))('%s', (path) => {
    const allowed = knows.find(([place]) => path.startsWith(place))?.[1];
    expect(allowed, `${path} lies in no known place`).toBeDefined();
    const strangers = importsOf(path)
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from, typeOnly }) => ({ target: join(dirname(path), from), typeOnly }))
      .filter(({ target, typeOnly }) => !(typeOnly && target === shapes && path.startsWith('simulator/')))
      .filter(({ target }) => !allowed?.some((place) => target.startsWith(place)));
    expect(strangers).toEqual([]);
  });
});

describe('the simulator knows no screen, no clock and no dice', () => {
  const banned =
    /(?<!\.)\b(Math\.random|Date\.now|new Date ?\( ?\)|(setTimeout|setInterval|performance|document|window)\b)/;
  // The compiler refuses most of it (simulator/tsconfig.json has neither DOM nor Node); this says the rest, and why.
  // `new Date(ms)` only writes a given time as a date; without a number it asks the clock.
  test.each(code.filter((path) => path.startsWith('simulator/') && path.endsWith('.ts')))('%s', (path) => {
    expect(withoutWords(path).match(banned)?.[0]).toBeUndefined();
  });

  test('and of npm, only what models a thing', () => {
    const packages = code
      .filter((path) => path.startsWith('simulator/'))
      .flatMap((path) => importsOf(path).filter(({ from }) => !from.startsWith('.')));
    expect(
      [...new Set(packages.map(({ from }) => from))].filter(
        (name) => !['xstate', 'xstate/graph', 'ioredis-mock', '@lezer/java', '@lezer/common'].includes(name),
      ),
    ).toEqual([]);
  });
});

describe('no text becomes markup, an address or a program', () => {
  // A policy keeps browsers from it (test/e2e/policy.spec.ts), where they know Trusted Types. Here: nobody tries.
  const ways =
    /set:html|\{@html|\b(?:inner|outer)HTML\b|insertAdjacentHTML|setHTML|createContextualFragment|parseFromString|document\.write|srcdoc|new Function\b|(?<![.\w])eval\(|javascript:|supportHtml|isTrusted:/g;
  /** All of it is ours, and written into pages when they are built. */
  const own: Record<string, string> = {
    'site/components/Icon.astro': 'strokes of icons, from the table above it',
    'site/components/ThemeScript.astro': 'site/inline/theme.js',
    'site/embed/Section.astro': 'a section of a lesson, as Astro has rendered it',
    'site/pages/[locale]/embed/[...exercise].astro': 'site/inline/embed-theme.js',
    'site/pages/index.astro': 'site/inline/language.js',
  };
  const shown = files.filter((path) => /^(site|lessons|simulator)\/.*\.(ts|js|mjs|svelte|astro|mdx)$/.test(path));

  test.each(shown.filter((path) => !(path in own)))('%s', (path) => {
    expect(read(path).match(ways)).toBeNull();
  });

  test.each(Object.keys(own))('%s has one such place, of its own', (path) => {
    expect(read(path).match(ways)).toEqual(['set:html']);
  });
});

describe('a file is one idea, a function fits a screen', () => {
  const linesOfFile = 300;
  const linesOfFunction = 70;
  /** Tables are as long as what they list. */
  const tables: Record<string, string> = {
    'simulator/nginx/conf/directives.ts': 'every directive of nginx 1.22.1, one a line',
    'simulator/tomcat/log/messages.ts': 'every message that a modelled Tomcat logs',
    'simulator/redis/commands/table.ts': 'every command of both versions, one a line',
    'simulator/tomcat/java/jdk/table.ts': 'classes of the JDK, one a line',
  };

  test.each(code.filter((path) => !path.startsWith('test/') && !(path in tables)))('%s', (path) => {
    expect(linesWithoutStyle(path), `lines of ${path}`).toBeLessThanOrEqual(linesOfFile);
    if (path.endsWith('.ts')) expect(longFunctions(path, linesOfFunction)).toEqual([]);
  });

  test('every exception exists and needs to be one', () => {
    for (const path of Object.keys(tables)) expect(read(path).split('\n').length, path).toBeGreaterThan(linesOfFile);
  });
});

describe('the project stands alone', () => {
  const texts = files.filter((path) => !recorded(path) && !/\.(png|jpg|webp|woff2?|ico)$/.test(path));
  // Joined, so that this file does not find itself.
  const machine = new RegExp(`(^|[^\\w.\\-])/(${['work', 'home', 'root'].join('|')})/|\\.\\./${'shared'}/`, 'm');
  test.each(texts)('%s names no path of the machine it was written on', (path) => {
    expect(read(path).match(machine)?.[0]).toBeUndefined();
  });

  test('the lock names no download address', () => {
    expect(read('package-lock.json').match(/"resolved"|https?:\/\/[^"]*registry[^"]*/)?.[0]).toBeUndefined();
  });

  test('CONTRIBUTING says of each package what it is for, and of no other', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const table =
      read('CONTRIBUTING.md')
        .split('## Dependencies')[1]
        ?.match(/^\| `.*$/gm) ?? [];
    const told = table.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(told.toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).toSorted());
  });

  /** A registry without some platform's binary makes npm forget it, and every later `npm ci` stops. */
  test('the lock holds every optional package that its packages ask for', () => {
    const packages: Record<string, { optionalDependencies?: Record<string, string> }> = JSON.parse(
      read('package-lock.json'),
    ).packages;
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !lookup(packages, path, name)),
    );
    expect(missing).toEqual([]);
  });
});

describe('every reader is spoken to', () => {
  const prose = files.filter((path) => /^(lessons|site\/content)\/.*\.mdx$/.test(path));
  test.each(prose)('%s exists in both languages', (path) => {
    const other = path.endsWith('.en.mdx')
      ? path.replace(/\.en\.mdx$/, '.zh-cn.mdx')
      : path.replace(/\.zh-cn\.mdx$/, '.en.mdx');
    expect(prose).toContain(other);
  });
});

test('no test is skipped, and none runs alone', () => {
  const marks = /\b(?:test|it|describe)\.(?:skip|only|todo|fixme)\b/;
  const guilty = files.filter((path) => /^test\/.*\.ts$/.test(path) && marks.test(read(path)));
  expect(guilty.filter((path) => path !== 'test/architecture.test.ts')).toEqual([]);
});

test('every browser test watches the content security policy', () => {
  const own = /import \{[^}]*\btest\b[^}]*\} from '@playwright\/test'/;
  const specs = files.filter((path) => path.endsWith('.spec.ts'));
  expect(specs.filter((path) => own.test(read(path)))).toEqual([]);
});

interface Import {
  from: string;
  typeOnly: boolean;
}

/** The imports and re-exports of a file; of .svelte and .astro files, those of their script parts. */
function importsOf(path: string): Import[] {
  const text = read(path);
  const script = path.endsWith('.ts') || path.endsWith('.js') ? text : scriptsOf(text);
  const source = ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const typeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return [{ from: statement.moduleSpecifier.text, typeOnly }];
  });
}

function scriptsOf(text: string): string {
  const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, inside]) => inside);
  return [front, ...scripts].join('\n');
}

/** A file without its comments, strings and templates: what it does, not what it says. */
function withoutWords(path: string): string {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isJSDoc(node)) return;
    if (ts.isTemplateMiddleOrTemplateTail(node)) return;
    if (node.getChildCount(source) === 0) words.push(node.getText(source));
    else for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return words.join(' ').replaceAll(' . ', '.');
}

/** A component's style is a list of its own, and as long as what it paints. */
const linesWithoutStyle = (path: string) =>
  read(path)
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .split('\n').length;

function longFunctions(path: string, most: number): string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const long: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = (at: number) => source.getLineAndCharacterOfPosition(at).line;
      const lines = line(node.getEnd()) - line(node.getStart(source)) + 1;
      if (lines > most) long.push(`${path}:${line(node.getStart(source)) + 1} has ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return long;
}

/** Finds a package as Node would from `path`: in the nearest `node_modules` upwards. */
function lookup(packages: Record<string, unknown>, path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
    if (!folder) return false;
  }
}
