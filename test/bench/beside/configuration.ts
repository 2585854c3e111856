import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxFiles } from '../../../simulator/index.ts';
import { diagnose } from '../../../simulator/nginx/conf/diagnose.ts';
import { installed } from '../../take-home/programs.ts';
import { compared, own, programs } from './measure.ts';
import type { Comparison } from './side-by-side.ts';
import { nginxConf, nginxWords } from './stack.ts';

const TIMES = 5;
const TESTS = 30;

/** Milliseconds that `nginx -t` takes for the guide's nginx.conf, its process included, against the simulator's diagnosis of the same text. */
export async function configurationTest(): Promise<Comparison> {
  const nginx = installed('nginx') ?? 'nginx';
  const folder = mkdtempSync(join(tmpdir(), 'beside-'));
  const ports = { http: 8080, shutdown: 8005, ajp: 8009 };
  const conf = (at: string) =>
    nginxConf(at, { nginx: 8088, redis: 6379, tomcat1: ports, tomcat2: { ...ports, http: 8081 } });
  writeFileSync(join(folder, 'nginx.conf'), conf(folder));
  // On the lab's machine there is no such folder.
  const files = nginxFiles(conf('/tmp'));
  const test = () => {
    const { status, stderr } = spawnSync(nginx, ['-t', ...nginxWords(folder)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`nginx refuses it: ${stderr}`);
  };
  const diagnosed = () => {
    const { problems } = diagnose(files, 'nginx.conf');
    if (problems.length > 0) throw new Error(`the simulator refuses it: ${JSON.stringify(problems)}`);
  };
  try {
    return await compared('configuration-test', 'ms', TIMES, {
      real: async () => ({ amount: TESTS, ...(await programs(() => repeat(TESTS, test))) }),
      ours: async () => ({ amount: 20 * TESTS, ...(await own(() => repeat(20 * TESTS, diagnosed))) }),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function repeat(times: number, work: () => void): void {
  for (let i = 0; i < times; i++) work();
}
