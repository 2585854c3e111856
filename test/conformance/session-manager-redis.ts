import type { Reply } from '../../simulator/core/resp.ts';
import { putAt } from '../../simulator/core/shared-map.ts';
import { newDatabase } from '../../simulator/redis/host.ts';
import { repliesIn } from '../support/resp.ts';
import { named, type Play, type Result, real, shown } from './tomcat-play.ts';

/** What Redis executed for the Tomcats since the last event, as the recorder wrote its MONITOR down. */
export function commandsOf(play: Play): string[] | undefined {
  const lines = play.lab.takeCommands().map(({ db, argv }) => {
    const [name = '', ...rest] = argv;
    if (name === 'AUTH') return `[db ${db}] AUTH (redacted)`;
    const words = rest.map((word) =>
      isText(word) ? word : `<${word.length} bytes, starts ${escaped(word.slice(0, 4))}>`,
    );
    return named(play, `[db ${name === 'SELECT' ? rest[0] : db}] ${[name, ...words].join(' ')}`);
  });
  return lines.length > 0 ? lines : undefined;
}

const isText = (word: string) => /^[ -~]*$/.test(word);

const escaped = (bytes: string) =>
  [...bytes].map((char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');

/** What `redis-cli` prints when nobody sits at a terminal. */
export function redisCli(play: Play, args: readonly string[]): string {
  for (const arg of args) named(play, arg);
  const made = collection(play, args);
  if (made !== undefined) return made;
  const password = /--requirepass (\S+)/.exec(String(play.recorded.redis))?.[1];
  const words = args.map((arg) => real(play, arg));
  const commands = password === undefined ? [words] : [['AUTH', password], words];
  const reply = repliesIn(play.lab.ask('cli', commands)).at(-1);
  return reply ? plain(reply) : '';
}

/** Lists and hashes are worked out elsewhere, and that takes time: here they are simply put there. */
function collection({ lab }: Play, [name = '', key = '', ...items]: readonly string[]): string | undefined {
  const { entries } = lab.redis.server?.databases[0] ?? newDatabase();
  const fresh = { expireAt: null, usedAt: lab.world.now };
  const pairs = items.flatMap((item, i) => (i % 2 === 0 ? [[item, items[i + 1] ?? ''] as const] : []));
  if (/^[LR]PUSH$/i.test(name)) putAt(entries, key, { type: 'list', value: items, ...fresh });
  else if (/^HM?SET$/i.test(name)) putAt(entries, key, { type: 'hash', value: pairs, ...fresh });
  else return undefined;
  return /^HMSET$/i.test(name) ? 'OK' : String(/^H/i.test(name) ? pairs.length : items.length);
}

function plain(reply: Reply): string {
  if (reply.type === 'array') return (reply.items ?? []).map(plain).join('\n');
  return reply.text ?? '';
}

/** A value's bytes as the recorder kept them: times and ids replaced. */
export function storedBytes(play: Play, key: string): Result {
  const bytes = redisCli(play, ['GET', key]);
  const { world } = play.lab;
  let hex = Buffer.from(bytes, 'latin1').toString('hex');
  const first = BigInt(world.epoch);
  const last = BigInt(world.epoch + world.now);
  hex = hex.replace(/000001[0-9a-f]{10}/g, (found) => {
    const time = BigInt(`0x${found}`);
    return time >= first && time <= last ? '0000015479d9d680' : found;
  });
  for (const [id, name] of play.names) {
    const number = name.slice(4, -1).padStart(32, '0');
    hex = hex.replaceAll(Buffer.from(id).toString('hex'), Buffer.from(number).toString('hex'));
  }
  return { bytes: bytes.length, hex };
}

type Act = (play: Play, what: string, index: number) => Result;

/** What the recorder did to Redis and to running requests, by what its text says. */
export const actions: readonly (readonly [RegExp, Act])[] = [
  [/^kill -9 (the )?redis$/, (play) => power(play, 'crash')],
  [/^(start redis( again)?\b.*|redis is started( again)?)$/, (play) => power(play, 'start')],
  [/^restart redis\b/, (play) => ({ ...power(play, 'stop'), ...power(play, 'start') })],
  [/^(SHUTDOWN|stop redis)\b/, (play) => power(play, 'stop')],
  [/^\d+ parallel requests without cookie$/, parallel],
  [/^(t\d) (\S+) started first, ([\d.]+) s later (t\d) (\S+) runs and ends$/, overlapping],
  [/^(?:two parallel requests: )?(t\d) (\S+) and (t\d) (\S+) (in parallel|at the same time|together)$/, together],
  [/^(\S+) with (.+) after ([\d.]+) s$/, interrupted],
  [/^seconds that the request took$/, ({ lab }) => ({ about: Math.round(lab.lastTook / 100) / 10 })],
  [/^change the mtime of \S+$/, touch],
  [/^what the client of \S+ got$/, (play, _, index) => shownEarly(play, index)],
];

/** Starts or ends Redis. */
export function power({ lab }: Play, event: 'crash' | 'start' | 'stop'): Result {
  lab.power('redis', event);
  lab.wait(10);
  return {};
}

function parallel(play: Play, what: string): Result {
  const [about] = Object.values(play.recorded.tomcats);
  const chains = Array.from({ length: Number.parseInt(what, 10) }, () =>
    play.lab.send(about?.http ?? 0, 'GET', '/index'),
  );
  for (const chain of chains) play.lab.reply(chain);
  play.lab.takeCommands();
  const clients = [...(play.lab.redis.server?.clients.keys() ?? [])];
  return {
    connected_clients_on_redis_excluding_monitor_and_cli: clients.filter((name) => !name.startsWith('tester')).length,
  };
}

function overlapping(play: Play, what: string): Result {
  const [, one = '', slow = '', seconds = '', other = '', quick = ''] =
    /^(t\d) (\S+) started first, ([\d.]+) s later (t\d) (\S+)/.exec(what) ?? [];
  const [id = ''] = play.names.keys();
  const send = (name: string, target: string) =>
    play.lab.send(play.recorded.tomcats[name]?.http ?? 0, 'GET', target, `JSESSIONID=${id}`);
  const first = send(one, slow);
  play.lab.wait(Number(seconds) * 1000);
  const second = send(other, quick);
  const body = (chain: string, target: string) => `${target} -> ${shown(play, play.lab.reply(chain), {})['body']}`;
  return { bodies: [body(second, quick), body(first, slow)] };
}

function together(play: Play, what: string): Result {
  const [, one = '', first = '', other = '', second = ''] = /(t\d) (\S+) and (t\d) (\S+)/.exec(what) ?? [];
  const [id = ''] = play.names.keys();
  const ports = [one, other].map((name) => play.recorded.tomcats[name]?.http ?? 0);
  const targets = [first, second];
  const chains = ports.map((port, i) => play.lab.send(port, 'GET', targets[i] ?? '', `JSESSIONID=${id}`));
  return { bodies: chains.map((chain, i) => `${targets[i]} -> ${shown(play, play.lab.reply(chain), {})['body']}`) };
}

/** While a request runs, something happens to Redis or to its key. */
function interrupted(play: Play, what: string, index: number): Result {
  const begun = play.early.get(index);
  if (begun) return shown(play, play.lab.reply(begun.chain), {});
  const chain = beginning(play, what);
  const before = play.lab.takeCommands();
  if (/restart/.test(what)) for (const event of ['stop', 'start'] as const) power(play, event);
  else power(play, 'crash');
  const result = shown(play, play.lab.reply(chain), {});
  play.lab.putBackCommands(before);
  return result;
}

const during = /^(\S+) with (.+) after ([\d.]+) s$/;

/** The recorder notes what it did to Redis or a key before the request during which it did it. */
export function beginInterrupted(play: Play, index: number): void {
  const next = play.recorded.events[index + 1];
  if (next?.t !== 'action' || !during.test(next.what)) return;
  play.early.set(index + 1, { chain: beginning(play, next.what), refused: false });
  play.lab.takeCommands();
}

function beginning(play: Play, what: string): string {
  const [, target = '', , seconds = ''] = during.exec(what) ?? [];
  const [about] = Object.values(play.recorded.tomcats);
  const [id = ''] = play.names.keys();
  const chain = play.lab.send(about?.http ?? 0, 'GET', target, `JSESSIONID=${id}`);
  play.lab.wait(Number(seconds) * 1000);
  return chain;
}

function touch({ lab }: Play, what: string): Result {
  const file = what.replace('change the mtime of ', '');
  const path = /^(WEB|META)-INF/.test(file) ? `webapps/ROOT/${file}` : file;
  for (const host of lab.world.hosts.values())
    if (host.kind === 'tomcat') lab.save(host.name, path, host.files[path] ?? '');
  return {};
}

function shownEarly(play: Play, index: number): Result {
  const sent = play.early.get(index);
  return sent ? shown(play, play.lab.reply(sent.chain), play.recorded.results[index] ?? {}) : {};
}
