import { spawnSync } from 'node:child_process';
import { pathOf } from './sandbox.ts';

/** E.g. `nginx/1.22.1`. */
export function nginxVersion(): string {
  const { stderr } = spawnSync(pathOf('nginx') ?? 'nginx', ['-v'], { encoding: 'utf8' });
  return /nginx\/\S+/.exec(stderr)?.[0] ?? 'nginx of an unknown version';
}
