import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exerciseIds, exerciseOf, filesOf } from '../../lessons/folders.ts';
import { type Lab, type Planned, redisSetting, withFiles } from '../../simulator/index.ts';
import { takeHome } from '../../site/take-home/bundle.ts';
import { redisCliIn } from '../../site/take-home/counterparts.ts';
import { exerciseRuns } from '../../site/take-home/exercise-runs.ts';
import { learnersRun } from '../../site/take-home/learners-run.ts';
import { zipOf } from '../../site/take-home/zip.ts';
import { inFolder, installed, nginx, nginxTest, redisServer, redisSettings } from './programs.ts';

type Files = Record<string, string>;

const labOf = async (id: string): Promise<Lab> => {
  const exercise = await exerciseOf(id);
  return withFiles({ ...exercise.lab, ...exercise.graded }, filesOf(id, 'solution'));
};

const bundles = new Map<string, Promise<Files>>();

/** What is taken home of an exercise that is solved. */
function homeOf(id: string, language: 'en' | 'zh-cn' = 'en'): Promise<Files> {
  const made = bundles.get(id + language) ?? madeOf(id, language);
  bundles.set(id + language, made);
  return made;
}

async function madeOf(id: string, language: 'en' | 'zh-cn'): Promise<Files> {
  const lab = await labOf(id);
  return takeHome({ id, lab, runs: exerciseRuns(await exerciseOf(id), lab), language });
}

/** The files of a folder of the zip, by their names in it. */
const below = (files: Files, folder: string): Files =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) =>
      path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), text]] : [],
    ),
  );

const scriptsOf = (files: Files) => Object.entries(files).filter(([path]) => path.endsWith('.sh'));
const visitsIn = (files: Files, script: string) =>
  (files[script] ?? '').split('\n').flatMap((line) => {
    const [, ms, visitor, path, status, server, page] =
      /^(\d+) +(?:wait|aside) +(\S+) +\S+ +\S+ +\S+ +\S+ +(\S+) +(\S+) +(\S+) +(.*)$/.exec(line) ?? [];
    return ms === undefined ? [] : [{ ms: Number(ms), visitor, path, status, server, page }];
  });

describe.each(exerciseIds)('%s', (id) => {
  test("the learner's files are in the zip to the byte", async () => {
    const files = await homeOf(id);
    const zipped = unzipSync(zipOf('lab', files));
    for (const [host, own] of Object.entries(filesOf(id, 'solution')))
      for (const [file, text] of Object.entries(own)) {
        const bytes = zipped[`lab/${host}/${file}`];
        expect(bytes && strFromU8(bytes), `${host}/${file}`).toBe(text);
      }
  });

  test(`its nginx.conf ${nginx ? 'is accepted by the real nginx' : 'is there (no nginx here, or not root)'}`, async () => {
    const files = below(await homeOf(id), 'nginx');
    expect(files['nginx.conf']).toBeDefined();
    if (!nginx) return;
    const program = nginx;
    // Whether a machine knows the name is no matter of the file.
    const here = Object.entries(files).map(([path, text]) => [path, text.replaceAll('localhost', '127.0.0.1')]);
    const { status, said } = await inFolder(Object.fromEntries(here), (folder) => nginxTest(program, folder));
    expect(said).toContain('test is successful');
    expect(status).toBe(0);
  });

  test(`its redis.conf ${redisServer ? 'is accepted by the real redis-server' : 'is there (no redis-server here)'}`, async () => {
    const { redis } = await labOf(id);
    const files = below(await homeOf(id), 'redis');
    expect(Object.keys(files).length > 0).toBe(redis !== undefined);
    if (!redisServer || !redis) return;
    const names = ['requirepass', 'protected-mode', 'maxmemory-policy', 'appendonly', 'databases'];
    const wanted = Object.fromEntries(names.map((name) => [name, redisSetting(redis, name)]));
    const program = redisServer;
    const { settings, said } = await inFolder(files, (folder) =>
      redisSettings(program, folder, wanted['requirepass'] ?? '', names),
    );
    expect(settings, said).toEqual(wanted);
  });

  test('sh takes every script', async () => {
    for (const [path, text] of scriptsOf(await homeOf(id))) {
      const { status, stderr } = spawnSync(installed('dash') ?? 'sh', ['-n'], { input: text, encoding: 'utf8' });
      expect(`${path}: ${stderr}`).toBe(`${path}: `);
      expect(status).toBe(0);
    }
  });

  test('compose.yaml is well formed, and names files and images that are there', async () => {
    const files = await homeOf(id);
    const yaml = files['compose.yaml'] ?? '';
    expect(malformed(yaml)).toEqual([]);
    const there = (path: string) => path in files || Object.keys(files).some((one) => one.startsWith(`${path}/`));
    for (const [, path = ''] of yaml.matchAll(/- \.\/([^:]+):/g)) expect(there(path), path).toBe(true);
    for (const [, path = ''] of yaml.matchAll(/(?:dockerfile|HOST|WEBAPP): (\S+)/g))
      expect(there(path), path).toBe(true);
    for (const [, name = ''] of yaml.matchAll(/\$\{(\w+)\}/g))
      expect(files['.env']).toMatch(new RegExp(`^${name}=.+`, 'm'));
  });
});

