import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { exerciseOf, filesOf } from '../../../lessons/folders.ts';
import { BOOTED_AT, boot, grade, type Note, type Planned, run, visitsOf } from '../../../simulator/index.ts';
import { guideLab } from '../../support/labs.ts';
import { compared, type Done, own, programs } from './measure.ts';
import type { Comparison } from './side-by-side.ts';
import { Stack } from './stack.ts';

const TIMES = 3;
const SIMULATED = 50;

/**
 * Milliseconds for one scenario: all programs start, somebody logs in, his Tomcat is killed, he looks in. The real one is then
 * also set against the grading of a whole exercise on that question, all its checks included.
 */
export async function scenario(webapp: string): Promise<Comparison[]> {
  const reals: Done[] = [];
  const played = await compared('scenario', 'ms', TIMES, {
    real: async () => {
      const took = { amount: 1, ...(await programs(() => onRealPrograms(webapp))) };
      reals.push(took);
      return took;
    },
    ours: async () => ({ amount: SIMULATED, ...(await own(() => repeat(simulated))) }),
  });
  const exercise = await exerciseOf('failover');
  const solution = filesOf('failover', 'solution');
  const graded = await compared('grading', 'ms', TIMES, {
    real: () => reals.shift() as Done,
    ours: async () => ({ amount: 1, ...(await own(() => grade(exercise, solution))) }),
  });
  return [played, graded];
}

async function onRealPrograms(webapp: string): Promise<void> {
  const stack = await Stack.create(webapp, 'memory');
  const jar = join(stack.folder, 'jar');
  const visit = (path: string) =>
    execFileSync('curl', ['-s', '-i', '-b', jar, '-c', jar, `http://127.0.0.1:${stack.ports.nginx}${path}`], {
      encoding: 'utf8',
    });
  try {
    await stack.start();
    const [, server] = /^X-Lab-Server: (tomcat[12])/im.exec(visit('/login?user=zhang')) ?? [];
    if (server !== 'tomcat1' && server !== 'tomcat2') throw new Error('nobody has answered the login');
    await stack.kill(server);
    if (!visit('/whoami').includes('no session')) throw new Error('the login is still known');
  } finally {
    await stack.end();
  }
}

function simulated(): void {
  const notes: Note[] = [];
  const lab = guideLab();
  const visit = (at: number, path: string): Planned => ({
    at: BOOTED_AT + at,
    action: { kind: 'visit', host: 'A', visit: { path } },
  });
  const crash: Planned = { at: BOOTED_AT + 1000, action: { kind: 'power', host: 'tomcat1', event: 'crash' } };
  const plan = [visit(0, '/login?user=zhang'), crash, visit(2000, '/whoami')];
  run(boot(lab), plan, BOOTED_AT + 5000, (note) => notes.push(note));
  const [, last] = visitsOf(notes);
  if (last?.login !== 'login-lost') throw new Error(`the login is not lost: ${last?.login}`);
}

async function repeat(work: () => void): Promise<void> {
  for (let i = 0; i < SIMULATED; i++) work();
}
