import { serverXml } from '../../../simulator/lab/stock.ts';
import { newTomcat } from '../../../simulator/tomcat/tomcat.ts';
import { TomcatLab } from '../../support/tomcat-lab.ts';

export interface Changes {
  version?: '7.0.69' | '10.1.60';
  ports?: { http: number; shutdown: number; ajp: number };
  files?: Record<string, string>;
}

export const stockPorts = { http: 8080, shutdown: 8005, ajp: 8009 };

/** A Tomcat with the demo webapp, its stock server.xml, and whatever a test changes. */
export function aTomcat(name = 't1', { version = '10.1.60', ports = stockPorts, files = {} }: Changes = {}) {
  return newTomcat({
    name,
    machine: 'server',
    version,
    files: { 'conf/server.xml': serverXml(version, ports), ...files },
  });
}

/** One that has come up, on a machine of its own. */
export function running(changes: Changes = {}): TomcatLab {
  const lab = new TomcatLab([aTomcat('t1', changes)], 7);
  lab.power('t1', 'start');
  lab.runUntil(() => lab.tomcat('t1').state === 'running', 20_000);
  return lab;
}

export const saved = { 'conf/context.xml': '<Context><Manager pathname="SESSIONS.ser"/></Context>' };

/** A browser with one cookie: asks a page, keeps the session cookie, gives the page's text. */
export function browser(lab: TomcatLab, port = 8080) {
  let cookie: string | undefined;
  const get = (path: string) => {
    const reply = lab.reply(lab.send(port, 'GET', path, cookie));
    if ('error' in reply) return reply.error;
    const set = reply.response.headers.find(([name]) => name === 'Set-Cookie')?.[1];
    if (set !== undefined) cookie = set.split(';')[0];
    return reply.response.status === 200 ? reply.response.body : String(reply.response.status);
  };
  return { get, cookie: () => cookie };
}

/** Stops, or kills, and starts again. */
export function restart(lab: TomcatLab, how: 'stop' | 'crash' = 'stop', name = 't1'): void {
  lab.power(name, how);
  lab.runUntil(() => ['stopped', 'crashed'].includes(lab.tomcat(name).state), 20_000);
  lab.power(name, 'start');
  lab.runUntil(() => lab.tomcat(name).state === 'running', 20_000);
}
