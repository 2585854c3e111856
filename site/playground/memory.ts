import type { Lab } from '../../simulator/index.ts';
import { isRecord } from '../is-record.ts';
import { keep, recall } from '../storage.ts';
import { KEY } from './kept.ts';

/** Keeps the lab that stands on the bench. Browsers may refuse to remember: then it lives as long as the page. */
export const remember = (lab: Lab) => keep(KEY, JSON.stringify(lab));

export const forget = () => keep(KEY, undefined);

/** The lab that stood on the bench when somebody was last here. */
export function remembered(): Lab | undefined {
  try {
    const kept: unknown = JSON.parse(recall(KEY) ?? 'null');
    return isLab(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it has a lab's shape. An older page may have kept another one. */
function isLab(kept: unknown): kept is Lab {
  if (!isRecord(kept)) return false;
  const { nginx, tomcats, visitors, localhost, seed, redis, terminals, addresses = [] } = kept;
  return (
    typeof seed === 'number' &&
    hasFiles(nginx) &&
    areAll(tomcats, isTomcat) &&
    areAll(visitors, isVisitor) &&
    areAll(localhost, isText) &&
    areAll(addresses, isText) &&
    (redis === undefined || (hasFiles(redis) && isOneOf(['3.2.1', '7.0.15'], redis['version']))) &&
    (terminals === undefined || isTerminals(terminals))
  );
}

/** More windows than these nobody had. */
const MOST_WINDOWS = 9;

const isText = (value: unknown) => typeof value === 'string';
const isOneOf = (known: readonly unknown[], value: unknown) => known.includes(value);
const areAll = (list: unknown, is: (one: unknown) => boolean) => Array.isArray(list) && list.every(is);
const hasFiles = (one: unknown): one is Record<string, unknown> =>
  isRecord(one) && isRecord(one['files']) && Object.values(one['files']).every(isText);
const isTomcat = (one: unknown) =>
  hasFiles(one) && isText(one['name']) && isOneOf(['7.0.69', '10.1.60'], one['version']);
const isVisitor = (one: unknown) =>
  isRecord(one) && isText(one['name']) && isText(one['address']) && typeof one['cookies'] === 'boolean';
const isTerminals = (one: unknown) =>
  isRecord(one) &&
  Number.isInteger(one['count']) &&
  Number(one['count']) >= 0 &&
  Number(one['count']) <= MOST_WINDOWS &&
  isOneOf(['absent', 'built', 'running'], one['redis']);
