import type { RedisVersion } from '../redis/redis.ts';

/** The Tomcats that can be started: the guide's time, and today. */
export type TomcatVersion = '7.0.69' | '10.1.60';

/** A Tomcat of a lab. */
export interface LabTomcat {
  name: string;
  version: TomcatVersion;
  /** Files by name under CATALINA_BASE: `conf/server.xml`, `conf/context.xml`, `conf/web.xml`. */
  files: Record<string, string>;
}

/** The Redis of a lab. */
export interface LabRedis {
  version: RedisVersion;
  /** Files by name under the folder where it was unpacked: `redis.conf`. */
  files: Record<string, string>;
}

/** A visitor of a lab: a browser behind an address. */
export interface LabVisitor {
  name: string;
  /** IPv4 or IPv6. */
  address: string;
  /** Whether the browser accepts cookies. */
  cookies: boolean;
}

/** The windows with a shell on the servers’ machine. */
export interface LabTerminals {
  /** How many windows are open at the start. */
  count: number;
  /** How much of the guide's installation of Redis is done: nothing, `make`, or it runs already. */
  redis: 'absent' | 'built' | 'running';
}

/** Who is there, what their files say, and a seed: all that a world is built from. Plain data, fit for a link. */
export interface Lab {
  seed: number;
  /** nginx's files by name; it starts from `nginx.conf`. With `/etc/hosts` among them the machine knows further names. */
  nginx: { files: Record<string, string> };
  tomcats: LabTomcat[];
  redis?: LabRedis;
  visitors: LabVisitor[];
  /** Windows with a shell on the servers' machine; absent: none. */
  terminals?: LabTerminals;
  /** Further IPv4 addresses of the servers' machine, where a Connector or a redis.conf may listen; absent: none. */
  addresses?: string[];
  /** What `localhost` resolves to: `127.0.0.1`, or `::1` and `127.0.0.1`, in that order. */
  localhost: string[];
}
