import * as fc from 'fast-check';
import type { Scenario, ScenarioEvent } from '../conformance/nginx-scenario.ts';
import { nginxRoutingRecorder } from '../record/nginx-scenario.ts';
import { inLocation, scenarioOf, timed } from './nginx-scenario.ts';
import type { Target } from './target.ts';

const sometimes = <T>(arbitrary: fc.Arbitrary<T>, freq = 3) => fc.option(arbitrary, { nil: undefined, freq });
const given = (name: string, value: unknown) => (value === undefined ? '' : ` ${name}=${value}`);

const BALANCERS = [
  '',
  'ip_hash;',
  'least_conn;',
  'hash $request_uri;',
  'hash $remote_addr consistent;',
  'hash $request_uri$remote_addr;',
];

/** What stands behind a server line. */
const parameters = fc
  .record({
    weight: sometimes(fc.constantFrom(1, 2, 3, 5, 10)),
    max_fails: sometimes(fc.constantFrom(0, 1, 2, 3)),
    fail_timeout: sometimes(fc.constantFrom('1s', '2s', '3s')),
    max_conns: sometimes(fc.constantFrom(1, 2), 9),
    word: sometimes(fc.constantFrom('down', 'backup'), 9),
  })
  .map(({ word, ...values }) =>
    Object.entries(values).reduce((text, [name, value]) => text + given(name, value), word ? ` ${word}` : ''),
  );

const upstream = fc
  .tuple(
    fc.constantFrom(...BALANCERS),
    fc.array(parameters, { minLength: 2, maxLength: 5 }),
    sometimes(fc.constantFrom(1, 2, 4), 5),
  )
  .map(([balancer, servers, keepalive]) => ({
    keepalive,
    count: servers.length,
    text: [
      'upstream backend {',
      ...(balancer ? [`    ${balancer}`] : []),
      // These balancers know no backup.
      ...servers.map((rest, i) => {
        const kept = /hash/.test(balancer) || i === 0 ? rest.replace(/ (backup|down)/, '') : rest;
        return `    server 127.0.0.1:${8081 + i}${kept};`;
      }),
      ...(keepalive === undefined ? [] : [`    keepalive ${keepalive};`]),
      '}',
    ].join('\n'),
  }));

const FAILURES = [
  'error',
  'timeout',
  'invalid_header',
  'http_500',
  'http_502',
  'http_503',
  'http_404',
  'non_idempotent',
];

/** What stands in the location. */
const passing = fc
  .record({
    next: sometimes(fc.uniqueArray(fc.constantFrom(...FAILURES), { minLength: 1, maxLength: 5 })),
    tries: sometimes(fc.constantFrom(1, 2, 3)),
  })
  .map(({ next, tries }) => [
    'proxy_pass http://backend;',
    'proxy_read_timeout 900ms;',
    ...(next ? [`proxy_next_upstream ${next.join(' ')};`] : []),
    ...(tries === undefined ? [] : [`proxy_next_upstream_tries ${tries};`]),
  ]);

const MODES = [
  '200',
  '200',
  '500',
  '502',
  '503',
  '404',
  '403',
  'hang',
  'close',
  'reset',
  'garbage',
  'badheader',
  'slow:100',
];
const CLIENTS = ['203.0.113.7', '203.0.113.9', '192.0.2.42', '198.51.100.200', '10.1.2.3', '2001:db8:1:2::3'];
const URIS = ['/', '/a', '/b', '/index.jsp', '/login', '/x?u=zhang'];

/** What happens, and how long after the thing before it. */
const happening = (count: number): fc.Arbitrary<{ after: number; event: ScenarioEvent }> => {
  const server = fc.integer({ min: 1, max: count }).map((nth) => `b${nth}`);
  const at_ms = fc.constant(0);
  const request = fc.record({
    at_ms,
    type: fc.constant('request' as const),
    client: fc.constantFrom(...CLIENTS),
    uri: fc.constantFrom(...URIS),
    method: fc.constantFrom('GET', 'GET', 'GET', 'POST'),
  });
  const power = fc.record({ at_ms, type: fc.constantFrom('down' as const, 'up' as const), server });
  const mode = fc.record({ at_ms, type: fc.constant('mode' as const), server, mode: fc.constantFrom(...MODES) });
  return fc.record({
    after: fc.oneof(
      { weight: 8, arbitrary: fc.constant(12) },
      { weight: 1, arbitrary: fc.constantFrom(300, 1100, 2100) },
    ),
    event: fc.oneof({ weight: 6, arbitrary: request }, { weight: 1, arbitrary: power }, { weight: 2, arbitrary: mode }),
  });
};

const scenario: fc.Arbitrary<Scenario> = fc.tuple(upstream, passing).chain(([group, location]) =>
  fc.array(happening(group.count), { minLength: 4, maxLength: 24 }).map((happenings) => {
    const keeps = group.keepalive === undefined ? [] : ['proxy_http_version 1.1;', 'proxy_set_header Connection "";'];
    return scenarioOf(group, inLocation('/', [...location, ...keeps]), timed(happenings));
  }),
);

/** Upstreams, failures and requests by chance, against a running nginx. */
export const nginxRoutingTarget: Target<Scenario> = { recorder: nginxRoutingRecorder, given: scenario, batch: 20 };
