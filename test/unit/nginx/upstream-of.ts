import type { Upstream } from '../../../simulator/nginx/settings/settings.ts';

const place = { file: 'nginx.conf', line: 1, from: 0, to: 0 };

/** An upstream of servers on ports 8081, 8082 …, each with nginx's defaults and what is said of it. */
export const upstreamOf = (servers: Partial<Upstream['servers'][number]>[]): Upstream => ({
  name: 'app',
  port: 0,
  method: { kind: 'round_robin' },
  keepalive: undefined,
  place,
  servers: servers.map((server, i) => ({
    text: `127.0.0.1:${8081 + i}`,
    addresses: [`127.0.0.1:${8081 + i}`],
    weight: 1,
    maxFails: 1,
    failTimeout: 10,
    maxConns: 0,
    down: false,
    backup: false,
    place,
    ...server,
  })),
});
