import {
  type Host,
  type JavaValue,
  type SessionHome,
  sessionHomes,
  valueAt,
  type World,
} from '../../../../simulator/index.ts';
import type { Absence, Cell, Whereabouts, XrayPlace } from '../../xray.ts';
import { javaStream } from '../java-view.ts';
import type { Life } from './life.ts';
import { bytesCell, type JavaClasses, nodeCell, valueCell } from './values.ts';

type Tomcat = Extract<Host, { kind: 'tomcat' }>;
type Redis = Extract<Host, { kind: 'redis' }>;
type Client = Extract<Host, { kind: 'client' }>;
type SavedSession = {
  id: string;
  created: number;
  lastAccessed: number;
  thisAccessed: number;
  maxInactive: number;
  isNew: boolean;
};

/** A place with what it says of the session; times are the engine's virtual ms. */
export interface Holding extends XrayPlace {
  attributes: Record<string, Cell>;
  facts: Partial<
    Record<'created' | 'lastAccessed' | 'thisAccessed' | 'maxInactive' | 'left' | 'isNew' | 'bytes', Cell>
  >;
}

interface Looking {
  id: string;
  world: World;
  life: Life;
}

/** Every place that has the session or could have it: cookie, memories, files, Redis, in this order. */
export function holdings(looking: Looking, visitor: string | undefined): Holding[] {
  const hosts = [...looking.world.hosts.values()];
  const tomcats = hosts.filter((host) => host.kind === 'tomcat');
  const homes = tomcats.flatMap((tomcat) => homesOf(tomcat, looking).map((home) => ({ tomcat, home })));
  return [
    ...hosts.flatMap((host) => (host.kind === 'client' ? cookie(host, looking, host.name === visitor) : [])),
    ...homes.map(({ tomcat, home }) => heap(tomcat, home, looking)),
    ...homes.flatMap(({ tomcat, home }) => file(tomcat, home, looking)),
    ...hosts.flatMap((host) => (host.kind === 'redis' ? inRedis(host, looking) : [])),
  ];
}

/** Of several webapps those that have something to do with the session; at least one. */
function homesOf(tomcat: Tomcat, { id }: Looking): SessionHome[] {
  const homes = sessionHomes(tomcat, id);
  const holding = homes.filter(({ session }) => session);
  return holding.length > 0 ? holding : homes.slice(0, 1);
}

function cookie({ name, cookies, jar }: Client, { id }: Looking, wanted: boolean): Holding[] {
  const found = jar.find(({ value }) => value === id);
  if (!found && !wanted) return [];
  const other = jar.some((one) => one.name === 'JSESSIONID');
  const why: Whereabouts = !cookies ? 'refuses-cookies' : other ? 'other-cookie' : 'no-cookie';
  return [{ ...place('cookie', name, found?.path ?? '/', found ? undefined : { why, at: undefined }) }];
}

function heap(tomcat: Tomcat, home: SessionHome, { world, life }: Looking): Holding {
  const { name, webapps } = tomcat;
  const { session, webapp, inRedis } = home;
  const classes = webapps.get(webapp)?.classes ?? {};
  if (session) return { ...place('heap', name, webapp), ...contents(session, session.attributes, classes, world) };
  const gone = life.trail('heap', name)?.gone;
  const why = webapps.size === 0 ? (gone?.why ?? 'no-process') : inRedis ? 'in-redis' : (gone?.why ?? never(life));
  return place('heap', name, webapp, { why, at: gone?.at });
}

const never = ({ isWhole }: Life): Whereabouts => (isWhole ? 'never-here' : 'not-lately');

function contents(
  session: SavedSession,
  attributes: Readonly<Record<string, JavaValue>>,
  classes: JavaClasses,
  world: World,
) {
  const cells = Object.entries(attributes).map(([name, value]) => [name, valueCell(value, classes)]);
  return { attributes: Object.fromEntries(cells), facts: factsOf(session, world) };
}