test.each(['README.en.md', 'README.zh-CN.md'])(
  '%s names all that is in the zip, and the jars that are not',
  async (name) => {
    const files = await homeOf('capstone');
    const readme = files[name] ?? '';
    for (const path of Object.keys(files).filter((path) => path !== name)) {
      const [folder = '', ...rest] = path.split('/');
      expect(readme, path).toContain(rest.length > 0 ? `${folder}/` : folder);
    }
    for (const [, image = ''] of (files['.env'] ?? '').matchAll(/^\w+=(.+)$/gm)) expect(readme).toContain(image);
    expect(readme).toContain('tomcat2/lib/commons-pool2-2.2.jar');
  },
);

/** Lines that are no YAML of the plain kind: blocks of keys and lists, each two blanks further in; one-line lists and maps. */
function malformed(yaml: string): string[] {
  let depth = 0;
  let opens = true;
  return yaml.split('\n').filter((line) => {
    const [, blanks = '', rest = ''] = /^( *)(.*)$/.exec(line) ?? [];
    if (rest === '' || rest.startsWith('#')) return false;
    const further = blanks.length - depth;
    const placed = blanks.length % 2 === 0 && (further <= 0 || (opens && further === 2));
    depth = blanks.length;
    opens = rest.endsWith(':');
    const value = '(?:[\\w./:${}-]+|"[^"]*"|\\[(?:"[^"]*"|\\w+)?(?:, (?:"[^"]*"|\\w+))*\\])';
    return !placed || !new RegExp(`^(?:- ${value}|[\\w-]+:(?: ${value})?)$`).test(rest);
  });
}

test('the capstone expects of real servers that nobody is ever forgotten', async () => {
  const files = await homeOf('capstone');
  const visits = visitsIn(files, 'replay.sh');
  expect(visits).toHaveLength(30);
  for (const { visitor, status, server, page } of visits) {
    expect(status).toBe('200');
    expect(['tomcat1', 'tomcat2']).toContain(server);
    expect(page).toContain(`user=${visitor === 'A' ? 'zhang' : 'li'} `);
  }
  expect(files['replay.sh']).toMatch(
    /at 10000\npower tomcat1 crash\n[\s\S]*at 40000\npower tomcat1 start http:127\.0\.0\.1:8080/,
  );
  expect(files['lab.sh']).toContain('tomcat1/lib/jedis-2.5.2.jar');
  expect(Object.keys(files).filter((path) => path.endsWith('.jar'))).toEqual([]);
});

test('what is begun and not over in the lab is not waited for: a page of ten seconds', async () => {
  expect((await homeOf('races'))['replay.sh']).toMatch(/^10000 aside A .* GET \/set\?k=order&v=1001&slow=10000 /m);
});

test('strangers who try passwords are replayed with what redis-cli tells them', async () => {
  const script = (await homeOf('secure-redis'))['replay.sh'] ?? '';
  expect(script).toContain("redis_says '(error) NOAUTH Authentication required.' -h 192.168.25.128 get till");
});

