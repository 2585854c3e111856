import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contextXml, tomcatFiles } from '../../../simulator/index.ts';
import { webappFiles } from '../../../site/take-home/webapp/webapp.ts';
import { installed } from '../../take-home/programs.ts';
import { family } from './measure.ts';

/** Where Debian's package puts Tomcat. */
export const TOMCAT_HOME = '/usr/share/tomcat10';

const UP = { patience: 300_000, pause: 5 };

/**
 * The guide's machine on real programs: nginx before two Tomcats with the lab's demo webapp, which keep their sessions in
 * memory, or in a Redis. They lie in a folder of their own and listen on ports that were free: nobody need be root.
 */
export class Stack {
  readonly folder: string;
  readonly ports: Ports;
  readonly #processes = new Map<string, ChildProcess>();
  readonly #inRedis: boolean;

  /** `webapp`: its compiled classes. */
  static async create(webapp: string, sessions: 'memory' | 'redis'): Promise<Stack> {
    return new Stack(webapp, sessions, await freePorts());
  }

  private constructor(webapp: string, sessions: 'memory' | 'redis', ports: Ports) {
    this.folder = mkdtempSync(join(tmpdir(), 'beside-'));
    this.ports = ports;
    this.#inRedis = sessions === 'redis';
    this.#write('nginx.conf', nginxConf(this.folder, ports));
    for (const nth of [1, 2] as const) this.#writeTomcat(`tomcat${nth}`, webapp, ports[`tomcat${nth}`]);
  }