function factsOf(
  { created, lastAccessed, thisAccessed, maxInactive, isNew }: SavedSession,
  world: World,
): Holding['facts'] {
  const ms = maxInactive > 0 ? maxInactive : undefined;
  return {
    created: { type: 'moment', at: created },
    lastAccessed: { type: 'moment', at: lastAccessed },
    thisAccessed: { type: 'moment', at: thisAccessed },
    maxInactive: { type: 'span', ms },
    left: { type: 'span', ms: ms === undefined ? undefined : thisAccessed + ms - world.now },
    isNew: { type: 'truth', is: isNew },
  };
}

function file(tomcat: Tomcat, { file: path, webapp }: SessionHome, { id, world }: Looking): Holding[] {
  if (path === undefined) return [];
  const onDisk = path.startsWith('/') ? world.disks.get(tomcat.machine)?.get(path) : tomcat.disk.get(path);
  const saved = typeof onDisk === 'object' && 'sessions' in onDisk ? onDisk : undefined;
  const stored = saved?.sessions.find((session) => session.id === id);
  if (!stored) return [place('file', tomcat.name, path, { why: saved ? 'not-in-file' : 'no-file', at: undefined })];
  const classes = tomcat.webapps.get(webapp)?.classes ?? {};
  const cells = stored.attributes.map((attribute): [string, Cell] => [
    attribute.name,
    'bytes' in attribute
      ? bytesCell(attribute.bytes, classes)
      : { type: 'value', text: attribute.fault.class, lost: true },
  ]);
  return [
    { ...place('file', tomcat.name, path), attributes: Object.fromEntries(cells), facts: factsOf(stored, world) },
  ];
}

type Entry = { type: string; value: unknown; expireAt: number | null };

function inRedis(redis: Redis, looking: Looking): Holding[] {
  const { id, world, life } = looking;
  const { name, server, disk } = redis;
  const found = (server?.databases ?? []).flatMap(({ entries }, db) => {
    const entry = valueAt(entries, id);
    return entry && (entry.expireAt === null || entry.expireAt >= world.now)
      ? [holdingOf('redis', name, db, entry, world)]
      : [];
  });
  const gone = life.trail('redis', name)?.gone;
  const why: Whereabouts = server ? (gone?.why ?? never(life)) : 'no-process';
  const dumps = [...disk.values()].flatMap((saved) =>
    saved.kind === 'folder'
      ? []
      : saved.databases.flatMap(({ db, entries }) => {
          const [, value, expireAt] = entries.find(([key]) => key === id) ?? [];
          return value && expireAt !== undefined ? [holdingOf('dump', name, db, { ...value, expireAt }, world)] : [];
        }),
  );
  return [...(found.length > 0 ? found : [place('redis', name, '0', { why, at: gone?.at })]), ...dumps];
}

/** A key's bytes, decoded as far as Java wrote them. */
function holdingOf(
  kind: 'redis' | 'dump',
  host: string,
  db: number,
  { type, value, expireAt }: Entry,
  world: World,
): Holding {
  const java = type === 'string' && typeof value === 'string' ? javaStream(value, world) : undefined;
  const left: Cell = { type: 'span', ms: expireAt === null ? undefined : expireAt - world.now };
  const bytes: Cell = { type: 'size', bytes: typeof value === 'string' ? value.length : 0 };
  const facts: Holding['facts'] = { left, bytes };
  const saved = java?.session;
  for (const name of ['created', 'lastAccessed', 'thisAccessed'] as const) {
    const unix = saved?.[name]?.unix;
    if (unix !== undefined) facts[name] = { type: 'moment', at: unix - world.epoch };
  }
  if (saved?.maxInactive !== undefined)
    facts.maxInactive = { type: 'span', ms: saved.maxInactive > 0 ? saved.maxInactive * 1000 : undefined };
  if (saved?.isNew !== undefined) facts.isNew = { type: 'truth', is: saved.isNew };
  const attributes = Object.fromEntries(
    (saved ? (java?.objects ?? []) : []).map((node) => [node.name, nodeCell(node)]),
  );
  return { ...place(kind, host, String(db)), attributes, facts };
}

const place = (kind: XrayPlace['kind'], host: string, detail: string, absence?: Absence): Holding => ({
  kind,
  host,
  detail,
  holds: absence === undefined,
  absence,
  attributes: {},
  facts: {},
});
