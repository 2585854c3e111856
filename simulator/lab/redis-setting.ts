import { textOf } from '../core/utf8.ts';
import { findDirective } from '../redis/conf/directive.ts';
import { diskOf } from '../redis/conf/disk.ts';
import { readConfiguration } from '../redis/conf/read.ts';
import { shownValue } from '../redis/conf/values.ts';
import type { LabRedis } from './lab.ts';

/** The value that a lab's redis.conf gives to a setting, as CONFIG GET would show it; the default where it says nothing. */
export function redisSetting({ version, files }: LabRedis, name: string): string {
  const cwd = '/';
  const disk = diskOf(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${cwd}${file}`, text])));
  const directive = findDirective(version, name);
  if (!directive) throw new Error(`Redis ${version} has no setting "${name}"`);
  const { values } = readConfiguration({ version, disk, cwd }, 'redis.conf', undefined);
  return textOf(shownValue(values, directive));
}
