import type { HostName, Outbox, Signal } from '../engine/world.ts';
import type { Tomcat } from './host.ts';
import { tomcatLifecycle } from './lifecycle.ts';
import { scriptLines } from './log/lines.ts';
import { start } from './start.ts';
import { enter } from './state.ts';
import { crash, shutdownScript, stop } from './stop.ts';

const JAVA_HOME = '/usr/lib/jvm/java-17-openjdk-amd64';

/**
 * A script of bin/ that somebody called in a shell, by its full path: startup.sh, shutdown.sh, catalina.sh, version.sh,
 * configtest.sh. What they print without CATALINA_PID, on a terminal.
 */
export function runScript(
  host: Tomcat,
  { argv, pid }: { argv: readonly string[]; pid?: number },
  caller: HostName,
  out: Outbox,
): void {
  const [path = '', ...args] = argv;
  const base = path.slice(0, path.lastIndexOf('/bin/'));
  const script = path.slice(path.lastIndexOf('/') + 1);
  const verb = script === 'catalina.sh' ? (args[0] ?? '') : (usual[script] ?? '');
  const say = (...lines: string[]) => out.send(caller, { type: 'output', lines }, 0);
  const end = (code: number) => out.send(caller, { type: 'exited', code }, 0);
  switch (verb) {
    case 'start':
      say(...using(host, base), 'Tomcat started.');
      start(host, out);
      return void end(0);
    case 'run':
      say(...using(host, base));
      return run(host, { caller, pid }, end, out);
    case 'stop': {
      say(...using(host, base));
      const lines = scriptLines(shutdownScript(host, out), out.wallClock);
      if (lines.length > 0) say(...lines);
      return void end(0);
    }
    case 'version':
      say(
        ...using(host, base),
        `Server version: ${host.traits.serverInfo}`,
        `JVM Version:    17.0.15+6-Debian-1deb12u1`,
      );
      return void end(0);
    default:
      say(...usage);
      return void end(1);
  }
}

const usual: Readonly<Record<string, string>> = {
  'startup.sh': 'start',
  'shutdown.sh': 'stop',
  'version.sh': 'version',
};

/** `catalina.sh run`: whoever called it waits for the end. A second JVM finds the ports taken, and ends. */
function run(
  host: Tomcat,
  { caller, pid }: { caller: HostName; pid: number | undefined },
  end: (code: number) => void,
  out: Outbox,
): void {
  if (!tomcatLifecycle.can(host.state, 'start')) return end(1);
  start(host, out);
  if (host.state === 'stopped') return end(host.exitCode ?? 1);
  host.pid = pid ?? host.pid;
  host.shell = caller;
}

function using({ traits }: Tomcat, base: string): string[] {
  return [
    `Using CATALINA_BASE:   ${base}`,
    `Using CATALINA_HOME:   ${base}`,
    `Using CATALINA_TMPDIR: ${base}/temp`,
    `Using JRE_HOME:        ${JAVA_HOME}`,
    `Using CLASSPATH:       ${base}/bin/bootstrap.jar:${base}/bin/tomcat-juli.jar`,
    ...(traits.twoLineLog ? [] : ['Using CATALINA_OPTS:   ']),
  ];
}

const usage = [
  'Usage: catalina.sh ( commands ... )',
  'commands:',
  '  debug             Start Catalina in a debugger',
  '  jpda start        Start Catalina under JPDA debugger',
  '  run               Start Catalina in the current window',
  '  start             Start Catalina in a separate window',
  '  stop              Stop Catalina, waiting up to 5 seconds for the process to end',
  '  configtest        Run a basic syntax check on server.xml - check exit code for result',
  '  version           What version of tomcat are you running?',
];

/** What the JVM makes of a signal: SIGKILL ends it, SIGSTOP stops it, SIGQUIT prints its threads, the rest is an orderly stop. */
export function signalled(host: Tomcat, signal: Signal, out: Outbox): void {
  switch (signal) {
    case 'SIGKILL':
      return crash(host, out);
    case 'SIGINT':
      return stop(host, { exitCode: 130, byPort: false }, out);
    case 'SIGHUP':
      return stop(host, { exitCode: 129, byPort: false }, out);
    case 'SIGTERM':
      return stop(host, { exitCode: 143, byPort: false }, out);
    case 'SIGSTOP':
    case 'SIGTSTP':
      return host.state === 'running' ? enter(host, 'hang', out) : undefined;
  }
}
