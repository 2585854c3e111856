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
  const { nginx, tomcats, visitors, localhost, seed, redis } = kept;
  const hasFiles = (one: unknown) =>
    isRecord(one) && isRecord(one['files']) && Object.values(one['files']).every((text) => typeof text === 'string');
  const isTomcat = (one: unknown) =>
    hasFiles(one) &&
    isRecord(one) &&
    typeof one['name'] === 'string' &&
    ['7.0.69', '10.1.60'].includes(String(one['version']));
  const isRedis = (one: unknown) =>
    hasFiles(one) && isRecord(one) && ['3.2.1', '7.0.15'].includes(String(one['version']));
  const isVisitor = (one: unknown) =>
    isRecord(one) &&
    typeof one['name'] === 'string' &&
    typeof one['address'] === 'string' &&
    typeof one['cookies'] === 'boolean';
  return (
    typeof seed === 'number' &&
    hasFiles(nginx) &&
    Array.isArray(tomcats) &&
    tomcats.every(isTomcat) &&
    Array.isArray(visitors) &&
    visitors.every(isVisitor) &&
    Array.isArray(localhost) &&
    (redis === undefined || isRedis(redis))
  );
}
