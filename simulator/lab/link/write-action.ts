import type { Client } from '../../client/client.ts';
import type { Planned, Visit } from '../../engine/world.ts';
import { newVisitor } from '../build.ts';
import { escapeName, escapeText } from './escape.ts';
import { computedText } from './json.ts';
import { powerSigns, signs } from './signs.ts';

type Doing = Planned['action'];
type Writers = { [Kind in Doing['kind']]: (action: Extract<Doing, { kind: Kind }>, editor: Editor) => string };

/** What the learner's editor holds; an edit that saves just that does not say it again. */
export type Editor = (host: string, file: string) => string | undefined;

/** An action of a run as part of a link, e.g. `K:tomcat1@3000` or `V:A/login?user=A@0`. */
export const actionText = ({ at, action }: Planned, editor: Editor): string => `${doingText(action, editor)}@${at}`;

/** The same without its time. */
export function doingText(action: Doing, editor: Editor): string {
  const write = writers[action.kind] as (action: Doing, editor: Editor) => string;
  return write(action, editor);
}

const writers: Writers = {
  power: ({ host, event }) => `${powerSigns[event]}:${escapeName(host)}`,
  visit: ({ host, visit }) => `${signs.visit}:${escapeName(host)}${optionsOf(visit)}${pathOf(visit)}`,
  type: ({ host, line }) => `${signs.type}:${escapeName(host)}=${escapeText(line)}`,
  interrupt: ({ host, signal }) => `${signs.interrupt}:${escapeName(host)}=${signal}`,
  edit: ({ host, file, text }, editor) => {
    const place = `${escapeName(host)}/${escapePath(file)}`;
    if (text === null) return `${signs.delete}:${place}`;
    return `${signs.edit}:${place}${text === editor(host, file) ? '' : `=${escapeText(text)}`}`;
  },
  link: ({ from, to, event }) => `${event === 'cut' ? signs.cut : signs.mend}:${escapeName(from)}/${escapeName(to)}`,
  netem: ({ from, to, delay, loss }) => `${signs.netem}:${escapeName(from)}/${escapeName(to)};${delay};${loss}`,
  slow: ({ host, factor }) => `${signs.slow}:${escapeName(host)}=${factor}`,
  'redis-cli': ({ host, argv }) => `${signs.redisCli}:${escapeName(host)}=${escapeText(JSON.stringify(argv))}`,
  join: ({ visitor }) => `${signs.join}:${visitorText(visitor)}${planOf(visitor)}`,
  move: ({ host, ip }) => `${signs.move}:${escapeName(host)}=${escapeText(ip)}`,
  leave: ({ host }) => `${signs.leave}:${escapeName(host)}`,
  cookies: ({ host, accepts }) => `${signs.cookies}:${escapeName(host)}=${accepts ? 'on' : 'off'}`,
  traffic: ({ traffic }) => `${signs.traffic}:=${escapeText(JSON.stringify(traffic))}`,
  open: ({ terminal }) => `${signs.open}:${escapeName(terminal.name)}`,
  computed: ({ host, computed }) => `${signs.computed}:${escapeName(host)}=${escapeText(computedText(computed))}`,
};

/** A visitor's name, address and whether he takes cookies: `D/203.0.113.9`, `E;no-cookies/2001:db8::1`. */
export const visitorText = ({ name, ip, cookies }: Pick<Client, 'name' | 'ip' | 'cookies'>): string =>
  `${escapeName(name)}${cookies ? '' : ';no-cookies'}/${escapeText(ip)}`;

/** A path within a host, whose end is a sign of the link's own. */
export const escapePath = (path: string): string => escapeName(path).replaceAll('%2F', '/');

/** Almost all visits are plain GETs by people who wait. */
function optionsOf({ method, patience }: Visit): string {
  if (patience !== undefined) return `;${escapeName(method ?? '')};${patience}`;
  return method === undefined ? '' : `;${escapeName(method)}`;
}

const pathOf = ({ path }: Visit) => (path.startsWith('/') ? escapeText(path) : `=${escapeText(path)}`);

/** What a visitor will do by himself. */
function planOf(visitor: Client): string {
  const { plan } = newVisitor({ name: visitor.name, address: visitor.ip, cookies: visitor.cookies });
  const [given, usual] = [JSON.stringify(visitor.plan), JSON.stringify(plan)];
  return given === usual ? '' : `=${escapeText(given)}`;
}