test('a script that cannot go on ends there, and says why; the README too', async () => {
  const files = await homeOf('rolling-update', 'zh-cn');
  expect(visitsIn(files, 'replay.sh').every(({ ms }) => ms <= 3000)).toBe(true);
  for (const [, text] of scriptsOf(files)) expect(spawnSync('sh', ['-n'], { input: text }).status).toBe(0);
  for (const name of ['replay.sh', 'README.en.md', 'README.zh-CN.md'])
    expect(files[name], name).toContain('bash /etc/nginx/update.sh');
});

test('every run of an exercise with several has a script, and the files of its middle', async () => {
  const files = await homeOf('to-production');
  const names = scriptsOf(files).flatMap(([path]) => (path.startsWith('replay') ? [path] : []));
  expect(names).toEqual([
    'replay-outside.sh',
    'replay-redis-dies.sh',
    'replay-tomcat-dies.sh',
    'replay-tomcat-hangs.sh',
  ]);
  const moved = await homeOf('failover/transfer');
  for (const [, path = ''] of (moved['replay.sh'] ?? '').matchAll(/^save \S+ (\S+)$/gm))
    expect(moved).toHaveProperty([path]);
  expect(moved['steps/pages-0-nginx-nginx.conf']).toBe(
    filesOf('failover/transfer', 'solution')['nginx']?.['nginx.conf'],
  );
});

test('where chance chooses the server, which one is not asserted', async () => {
  const lab = await labOf('two-tomcats');
  const conf = filesOf('two-tomcats', 'solution')['nginx']?.['nginx.conf'] ?? '';
  const random = conf.replace(/upstream (\w+) \{/, 'upstream $1 {\n        random;');
  const plan = Array.from(
    { length: 12 },
    (_, i): Planned => ({
      at: i * 500,
      action: { kind: 'visit', host: 'A', visit: { path: '/hello' } },
    }),
  );
  const runs = [{ id: 'run', plan, until: 7000 }];
  const home = (nginxConf: string) =>
    takeHome({ id: 'x', lab: withFiles(lab, { nginx: { 'nginx.conf': nginxConf } }), runs, language: 'en' });
  expect(visitsIn(await home(conf), 'replay.sh').map(({ server }) => server)).not.toContain('?');
  const servers = visitsIn(await home(random), 'replay.sh');
  expect(servers.map(({ server }) => server)).toContain('?');
  expect(servers.every(({ status, page }) => status === '200' && page === 'hello (no session touched)')).toBe(true);
});

test('what a learner did goes along; what he saved is in his files already', () => {
  const done: Planned[] = [
    { at: 0, action: { kind: 'edit', host: 'nginx', file: 'nginx.conf', text: '' } },
    { at: 0, action: { kind: 'power', host: 'nginx', event: 'reload' } },
    { at: 5, action: { kind: 'type', host: 'terminal1', line: 'cp *.jar /opt' } },
    { at: 6, action: { kind: 'type', host: 'terminal1', line: 'redis-cli dbsize' } },
  ];
  expect(learnersRun(done, 10)).toBeUndefined();
  const visit: Planned = { at: 9, action: { kind: 'visit', host: 'A', visit: { path: '/whoami' } } };
  expect(learnersRun([...done, visit], 10)).toEqual({ id: 'run', plan: [done[1], done[3], visit], until: 10 });
});

test.each([
  ['./redis-3.2.1/src/redis-cli -h 192.168.25.128 get till', ['-h', '192.168.25.128', 'get', 'till']],
  [`redis-cli -a 'it is' set k "a b"`, ['-a', 'it is', 'set', 'k', 'a b']],
  [`redis-cli set k 'a'"b"c`, ['set', 'k', 'abc']],
  [`redis-cli get 'it'"'"'s'`, ['get', "it's"]],
  ['redis-cli', undefined],
  ['redis-cli get a > file', undefined],
  ['redis-cli get $KEY', undefined],
  ['redis-cli get "$KEY"', undefined],
  ['redis-cli get a; reboot', undefined],
  ['redis-client get a', undefined],
  ['bash update.sh', undefined],
])('%s: the words that redis-cli gets', (line, words) => {
  expect(redisCliIn(line)).toEqual(words);
});

test('the same lab gives the same bytes', async () => {
  expect(zipOf('lab', await madeOf('ip-hash', 'en'))).toEqual(zipOf('lab', await homeOf('ip-hash')));
});
