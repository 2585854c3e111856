import { parentOf } from '../../core/path.ts';
import type { Host } from '../../engine/world.ts';
import { type Call, hints, type Result } from '../call.ts';
import { folderOf } from '../files/tree.ts';
import { redisCli } from './redis-cli.ts';

type Redis = Extract<Host, { kind: 'redis' }>;

/** nginx, in whatever way it is called. */
export const nginx = (call: Call): Result =>
  execute(
    call,
    call.turn.out.kernel.hosts.find(({ kind }) => kind === 'nginx'),
    [call.name, ...call.args],
  );

/**
 * bin/startup.sh and its like: the Tomcat is the one in whose folder the script lies. `catalina.sh run` keeps the
 * window, and shows there what else would go to catalina.out.
 */
export function tomcatScript(call: Call, path: string): Result {
  const folder = parentOf(parentOf(path));
  const host = call.turn.out.kernel.hosts.find((one) => one.kind === 'tomcat' && folderOf(one) === folder);
  const keeps = path.endsWith('/catalina.sh') && call.args[0] === 'run';
  return execute(call, host, [path, ...call.args], keeps ? `${folder}/logs/catalina.out` : undefined);
}

/** redis-server, from the folder where it was built, or from where `make install` has put it. */
export const redisServer = (call: Call, path: string): Result =>
  execute(call, redisAt(call, path), [call.name, ...call.args]);

/** redis-cli of the same build. */
export function redisClient(call: Call, path: string): Result {
  const host = redisAt(call, path);
  return redisCli(call, host?.version ?? '3.2.1');
}

function redisAt({ turn }: Call, path: string): Redis | undefined {
  const all = turn.out.kernel.hosts.filter((host) => host.kind === 'redis');
  return path.startsWith('/usr/local/') ? all[0] : all.find(({ folder }) => folder === parentOf(parentOf(path)));
}

function execute({ turn, name, toScreen }: Call, host: Host | undefined, argv: string[], shows?: string): Result {
  if (!host) return hints({ code: 'no-such-host', values: { program: name } });
  const { terminal, out } = turn;
  const pid = out.pid();
  out.send(host.name, { type: 'execute', argv, cwd: terminal.cwd, pid, redirected: !toScreen }, 0);
  return { program: { kind: 'host', host: host.name, name, pid, shows }, printed: [] };
}
