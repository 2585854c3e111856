import { describe, expect, test } from 'vitest';
import { exerciseIds, filesOf } from '../../../lessons/folders.ts';
import { mutantsOf } from '../../../scripts/mutants/mutate.ts';
import { everywhere, type Survivor, speaksOf, survivorsOf } from '../../../scripts/mutants/survivors.ts';

const edits = (file: string, text: string, found = '') => mutantsOf(file, text, found).map(({ edit }) => edit);

describe('mutants of a file', () => {
  test('nginx.conf: directives go, methods, switches, numbers and hosts change', () => {
    const text =
      'http {\n    upstream app {\n        ip_hash; # not this\n        server localhost:8080 weight=3;\n    }\n}\n';
    expect(edits('nginx.conf', text)).toEqual([
      'without `ip_hash;` in `ip_hash; # not this`',
      'without `server localhost:8080 weight=3;`',
      'without `upstream app { ip_hash; # not this server localhost:8080 weight=3; }` in `upstream app {`',
      '`ip_hash;` becomes `least_conn;` in `ip_hash; # not this`',
      '`ip_hash;` becomes `random;` in `ip_hash; # not this`',
      'without `weight=3` in `server localhost:8080 weight=3;`',
      '`localhost` becomes `10.0.0.9` in `server localhost:8080 weight=3;`',
      '`8080` becomes `80800` in `server localhost:8080 weight=3;`',
      '`3` becomes `30` in `server localhost:8080 weight=3;`',
    ]);
  });

  test('context.xml: attributes and elements go, values change; not its first line, nor comments', () => {
    const text =
      '<?xml version="1.0"?>\n<Context>\n  <!-- <Valve a="1" /> -->\n  <Manager host="db" port="6379" />\n</Context>\n';
    expect(edits('conf/context.xml', text)).toEqual([
      'without `host="db"` in `<Manager host="db" port="6379" />`',
      'without `port="6379"` in `<Manager host="db" port="6379" />`',
      'without `<Manager host="db" port="6379" />`',
      '`="db"` becomes `="dbx"` in `<Manager host="db" port="6379" />`',
      '`6379` becomes `63790` in `<Manager host="db" port="6379" />`',
    ]);
  });

  test('a class: interfaces, modifiers, fields and statements go', () => {
    expect(edits('Item.java', 'class Item implements A {\n    // one;\n    private int price = 1;\n}\n')).toEqual([
      'without `private int price = 1;`',
      'without `implements A` in `class Item implements A {`',
      'without `private` in `private int price = 1;`',
      '`1` becomes `10` in `private int price = 1;`',
    ]);
  });

  test('of a long file, only what the learner wrote', () => {
    const found = Array.from({ length: 70 }, (_, i) => `setting-${i} yes`).join('\n');
    expect(edits('redis.conf', found.replace('setting-7 yes', 'setting-7 no'), found)).toEqual([
      'without `setting-7 no`',
      '`no` becomes `yes` in `setting-7 no`',
    ]);
  });

  test('each is another file, and another edit', () => {
    for (const id of exerciseIds)
      for (const [host, files] of Object.entries(filesOf(id, 'solution')))
        for (const [file, text] of Object.entries(files)) {
          const mutants = mutantsOf(file, text, filesOf(id, 'start')[host]?.[file] ?? '');
          expect(new Set(mutants.map((mutant) => mutant.text)).size).toBe(mutants.length);
          expect(new Set(mutants.map(({ edit }) => edit)).size).toBe(mutants.length);
          expect(mutants.every((mutant) => mutant.text !== text)).toBe(true);
        }
  });
});

test('every survivor that is listed speaks of a mutant, and says why it is right', () => {
  const said = (survivor: Survivor, names: readonly string[], where: string) => {
    expect(
      names.some((name) => speaksOf(survivor, name)),
      `${where}: ${survivor.mutant}`,
    ).toBe(true);
    expect(survivor.why.length, `${where}: ${survivor.mutant}`).toBeGreaterThan(20);
  };
  const all = exerciseIds.flatMap((id) => {
    const names = namesIn(id);
    for (const survivor of survivorsOf(id)) said(survivor, names, id);
    return names;
  });
  for (const survivor of everywhere) said(survivor, all, 'everywhere');
});

const namesIn = (id: string): string[] =>
  Object.entries(filesOf(id, 'solution')).flatMap(([host, files]) =>
    Object.entries(files).flatMap(([file, text]) =>
      mutantsOf(file, text, filesOf(id, 'start')[host]?.[file] ?? '').map(({ edit }) => `${host}/${file}: ${edit}`),
    ),
  );
