import { login, visit } from '../../../lessons/lab.ts';
import { webXml } from '../../../simulator/index.ts';
import { labOf } from '../machines.ts';
import { presets } from '../presets/presets.ts';
import { type Experiment, statusesOf } from './experiment.ts';

/** Turn by turn, each Tomcat with its own memory: each takes the other's cookie for a stranger's and writes its own over it. */
export const foreignCookie = (): Experiment => ({
  lab: presets['round-robin'](),
  plan: [login(500, 'A'), visit(4500, 'A', '/index'), visit(8500, 'A', '/index')],
  until: 13_000,
  speed: 2,
  promise: (notes) => {
    const created = notes.flatMap((note) => (note.kind === 'session-created' ? [note.host] : []));
    return created.join() === 'tomcat1,tomcat2,tomcat1' && notes.some(({ kind }) => kind === 'login-lost');
  },
});

/** Time goes by while nobody asks: the session is over, the cookie is still there. */
export const longAbsence = (): Experiment => {
  const lab = presets['one-tomcat']();
  const oneMinute = webXml.replace('>30<', '>1<');
  return {
    lab: {
      ...lab,
      tomcats: lab.tomcats.map((one) => ({ ...one, files: { ...one.files, 'conf/web.xml': oneMinute } })),
    },
    plan: [login(500, 'A'), visit(30_000, 'A', '/whoami'), visit(95_000, 'A', '/whoami')],
    until: 99_000,
    speed: 15,
    promise: (notes) =>
      notes.some(({ kind }) => kind === 'login-kept') &&
      notes.some(({ kind }) => kind === 'session-expired') &&
      notes.some(({ kind }) => kind === 'login-lost'),
  };
};

/** Redis may not take one byte more: who is logged in stays so, nobody new can log in. */
export const fullRedis = (): Experiment => {
  const lab = presets.redis();
  return {
    lab: lab.redis
      ? {
          ...lab,
          redis: {
            ...lab.redis,
            files: { 'redis.conf': `${lab.redis.files['redis.conf']}maxmemory 1\nmaxmemory-policy noeviction\n` },
          },
        }
      : lab,
    plan: [login(500, 'A'), visit(5500, 'A', '/whoami')],
    until: 12_000,
    speed: 2,
    promise: (notes) =>
      notes.some((note) => note.kind === 'redis-command' && JSON.stringify(note).includes('OOM')) &&
      statusesOf(notes, 'A')[0] !== 200,
  };
};

/** Two tabs put something into the cart at the same moment: both read the same number. */
export const twoTabs = (): Experiment => ({
  lab: { ...presets.redis() },
  plan: [
    login(500, 'A'),
    visit(6000, 'A', '/count?slow=2000'),
    visit(6100, 'A', '/count?slow=2000'),
    visit(14_000, 'A', '/count'),
  ],
  until: 20_000,
  speed: 2,
  promise: (notes) => {
    const counts = notes.flatMap((note) =>
      note.kind === 'answered' && note.path.startsWith('/count') ? [/count=(\d+)/.exec(note.body)?.[1]] : [],
    );
    return counts.join() === '1,1,2';
  },
});

/** Three webapps of one Tomcat: each has its own session, and each cookie the path it goes back to. */
export const cookiePaths = (): Experiment => ({
  lab: labOf({
    tomcats: ['10.1.60'],
    redis: undefined,
    visitors: 1,
    terminals: false,
    webapps: ['/shop', '/admin'],
    severalFiles: false,
  }),
  plan: [
    visit(500, 'A', '/shop/login?user=zhang'),
    visit(4500, 'A', '/admin/index'),
    visit(8500, 'A', '/index'),
    visit(12_500, 'A', '/shop/whoami'),
  ],
  until: 17_000,
  speed: 2,
  promise: (notes) => {
    const cookies = notes.flatMap((note) =>
      note.kind === 'answered' && note.setCookie ? [/Path=([^;]*)/.exec(note.setCookie)?.[1]] : [],
    );
    return cookies.join() === '/shop,/admin,/' && notes.some(({ kind }) => kind === 'login-kept');
  },
});
