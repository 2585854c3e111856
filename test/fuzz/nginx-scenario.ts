import { indented, type Scenario, type ScenarioEvent } from '../conformance/nginx-scenario.ts';

/** Lines of a location. */
export const inLocation = (pattern: string, lines: readonly string[]): string[] => [
  `location ${pattern} {`,
  ...lines.map((line) => `    ${line}`),
  '}',
];

/** Keeps clear of the borders of seconds, where a millisecond of the machine decides. */
export function timed(happenings: readonly { after: number; event: ScenarioEvent }[]): ScenarioEvent[] {
  let at = 100;
  return happenings.map(({ after, event }) => {
    at += after;
    if (at % 1000 > 900) at += 1040 - (at % 1000);
    return { ...event, at_ms: at };
  });
}

/** An nginx with these lines in its one server, before so many backends of which `upstream` makes a group. */
export function scenarioOf(
  upstream: { text: string; count: number },
  server: readonly string[],
  events: ScenarioEvent[],
): Scenario {
  const servers = Array.from({ length: upstream.count }, (_, i) => [`b${i + 1}`, `127.0.0.1:${8081 + i}`]);
  const config = `worker_processes 1;
error_log /var/log/nginx/error.log notice;
pid /run/nginx.pid;
events {
    worker_connections 512;
}
http {
    log_format rec escape=json '{"rid":"$http_x_rid","addr":"$upstream_addr","us":"$upstream_status","status":"$status"}';
    access_log /var/log/nginx/access.log rec;
    set_real_ip_from 127.0.0.0/8;
    real_ip_header X-Forwarded-For;
${indented(upstream.text)}

    server {
        listen 127.0.0.1:80;
${server.map((line) => `        ${line}`).join('\n')}
    }
}
`;
  const shared = { id: 'fuzz', group: 'fuzz', deterministic: true, upstream: upstream.text, config };
  return { ...shared, servers: Object.fromEntries(servers), events, picks: [], error_log: [] };
}
