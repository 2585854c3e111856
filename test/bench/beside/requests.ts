import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type World } from '../../../simulator/index.ts';
import { crowdInMemory, crowdInRedis, requestsAnswered } from '../engine.ts';
import { compared, type Done, own, programs } from './measure.ts';
import type { Comparison } from './side-by-side.ts';
import { Stack } from './stack.ts';

const VISITORS = 500;
const TIMES = 5;
const CONNECTIONS = 32;
/** wrk's own times, in seconds. A Tomcat that is new is compiled while it works. */
const [WARM_UP, RUN] = [10, 4];

/** Requests per second: wrk through nginx (ip_hash) to two Tomcats, against the same number of simulated visitors. */
export async function requests(webapp: string, sessions: 'memory' | 'redis'): Promise<Comparison> {
  const stack = await Stack.create(webapp, sessions);
  try {
    await stack.start();
    const script = join(stack.folder, 'visitors.lua');
    writeFileSync(script, luaOf(await logIn(stack.ports.nginx)));
    wrk(stack, script, WARM_UP);
    const of = sessions === 'memory' ? 'requests-in-memory' : 'requests-through-redis';
    const crowd = sessions === 'memory' ? crowdInMemory : crowdInRedis;
    const real = async (): Promise<Done> => {
      const { result, ...took } = await programs(() => wrk(stack, script, RUN), stack.pids);
      return { ...took, amount: result };
    };
    return await compared(of, 'per second', TIMES, { real, ours: () => simulated(crowd()) });
  } finally {
    await stack.end();
  }
}

async function simulated(world: World): Promise<Done> {
  const took = await own(() => run(world, [], Number.POSITIVE_INFINITY));
  return { ...took, amount: requestsAnswered(world) };
}

interface LoggedIn {
  address: string;
  cookie: string;
}

/** Everybody logs in once and then is known: else the run would measure something else. */
async function logIn(port: number): Promise<LoggedIn[]> {
  const visitors: LoggedIn[] = [];
  for (let i = 0; i < VISITORS; i++) {
    const address = `10.${i >> 8}.${i & 255}.9`;
    const headers = { 'X-Forwarded-For': address };
    const login = await fetch(`http://127.0.0.1:${port}/login?user=zhang`, { headers });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(`http://127.0.0.1:${port}/whoami`, { headers: { ...headers, Cookie: cookie } });
    const text = await page.text();
    if (!text.startsWith('user=zhang ')) throw new Error(`a visitor is not known: ${text}`);
    visitors.push({ address, cookie });
  }
  return visitors;
}

const luaOf = (visitors: readonly LoggedIn[]) => `local requests = {}
local at = 0
function init()
${visitors.map(({ address, cookie }) => `  requests[#requests + 1] = wrk.format("GET", "/whoami", {["Cookie"] = "${cookie}", ["X-Forwarded-For"] = "${address}"})`).join('\n')}
end
function request()
  at = at % #requests + 1
  return requests[at]
end
`;

/** Runs wrk for so many seconds; returns the requests that were answered, all of them by a page. */
function wrk(stack: Stack, script: string, seconds: number): number {
  const words = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', script, `http://127.0.0.1:${stack.ports.nginx}`];
  const { stdout } = spawnSync('wrk', words, { encoding: 'utf8' });
  const [, count] = /(\d+) requests in/.exec(stdout) ?? [];
  if (count === undefined || /Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk says: ${stdout}`);
  return Number(count);
}
