import * as fc from 'fast-check';
import type { Scenario, ScenarioEvent } from '../conformance/nginx-scenario.ts';
import { nginxForwardRecorder } from '../record/nginx-scenario.ts';
import { inLocation, scenarioOf, timed } from './nginx-scenario.ts';
import type { Target } from './target.ts';

const UPSTREAM = { text: 'upstream backend {\n    server 127.0.0.1:8081;\n}', count: 1 };

const PATTERNS = [
  '/',
  '/app',
  '/app/',
  '= /app',
  '= /app/',
  '^~ /static/',
  '/static',
  '~ \\.jsp$',
  '~* \\.(png|jsp)$',
  '~ ^/app/(?<rest>.*)$',
  '~ ^/(\\w+)/(\\w*)',
  '/a%20b',
  '"/a b"',
];

const PASSES = [
  'proxy_pass http://backend;',
  'proxy_pass http://backend/;',
  'proxy_pass http://backend/app/;',
  'proxy_pass http://backend/tomcat;',
  'proxy_pass http://backend$request_uri;',
  'proxy_pass http://backend$uri;',
  'proxy_pass http://backend/x$uri$is_args$args;',
  'proxy_pass http://127.0.0.1:8081;',
];
/** A location by a pattern passes no path of its own. */
const PLAIN_PASSES = PASSES.filter((line) => !/backend\/[^x]|backend\/;/.test(line));

const LINES = [
  'proxy_set_header Host $host;',
  'proxy_set_header Host $http_host;',
  'proxy_set_header Host $proxy_host;',
  'proxy_set_header Host $host:$server_port;',
  'proxy_set_header Host "";',
  'proxy_set_header X-Real-IP $remote_addr;',
  'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  'proxy_set_header X-Forwarded-For $remote_addr;',
  'proxy_set_header X-Forwarded-Proto $scheme;',
  'proxy_set_header X-Args "$args|$arg_a|$is_args|$query_string";',
  'proxy_set_header X-Uri "$uri $request_uri $document_uri";',
  'proxy_set_header X-Cookie $cookie_JSESSIONID;',
  'proxy_set_header X-Method "$request_method $server_protocol $request";',
  'proxy_set_header X-Server "$server_name $server_addr $server_port $http_x_none";',
  'proxy_set_header Cookie "";',
  'proxy_set_header Connection "";',
  'proxy_set_header Connection keep-alive;',
  'proxy_set_header Accept-Encoding "";',
  'proxy_http_version 1.1;',
  'proxy_method POST;',
  'proxy_redirect off;',
  'proxy_redirect default;',
  'proxy_redirect http://127.0.0.1:8081/ /;',
  'proxy_redirect http://www.example.com/ https://$host/;',
  'proxy_redirect ~^http://[^/]+/(.*)$ /$1;',
  'proxy_redirect / /x/;',
  'proxy_cookie_path /app /shop;',
  'proxy_cookie_path ~^/app(.*)$ /shop$1;',
  'proxy_cookie_path off;',
  'proxy_cookie_domain off;',
  'proxy_cookie_flags ~ secure samesite=lax;',
  'proxy_hide_header Set-Cookie;',
  'proxy_hide_header Location;',
  'proxy_intercept_errors on;',
  'error_page 404 = /missing.html;',
  'error_page 500 502 =200 /sorry;',
  'error_page 404 =301 https://$host/;',
  'add_header X-Route $upstream_addr;',
  'add_header X-Route "$upstream_addr $upstream_status $status" always;',
  'add_header X-Uri $uri;',
  'add_header X-Empty "$http_x_none";',
  'rewrite ^/app/(.*)$ /$1 break;',
  'rewrite ^/app/(.*)$ /new/$1?x=1 break;',
  'rewrite ^/app/(.*)$ /new/$1? break;',
  'rewrite ^/app/(.*)$ /static/$1 last;',
  'rewrite ^/old /new redirect;',
  'rewrite ^/old(.*)$ http://other.example$1 permanent;',
  'rewrite (?i)^/APP$ /app/ permanent;',
  'set $to app;',
  'set $to $arg_a$1;',
  'add_header X-To $to;',
  'if ($request_method = POST) {\n    return 405;\n}',
  'if ($args) {\n    set $to args;\n}',
  'if ($http_cookie ~ "JSESSIONID=(\\w+)") {\n    set $to $1;\n}',
  'if ($uri ~* ^/app) {\n    add_header X-App 1;\n}',
  'if ($host != www.example.com) {\n    return 301 $scheme://www.example.com$request_uri;\n}',
  'return 204;',
  'return 301 /app/;',
  'return 302 https://$host$request_uri;',
  'return 404;',
  'return 200 "ok $uri\\n";',
  'return 418 teapot;',
  'return /elsewhere;',
  'return 444;',
  'internal;',
  'deny 203.0.113.7;',
  'deny all;',
  'allow 203.0.113.0/24;',
];
/** nginx knows no variable that is set nowhere. */
function withKnown(lines: readonly string[]): string[] {
  const [wants, sets] = ['$to', 'set $to'].map((text) => lines.some((line) => line.includes(text)));
  return wants && !sets ? ['set $to "";', ...lines] : [...lines];
}

