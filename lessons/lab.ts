import type { HostName, Lab, LabTomcat, LabVisitor, Planned, PowerEvent, TomcatVersion } from '../simulator/index.ts';
import { contextXml, nginxFiles, tomcatFiles } from '../simulator/index.ts';

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
const users: Record<HostName, string> = { A: 'zhang', B: 'li', C: 'wang' };

/** A Tomcat of the guide's machine: the first listens on 8080, the second on 8081, and so on up to eight. */
export function tomcat(nth: number, version: TomcatVersion = '10.1.60', files: Record<string, string> = {}): LabTomcat {
  // Four shutdown ports fit in below the ports for AJP.
  const ports = { http: 8079 + nth, shutdown: (nth <= 4 ? 8004 : 8012) + nth, ajp: 8008 + nth };
  return { name: `tomcat${nth}`, version, files: { ...tomcatFiles(version, ports), ...files } };
}

/** The guide's machine: nginx before Tomcats. Where a lesson edits nginx.conf, it comes from its `start/`. */
export function guideLab(visitors: LabVisitor[], tomcats = [tomcat(1), tomcat(2)], nginxConf = ''): Lab {
  return { seed: 1, nginx: { files: nginxFiles(nginxConf) }, tomcats, visitors, localhost: ['127.0.0.1'] };
}

/** The three jars that the guide puts into Tomcat's `lib`. What counts is that they are there. */
export const redisManagerJars: Record<string, string> = {
  'lib/tomcat-redis-session-manager-2.0.0.jar': '',
  'lib/jedis-2.5.2.jar': '',
  'lib/commons-pool2-2.2.jar': '',
};

/** The guide's upstream without ip_hash: two Tomcats that take turns. */
export const takingTurns = `    upstream backserver {
        server localhost:8080;
        server localhost:8081;
    }

`;

/** An nginx.conf that hands everything to what `target` names; `before` stands above the server, in `http`. */
export const proxyTo = (target: string, before = ''): string => `events {
}

http {
${before}    server {
        listen 80;

        location / {
            proxy_pass http://${target};
        }
    }
}
`;

/** `conf/context.xml` with the guide's Valve and Manager, for a Redis without a password. */
export const redisContext = contextXml.replace(
  '</Context>',
  `    <Valve className="com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve" />
    <Manager className="com.orangefunction.tomcat.redissessions.RedisSessionManager"
             host="localhost"
             port="6379"
             database="0"
             maxInactiveInterval="60" />
</Context>`,
);

/** The guide's machine when all is wired: two Tomcats that take turns and keep their sessions in Redis; `files`: what both have besides. */
export const redisLab = (visitors: LabVisitor[], files: Record<string, string> = {}): Lab => ({
  ...guideLab(
    visitors,
    ([1, 2] as const).map((nth) =>
      tomcat(nth, '7.0.69', { 'conf/context.xml': redisContext, ...redisManagerJars, ...files }),
    ),
    proxyTo('backserver', takingTurns),
  ),
  redis: { version: '3.2.1', files: { 'redis.conf': 'bind 127.0.0.1\nport 6379\n' } },
  terminals: { count: 1, redis: 'running' },
});

/** A visitor opens a page `at` ms after the servers came up. */
export const visit = (at: number, host: HostName, path: string): Planned => ({
  at,
  action: { kind: 'visit', host, visit: { path } },
});

/** A visitor logs in under his name. */
export const login = (at: number, host: HostName): Planned => visit(at, host, `/login?user=${users[host]}`);

/** Somebody types a line in a window. */
export const type = (at: number, line: string, window = 'terminal1'): Planned => ({
  at,
  action: { kind: 'type', host: window, line },
});

export const power = (at: number, host: HostName, event: PowerEvent): Planned => ({
  at,
  action: { kind: 'power', host, event },
});

/** Passwords that are tried first by whoever finds an open Redis. */
export const commonPasswords = ['123456', 'foobared', 'redis', 'password', '12345678', 'admin', 'root'];

/** A word as bash takes it to the letter. */
export const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