  /** Starts everything; done when nginx has had a page from each Tomcat. */
  async start(): Promise<void> {
    if (this.#inRedis) this.#spawn('redis', 'redis-server', redisWords(this.ports.redis, this.folder));
    for (const name of ['tomcat1', 'tomcat2'] as const) this.#startTomcat(name);
    await Promise.all((['tomcat1', 'tomcat2'] as const).map((name) => this.#answers(this.ports[name].http)));
    this.#spawn('nginx', 'nginx', [...nginxWords(this.folder), '-g', 'daemon off;']);
    await this.#answers(this.ports.nginx);
  }

  /** kill -9. */
  async kill(name: 'tomcat1' | 'tomcat2'): Promise<void> {
    const child = this.#processes.get(name);
    this.#processes.delete(name);
    child?.kill('SIGKILL');
    if (child) await once(child, 'exit');
  }

  /** Everything that runs. */
  get pids(): number[] {
    return [...this.#processes.values()].flatMap(({ pid }) => (pid === undefined ? [] : family(pid)));
  }

  /** Ends what still runs and throws the folder away. */
  async end(): Promise<void> {
    for (const [name, child] of this.#processes) {
      if (child.exitCode !== null) continue;
      child.kill(name === 'nginx' ? 'SIGTERM' : 'SIGKILL');
      await once(child, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  #startTomcat(name: 'tomcat1' | 'tomcat2'): void {
    this.#spawn(name, join(TOMCAT_HOME, 'bin/catalina.sh'), ['run'], {
      CATALINA_HOME: TOMCAT_HOME,
      CATALINA_BASE: join(this.folder, name),
      LAB_SERVER: name,
    });
  }

  #spawn(name: string, program: string, words: readonly string[], env: Record<string, string> = {}): void {
    const path = program.startsWith('/') ? program : (installed(program) ?? program);
    this.#processes.set(name, spawn(path, words, { stdio: 'ignore', env: { ...process.env, ...env } }));
  }

  async #answers(port: number): Promise<void> {
    const until = Date.now() + UP.patience;
    while (Date.now() < until) {
      for (const [name, { exitCode }] of this.#processes)
        if (exitCode !== null) throw new Error(`${name} has ended with ${exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${port}/hello`).catch(() => undefined);
      if (answer?.status === 200) return;
      await sleep(UP.pause);
    }
    throw new Error(`nothing answers on port ${port}`);
  }

  #writeTomcat(name: string, webapp: string, ports: TomcatPorts): void {
    const { 'conf/context.xml': _, ...files } = tomcatFiles('10.1.60', ports);
    for (const [path, text] of Object.entries(files)) this.#write(join(name, path), text);
    const manager = `<Manager className="bench.RedisManager" port="${this.ports.redis}" />`;
    const context = this.#inRedis ? contextXml.replace('</Context>', `${manager}</Context>`) : contextXml;
    this.#write(join(name, 'conf/context.xml'), context);
    for (const folder of ['logs', 'temp', 'work', 'webapps/ROOT/WEB-INF', 'lib'])
      mkdirSync(join(this.folder, name, folder), { recursive: true });
    copyFileSync(join(TOMCAT_HOME, 'etc/web.xml'), join(this.folder, name, 'conf/web.xml'));
    const root = join(this.folder, name, 'webapps/ROOT/WEB-INF');
    this.#write(join(name, 'webapps/ROOT/WEB-INF/web.xml'), webappFiles('jakarta')['WEB-INF/web.xml'] ?? '');
    execFileSync('cp', ['-r', join(webapp, 'classes'), root]);
    execFileSync('cp', ['-r', join(webapp, 'lib', 'manager.jar'), join(this.folder, name, 'lib')]);
  }

  #write(path: string, text: string): void {
    mkdirSync(join(this.folder, dirname(path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }
}

interface TomcatPorts {
  http: number;
  shutdown: number;
  ajp: number;
}

interface Ports {
  nginx: number;
  redis: number;
  tomcat1: TomcatPorts;
  tomcat2: TomcatPorts;
}

/**
 * The guide's nginx.conf, with its ports and files elsewhere. The visitor's address is taken from a header, so that one
 * machine can be many visitors to `ip_hash`.
 */
export const nginxConf = (folder: string, { nginx, tomcat1, tomcat2 }: Ports) => `pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
    access_log ${folder}/access.log;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    set_real_ip_from 127.0.0.1;
    real_ip_header X-Forwarded-For;
    upstream backserver {
        ip_hash;
        server 127.0.0.1:${tomcat1.http};
        server 127.0.0.1:${tomcat2.http};
    }
    server {
        listen 127.0.0.1:${nginx};
        location / {
            proxy_pass http://backserver;
        }
    }
}
`;

/** How nginx is told to use a folder's nginx.conf. */
export const nginxWords = (folder: string) => ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];

const redisWords = (port: number, folder: string) => ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder];

/** Compiles the demo webapp and the bench's session manager; returns the folder they lie in then. */
export function compiled(): string {
  const folder = mkdtempSync(join(tmpdir(), 'webapp-'));
  const sources = Object.entries(webappFiles('jakarta')).filter(([path]) => path.endsWith('.java'));
  for (const [path, text] of sources) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const javac = (to: string, ...from: string[]) =>
    execFileSync('javac', ['-nowarn', '-d', join(folder, to), '-cp', join(TOMCAT_HOME, 'lib/*'), ...from]);
  javac('classes', ...sources.map(([path]) => join(folder, path)));
  javac('manager', join(import.meta.dirname, 'RedisManager.java'));
  mkdirSync(join(folder, 'lib'));
  execFileSync('jar', ['cf', join(folder, 'lib/manager.jar'), '-C', join(folder, 'manager'), '.']);
  return folder;
}

/** Ports on which nobody listens now. */
async function freePorts(): Promise<Ports> {
  const servers = Array.from({ length: 8 }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const free = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  const [nginx = 0, redis = 0, http1 = 0, shutdown1 = 0, ajp1 = 0, http2 = 0, shutdown2 = 0, ajp2 = 0] = free;
  return {
    nginx,
    redis,
    tomcat1: { http: http1, shutdown: shutdown1, ajp: ajp1 },
    tomcat2: { http: http2, shutdown: shutdown2, ajp: ajp2 },
  };
}

/** Whether Tomcat 10 is there. */
export const tomcatIsThere = () => existsSync(join(TOMCAT_HOME, 'bin/catalina.sh'));
