import type { HostName, Lab, LabVisitor, Planned, PowerEvent } from '../simulator/index.ts';
import { nginxFiles, tomcatFiles } from '../simulator/index.ts';

/**
 * The visitors of all lessons. A and C share a /24, B is elsewhere. The addresses are such that A and B
 * part under each of nginx's ways to hash an address, so that no way is punished for bad luck.
 */
export const visitors: Record<'A' | 'B' | 'C', LabVisitor> = {
  A: { name: 'A', address: '203.0.113.10', cookies: true },
  B: { name: 'B', address: '192.0.2.42', cookies: true },
  C: { name: 'C', address: '203.0.113.7', cookies: true },
};

/** Who logs in under which name. */
export const users: Record<HostName, string> = { A: 'zhang', B: 'li', C: 'wang' };

/** The guide's machine: nginx before two Tomcats, on 8080 and 8081. Its nginx.conf comes from the lesson's `start/`. */
export function guideLab(visitors: LabVisitor[]): Lab {
  return {
    seed: 1,
    nginx: { files: nginxFiles('') },
    tomcats: [
      { name: 'tomcat1', version: '10.1.60', files: tomcatFiles('10.1.60', { http: 8080, shutdown: 8005, ajp: 8009 }) },
      { name: 'tomcat2', version: '10.1.60', files: tomcatFiles('10.1.60', { http: 8081, shutdown: 8006, ajp: 8010 }) },
    ],
    visitors,
    localhost: ['127.0.0.1'],
  };
}

/** A visitor opens a page `at` ms after the servers came up. */
export const visit = (at: number, host: HostName, path: string): Planned => ({
  at,
  action: { kind: 'visit', host, visit: { path } },
});

/** A visitor logs in under his name. */
export const login = (at: number, host: HostName): Planned => visit(at, host, `/login?user=${users[host]}`);

export const power = (at: number, host: HostName, event: PowerEvent): Planned => ({
  at,
  action: { kind: 'power', host, event },
});
