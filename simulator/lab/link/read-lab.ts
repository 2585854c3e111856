import { own } from '../../core/own.ts';
import type { RedisVersion } from '../../redis/redis.ts';
import type { Lab, LabTerminals, LabTomcat, LabVisitor, TomcatVersion } from '../lab.ts';
import { isAddress } from './address.ts';
import { isName } from './cast.ts';
import { numberIn, unescaped } from './escape.ts';
import { cutAt, type Field, type Piece, piecesOf } from './fields.ts';
import type { LinkProblemCode } from './link.ts';
import { visitorBehind } from './read-action.ts';

/** Where what cannot be taken is told. */
export type Tell = (code: LinkProblemCode, part: { token: string; at: number }) => void;

/** A Tomcat is a process with a heap: more than this no page can show. */
const MOST_TOMCATS = 32;
const MOST_VISITORS = 1000;
const MOST_WINDOWS = 9;
const MOST_ADDRESSES = 32;

const tomcatVersions: readonly string[] = ['7.0.69', '10.1.60'] satisfies TomcatVersion[];
const redisVersions: readonly string[] = ['3.2.1', '7.0.15'] satisfies RedisVersion[];

type Reader = (lab: Lab, field: Field, tell: Tell) => Lab;

/** The fields that say who is there and what else a lab is built from. */
const readers: Record<string, Reader> = {
  seed(lab, field, tell) {
    const seed = numberIn(field.value, 2 ** 32);
    if (seed === undefined || !Number.isInteger(seed)) return refused(lab, 'bad-number', field, tell);
    return { ...lab, seed };
  },
  tomcats: (lab, field, tell) => ({
    ...lab,
    tomcats: list(field, tell, MOST_TOMCATS, (text, before: LabTomcat[]) => tomcatIn(text, lab, before)),
  }),
  redis(lab, field, tell) {
    const { redis: before, ...rest } = lab;
    if (field.value === 'none') return rest;
    if (!redisVersions.includes(field.value)) return refused(lab, 'bad-form', field, tell);
    return { ...lab, redis: { files: before?.files ?? {}, version: field.value as RedisVersion } };
  },
  visitors: (lab, field, tell) => ({
    ...lab,
    visitors: list(field, tell, MOST_VISITORS, (text, before: LabVisitor[]) => visitorIn(text, lab, before)),
  }),
  windows(lab, field, tell) {
    const { terminals: _, ...rest } = lab;
    if (field.value === 'none') return rest;
    const [count = '', redis = '', ...more] = field.value.split('/');
    const number = numberIn(count, MOST_WINDOWS);
    if (number === undefined || !Number.isInteger(number)) return refused(lab, 'bad-number', field, tell);
    if (!['absent', 'built', 'running'].includes(redis) || more.length > 0)
      return refused(lab, 'bad-form', field, tell);
    return { ...lab, terminals: { count: number, redis: redis as LabTerminals['redis'] } };
  },
  addresses(lab, field, tell) {
    const { addresses: _, ...rest } = lab;
    return field.value === 'none' ? rest : { ...lab, addresses: addressesIn(field, tell) };
  },
  localhost: (lab, field, tell) => ({ ...lab, localhost: addressesIn(field, tell) }),
};

const addressesIn = (field: Field, tell: Tell): string[] =>
  list<string>(field, tell, MOST_ADDRESSES, (text) => {
    const address = unescaped(text);
    return address !== undefined && isAddress(address) ? address : { problem: 'bad-address' };
  });

/** The lab with what a field says of it; `undefined`: the field says something else. */
export function withField(lab: Lab, field: Field, tell: Tell): Lab | undefined {
  return own(readers, field.key)?.(lab, field, tell);
}

function refused(lab: Lab, code: LinkProblemCode, field: Field, tell: Tell): Lab {
  tell(code, field);
  return lab;
}

type Item<T> = T | { problem: LinkProblemCode };

function list<T extends object | string>(
  field: Field,
  tell: Tell,
  most: number,
  read: (text: string, before: T[]) => Item<T>,
): T[] {
  const items: T[] = [];
  for (const { text, at } of piecesOf(field) satisfies Piece[]) {
    const item = items.length < most ? read(text, items) : ({ problem: 'too-long' } as const);
    if (typeof item === 'object' && 'problem' in item) tell(item.problem, { token: text, at });
    else items.push(item);
  }
  return items;
}

/** A Tomcat that the lab has keeps its files; a new one has those that the link names. */
function tomcatIn(text: string, lab: Lab, before: readonly LabTomcat[]): Item<LabTomcat> {
  const [nameText, rest] = cutAt(text, '/');
  const [name, version] = [unescaped(nameText), rest.slice(1)];
  if (name === undefined) return { problem: 'bad-escape' };
  if (!tomcatVersions.includes(version)) return { problem: 'bad-form' };
  const problem = refusalOfName(name, [...before, ...lab.visitors]);
  if (problem) return { problem };
  const known = lab.tomcats.find((tomcat) => tomcat.name === name);
  return { name, version: version as TomcatVersion, files: known?.files ?? {} };
}

function visitorIn(text: string, lab: Lab, before: readonly LabVisitor[]): Item<LabVisitor> {
  const [nameText, behind] = cutAt(text, '/', ';');
  const name = unescaped(nameText);
  if (name === undefined) return { problem: 'bad-escape' };
  const problem = refusalOfName(name, [...before, ...lab.tomcats]);
  return problem ? { problem } : visitorBehind(name, behind);
}

function refusalOfName(name: string, others: readonly { name: string }[]): LinkProblemCode | undefined {
  if (!isName(name)) return 'bad-form';
  const taken = name === 'nginx' || name === 'redis' || /^terminal\d+$/.test(name);
  return taken || others.some((other) => other.name === name) ? 'host-exists' : undefined;
}