const lines = fc.uniqueArray(fc.constantFrom(...LINES), { maxLength: 5 });

const location = fc
  .constantFrom(...PATTERNS)
  .chain((pattern) =>
    fc
      .tuple(fc.constantFrom(...(pattern.startsWith('~') ? PLAIN_PASSES : PASSES)), lines)
      .map(([pass, all]) => ({ pattern, lines: withKnown([...all, pass]).flatMap((line) => line.split('\n')) })),
  );

const SERVER_LINES = [
  'rewrite ^/old/(.*)$ /new/$1 last;',
  'rewrite ^/old/(.*)$ /app/$1;',
  'rewrite ^/(\\w+)/(.*)$ /$2/$1 break;',
  'rewrite ^/moved http://other.example/ redirect;',
  'server_name www.example.com;',
  'server_name_in_redirect on;',
  'port_in_redirect off;',
  'absolute_redirect off;',
  'merge_slashes off;',
  'proxy_set_header X-Outer 1;',
  'add_header X-Outer 1;',
  'error_page 404 /missing.html;',
];

const server = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...SERVER_LINES), { maxLength: 2 }),
    fc.uniqueArray(location, {
      minLength: 1,
      maxLength: 3,
      selector: ({ pattern }) => pattern.replaceAll('"', '').replace('%20', ' '),
    }),
  )
  .map(([outer, locations]) => [
    ...outer,
    ...locations.flatMap(({ pattern, lines: inner }) => inLocation(pattern, inner)),
  ]);

const URIS =
  `/ /app /app/ /app/x.jsp?a=1&b=2 /app/x.JSP /App /appx /old/1?q=2 /old /new/2 /static/a.png /static /a%20b /a%2Fb//c/../d /a/./b /%41pp/ /app/x?%e4=1
/app;jsessionid=1.t1 /app/?a=%20+& /?a /app? //app//x /missing.html /sorry /x.jsp /moved /a/b /app/a%3Fb /app/a%23b /app/a%25b /app/"x" /app/<y>`.split(
    /\s+/,
  );

const request = fc.record(
  {
    uri: fc.constantFrom(...URIS),
    client: fc.constantFrom('203.0.113.7', '203.0.113.7', '198.51.100.9'),
    method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'HEAD'),
    host: fc.constantFrom('www.example.com', 'shop.example.com:8080', 'SHOP.Example.com', '127.0.0.1'),
    cookie: fc.constantFrom('JSESSIONID=A1', 'a=b; JSESSIONID=A1.t1; c=d'),
  },
  { requiredKeys: ['uri', 'client'] },
);

const event: fc.Arbitrary<ScenarioEvent> = fc.oneof(
  { weight: 4, arbitrary: request.map((asked) => ({ at_ms: 0, type: 'request' as const, ...asked })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('200', '404', '500', 'redirect', 'redirect-rel', 'redirect-self', 'cookie')
      .map((mode) => ({ at_ms: 0, type: 'mode' as const, server: 'b1', mode })),
  },
);

const scenario: fc.Arbitrary<Scenario> = fc
  .tuple(server, fc.array(event, { minLength: 2, maxLength: 8 }))
  .map(([inside, events]) => ({
    ...scenarioOf(UPSTREAM, inside, timed(events.map((one) => ({ after: 12, event: one })))),
    seen: true,
  }));

/** Locations, rewrites and headers by chance: what the server behind sees, and what the client gets back. */
export const nginxForwardTarget: Target<Scenario> = { recorder: nginxForwardRecorder, given: scenario, batch: 30 };
