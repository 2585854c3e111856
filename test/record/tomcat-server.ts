import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { listeningPorts, Machine, pathOf } from './sandbox.ts';

const HOME = '/usr/share/tomcat10';

/** What a busy machine gets to start or stop one. */
export const PATIENCE_MS = 600_000;

/** What has to be installed. */
export const tomcatPrograms = ['java', 'javac', `${HOME}/bin/catalina.sh`];

/** E.g. `Apache Tomcat/10.1.60 (Debian) on Java 17`. */
export function tomcatVersion(): string {
  const name = 'org/apache/catalina/util/ServerInfo.properties';
  const jar = readFileSync(join(HOME, 'lib/catalina.jar'));
  const { [name]: told } = unzipSync(jar, { filter: (file) => file.name === name });
  const server =
    /^server\.info=(.*)$/m.exec(Buffer.from(told ?? '').toString())?.[1] ?? 'a Tomcat of an unknown version';
  const release = join(javaHome(), 'release');
  const java = existsSync(release) ? /^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8'))?.[1] : undefined;
  return `${server} on Java ${java ?? 'of an unknown version'}`;
}

const javaHome = () => dirname(dirname(realpathSync(pathOf('java') ?? '/usr/bin/java')));

/** A machine of its own for one Tomcat after the other, with this machine's Java. */
export function tomcatMachine(): Machine {
  const machine = new Machine([]);
  machine.borrow('/usr');
  for (const name of readdirSync('/etc').filter((name) => /^(alternatives|java-.*|tomcat10)$/.test(name)))
    machine.borrow(`/etc/${name}`);
  for (const folder of ['bin', 'lib', 'lib64', 'sbin'])
    if (existsSync(`/usr/${folder}`)) symlinkSync(`usr/${folder}`, join(machine.path, folder));
  return machine;
}

/** The port where it listens for the word to stop (not above 0: nowhere); `taken`: something else does, so that it ends. */
export interface StopPort {
  port: number;
  taken: boolean;
}

/** What a process of a Tomcat is to its Tomcat. */
export interface Process {
  child: ChildProcess;
  /** Its exit code; `null`: it runs. */
  exit: number | null;
  ended: Promise<void>;
}

/** A Tomcat with a folder of its own: `CATALINA_BASE`. */
export class TomcatServer {
  readonly base: string;
  /** Its processes, oldest first; a second one by mistake. */
  readonly processes: Process[] = [];
  readonly #machine: Machine;
  readonly #read = new Map<string, number>();

  constructor(machine: Machine, name: string, files: Readonly<Record<string, string | Uint8Array>>) {
    this.#machine = machine;
    this.base = `/srv/${name}`;
    for (const folder of ['logs', 'temp', 'work', 'webapps'])
      mkdirSync(join(machine.path, this.base, folder), { recursive: true });
    for (const file of ['catalina.properties', 'web.xml', 'tomcat-users.xml'])
      this.write(`conf/${file}`, readFileSync(`/etc/tomcat10/${file}`, 'utf8'));
    this.write('conf/logging.properties', LOGGING);
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  /** A file's own name on the machine that records. */
  path(name: string): string {
    return join(this.#machine.path, this.base, name);
  }

  write(name: string, content: string | Uint8Array): void {
    this.#machine.write(`${this.base}/${name}`, content);
  }

  /** Puts a build's classes into every webapp. */
  deploy(classes: string): void {
    for (const app of readdirSync(this.path('webapps')))
      cpSync(classes, this.path(`webapps/${app}/WEB-INF/classes`), { recursive: true });
  }

  get running(): Process | undefined {
    return this.processes.find(({ exit }) => exit === null);
  }

  /**
   * Starts it, and waits until it says that it has started and listens for the word to stop, or has ended; ten minutes
   * at most. Returns whether it said that it started.
   */
  async start(stop: StopPort): Promise<boolean> {
    const out = openSync(this.path('logs/catalina.out'), 'a');
    const from = this.#text('catalina.out').length;
    const [command, ...words] = this.#machine.words('/bin/sh', `${HOME}/bin/catalina.sh`, 'run');
    const child = spawn(command, words, { stdio: ['ignore', out, out], env: this.#environment() });
    closeSync(out);
    let done = () => {};
    const ended = new Promise<void>((resolve) => (done = resolve));
    const process: Process = { child, exit: null, ended };
    child.on('exit', (code, signal) => {
      process.exit = code ?? (signal === 'SIGKILL' ? 137 : 128);
      done();
    });
    this.processes.push(process);
    const said = () => this.#text('catalina.out').slice(from).includes('Server startup in');
    for (let waited = 0; waited < PATIENCE_MS && process.exit === null; waited += 50) {
      if (said() && !stop.taken && (stop.port <= 0 || listeningPorts().includes(stop.port))) break;
      await Promise.race([ended, sleep(50)]);
    }
    return said();
  }

  /** Runs bin/shutdown.sh. */
  shutdownScript(): { rc: number; stdout: string; stderr: string } {
    const [command, ...words] = this.#machine.words('/bin/sh', `${HOME}/bin/shutdown.sh`);
    const { status, stdout, stderr } = spawnSync(command, words, { env: this.#environment(), encoding: 'utf8' });
    return { rc: status ?? -1, stdout, stderr };
  }

  #environment(): Record<string, string> {
    return {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      LANG: 'C.UTF-8',
      JRE_HOME: javaHome(),
      CATALINA_HOME: HOME,
      CATALINA_BASE: this.base,
      CATALINA_OPTS: '-Xmx192m -XX:TieredStopAtLevel=1',
    };
  }

  /** The lines that a log has had since the last time. */
  newLines(log: 'catalina.out' | 'localhost.log'): string[] {
    const text = this.#text(log);
    const lines = text.slice(this.#read.get(log) ?? 0);
    this.#read.set(log, text.length);
    return lines === '' ? [] : lines.replace(/\n$/, '').split('\n');
  }

  /** The length of its logs, which tells whether it still writes. */
  get written(): number {
    return this.#text('catalina.out').length + this.#text('localhost.log').length;
  }

  #text(log: 'catalina.out' | 'localhost.log'): string {
    const logs = readdirSync(this.path('logs'));
    const names = log === 'catalina.out' ? [log] : logs.filter((name) => name.startsWith('localhost.')).sort();
    return names
      .filter((name) => logs.includes(name))
      .map((name) => readFileSync(this.path(`logs/${name}`), 'utf8'))
      .join('');
  }
}

/** Sends words to the port for the word to stop. */
export function sendWord(port: number, words: string): Promise<void> {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end(words));
    socket.on('error', () => done());
    socket.on('close', () => done());
  });
}

/** What is shipped with Tomcat (Debian's own lacks the dates), but that a line is written at once. */
const LOGGING = `handlers = 2localhost.org.apache.juli.FileHandler, java.util.logging.ConsoleHandler
.handlers = java.util.logging.ConsoleHandler
2localhost.org.apache.juli.FileHandler.level = FINE
2localhost.org.apache.juli.FileHandler.directory = \${catalina.base}/logs
2localhost.org.apache.juli.FileHandler.prefix = localhost.
2localhost.org.apache.juli.FileHandler.bufferSize = -1
java.util.logging.ConsoleHandler.level = FINE
java.util.logging.ConsoleHandler.formatter = org.apache.juli.OneLineFormatter
org.apache.catalina.core.ContainerBase.[Catalina].[localhost].level = INFO
org.apache.catalina.core.ContainerBase.[Catalina].[localhost].handlers = 2localhost.org.apache.juli.FileHandler
`;
