import type { World } from '../engine/world.ts';

export type TomcatVersion = '7.0.69' | '10.1';

/** Who is there, what their files say, and a seed: all that a world is built from. Plain data, fit for a link. */
export interface Lab {
  seed: number;
  /** nginx's files by name; `nginx.conf` is the one it starts from. */
  nginx: { files: Record<string, string> };
  /** Each Tomcat's files by name under CATALINA_BASE: `conf/server.xml`, `conf/context.xml`, `conf/web.xml`. */
  tomcats: { name: string; version: TomcatVersion; files: Record<string, string> }[];
  visitors: { name: string; address: string; cookies: boolean }[];
  /** /etc/hosts of the lab. Default: `localhost` is `::1` and `127.0.0.1`. */
  names: Record<string, string[]>;
}

export type BuildLab = (lab: Lab) => World;
