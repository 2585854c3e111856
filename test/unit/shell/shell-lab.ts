import { boot, type Host, type Lab, Recording } from '../../../simulator/index.ts';
import { nginxFiles, tomcatFiles } from '../../../simulator/lab/stock.ts';
import type { ScreenLine } from '../../../simulator/shell/state.ts';
import { shownTerminal } from '../../../simulator/shell/terminal.ts';

/** The balancing of the guide, made a whole nginx.conf. */
const guideConf = `events {}
http {
    upstream backserver {
        ip_hash;
        server localhost:8080;
        server localhost:8081;
    }
    server {
        listen 80;
        location / {
            proxy_pass http://backserver;
        }
    }
}
`;

const redisConf = `bind 127.0.0.1
protected-mode yes
port 6379
daemonize no
save 900 1
`;

/** The guide's machine with two windows. */
export const shellLab = (redis: 'absent' | 'built' | 'running' = 'absent'): Lab => ({
  seed: 1,
  nginx: { files: nginxFiles(guideConf) },
  tomcats: [1, 2].map((nth) => ({
    name: `tomcat${nth}`,
    version: '7.0.69',
    files: tomcatFiles('7.0.69', { http: 8079 + nth, shutdown: 8004 + nth, ajp: 8008 + nth }),
  })),
  redis: { version: '3.2.1', files: { 'redis.conf': redisConf } },
  visitors: [{ name: 'A', address: '198.51.100.10', cookies: true }],
  terminals: { count: 2, redis },
  localhost: ['127.0.0.1'],
});

type Terminal = Extract<Host, { kind: 'terminal' }>;

/** A learner at the keyboard of a lab. */
export class Keyboard {
  readonly recording: Recording;
  #read = new Map<number, ScreenLine>();

  constructor(lab: Lab = shellLab()) {
    this.recording = new Recording(boot(lab));
  }

  window(nth = 1): Terminal {
    const host = this.recording.world.hosts.get(`terminal${nth}`);
    if (host?.kind !== 'terminal') throw new Error(`no window ${nth}`);
    return host;
  }

  /** Types a line, and lets so many ms pass. What the window shows since the last look comes back. */
  type(line: string, { nth = 1, wait = 0 } = {}): string[] {
    this.recording.act({ kind: 'type', host: `terminal${nth}`, line });
    return this.wait(wait, nth);
  }

  press(signal: 'SIGINT' | 'SIGTSTP' | 'SIGQUIT' | 'SIGHUP', { nth = 1, wait = 0 } = {}): string[] {
    this.recording.act({ kind: 'interrupt', host: `terminal${nth}`, signal });
    return this.wait(wait, nth);
  }

  wait(ms: number, nth = 1): string[] {
    this.recording.advanceTo(this.recording.now + ms);
    return this.news(nth);
  }

  /** What came on the screen since it was last looked at; typed lines are left out. */
  news(nth = 1): string[] {
    const { screen } = this.window(nth);
    const last = this.#read.get(nth);
    const from = last ? screen.lastIndexOf(last) + 1 : 0;
    const newest = screen.at(-1);
    if (newest) this.#read.set(nth, newest);
    return screen.slice(from).flatMap((line) => {
      if (line.kind === 'output') return [line.text];
      return line.kind === 'hint' ? [`<${line.hint.code}>`] : [];
    });
  }

  prompt(nth = 1): string {
    return shownTerminal(this.window(nth)).prompt;
  }

  /** A host's file as it is saved. */
  file(host: string, name: string): string | undefined {
    const found = this.recording.world.hosts.get(host);
    return found && 'files' in found ? found.files[name] : undefined;
  }
}
