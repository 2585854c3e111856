import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guideLab, redisLab, tomcat, visitors } from '../../../lessons/lab.ts';
import type { Lab } from '../../../simulator/index.ts';
import { type LabLink, linkFields, newVisitor, newWindow, type Planned, readLink } from '../../../simulator/index.ts';

const labs: Record<string, Lab> = {
  small: guideLab([visitors.A, visitors.B], undefined, 'events {}\nhttp {}\n'),
  redis: redisLab([visitors.A]),
};
const baseOf = (id: string) => (Object.hasOwn(labs, id) ? labs[id] : undefined);
const textOf = (link: LabLink) =>
  linkFields(link, labs[link.base] as Lab)
    .map(({ text }) => text)
    .join('&');
const readBack = (text: string) => readLink(text, baseOf);

describe('what is told comes back', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', '%', ',', '&', '@', '=', ':') }),
  );
  const reply = fc.letrec((tie) => ({
    reply: fc.oneof(
      { maxDepth: 3 },
      fc.record({ type: fc.constantFrom('status', 'error', 'integer'), text: anyText }),
      fc.record({ type: fc.constant('bulk'), text: fc.option(anyText) }),
      fc.record({ type: fc.constant('array'), items: fc.option(fc.array(tie('reply'), { maxLength: 3 })) }),
    ),
  })).reply;
  const pairs = <T>(second: fc.Arbitrary<T>) => fc.array(fc.tuple(anyText, second), { maxLength: 3 });
  const score = fc.oneof(
    fc.double({ noNaN: true }).filter((one) => !Object.is(one, -0)),
    fc.constant(Infinity),
  );
  const value = fc.oneof(
    fc.record({ type: fc.constant('string'), value: anyText }),
    fc.record({ type: fc.constantFrom('list', 'set'), value: fc.array(anyText, { maxLength: 3 }) }),
    fc.record({ type: fc.constant('hash'), value: pairs(anyText) }),
    fc.record({ type: fc.constant('zset'), value: pairs(score) }),
  );
  const visit = fc.record(
    {
      path: fc.oneof(fc.constant('/login?user=A'), anyText),
      method: fc.constantFrom('POST', 'GET', 'M;='),
      patience: fc.nat({ max: 1e6 }),
    },
    { requiredKeys: ['path'] },
  );
  const server = fc.constantFrom('nginx', 'tomcat1', 'tomcat2', 'redis');
  const file = fc.oneof(fc.constantFrom('conf/context.xml', 'redis.conf', 'nginx.conf', '__proto__'), anyText);
  const newcomer = fc.record({
    name: fc.constantFrom('D', 'constructor', '丁'),
    address: fc.constantFrom('10.0.0.1', '2001:db8::1'),
    cookies: fc.boolean(),
  });
  const plan = fc.record({
    visits: fc.array(visit, { maxLength: 2 }),
    next: fc.nat({ max: 1e6 }),
    pause: fc.nat({ max: 1e6 }),
  });
  const action = fc.oneof(
    fc.record({
      kind: fc.constant('power'),
      host: server,
      event: fc.constantFrom('start', 'stop', 'crash', 'hang', 'resume', 'reload', 'quit'),
    }),
    fc.record({ kind: fc.constant('edit'), host: server, file, text: fc.option(anyText) }),
    fc.record({ kind: fc.constant('visit'), host: fc.constant('A'), visit }),
    fc.record({
      kind: fc.constant('link'),
      from: server,
      to: fc.constantFrom('A', 'nginx'),
      event: fc.constantFrom('cut', 'mend'),
    }),
    fc.record({
      kind: fc.constant('netem'),
      from: server,
      to: fc.constantFrom('A', 'nginx'),
      delay: fc.nat({ max: 1e5 }),
      loss: fc.nat({ max: 99 }).map((percent) => percent / 100),
    }),
    fc.record({ kind: fc.constant('slow'), host: fc.constant('tomcat1'), factor: fc.integer({ min: 1, max: 1e6 }) }),
    fc.record({
      kind: fc.constant('redis-cli'),
      host: fc.constant('redis'),
      argv: fc.array(anyText, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('move'), host: fc.constant('A'), ip: fc.constantFrom('198.51.100.1', '::1') }),
    fc.record({ kind: fc.constant('type'), host: fc.constant('terminal1'), line: anyText }),
    fc.record({
      kind: fc.constant('interrupt'),
      host: fc.constant('terminal1'),
      signal: fc.constantFrom('SIGINT', 'SIGTSTP', 'SIGQUIT', 'SIGHUP'),
    }),
    fc.record({
      kind: fc.constant('computed'),
      host: fc.constant('redis'),
      computed: fc.record({ reply, changes: pairs(fc.option(value)) }),
    }),
  ) as fc.Arbitrary<Planned['action']>;
  const once = fc.record({
    joins: newcomer.chain((visitor) =>
      fc.option(plan).map((plan) => ({ visitor: { ...newVisitor(visitor), ...(plan ? { plan } : {}) } })),
    ),
    window: fc.integer({ min: 2, max: 9 }).map((nth) => ({ terminal: newWindow(nth) })),
  });
  const time = fc.oneof(
    fc.nat({ max: 1e6 }),
    fc.double({ min: 0, max: 1e6, noNaN: true }).filter((at) => at === 0 || at > 1e-6),
  );
  const run = fc.record({
    middle: fc.array(fc.tuple(time, action), { maxLength: 12 }),
    once,
    end: fc.nat({ max: 1e6 }),
    at: fc.nat({ max: 1e6 }),
    hash: fc.option(fc.constant('abc123'), { nil: undefined }),
  });
  const files = fc.dictionary(fc.constantFrom('conf/context.xml', 'conf/server.xml'), anyText, { maxKeys: 2 });
  const link = fc.record({
    seed: fc.nat(),
    windows: fc.constantFrom(undefined, { count: 1, redis: 'built' as const }),
    extra: fc.dictionary(
      file.filter((name) => name !== ''),
      anyText,
      { maxKeys: 2 },
    ),
    third: fc.boolean(),
    draft: files,
    run: fc.option(run, { nil: undefined }),
  });

  test('labs, files and every kind of action', () => {
    fc.assert(
      fc.property(link, ({ seed, windows, extra, third, draft, run }) => {
        const base = labs['redis'] as Lab;
        const tomcats = base.tomcats.map((one, i) => (i === 0 ? { ...one, files: { ...one.files, ...extra } } : one));
        const lab: Lab = {
          ...base,
          seed,
          ...(windows ? { terminals: windows, addresses: ['192.168.25.129'] } : {}),
          tomcats: third ? [...tomcats, { ...tomcat(1), name: 'tomcat3' }] : tomcats,
        };
        const told: LabLink = { base: 'redis', lab, files: differing(draft, lab), run: run && timed(run) };
        const { link, problems } = readBack(textOf(told));
        expect(problems).toEqual([]);
        expect(link).toEqual(told);
      }),
    );
  });

  /** The editor's files where they are other than the lab's. */
  function differing(draft: Record<string, string>, lab: Lab): LabLink['files'] {
    const differing = Object.entries(draft).filter(([file, text]) => lab.tomcats[1]?.files[file] !== text);
    return differing.length === 0 ? {} : { tomcat2: Object.fromEntries(differing) };
  }

  function timed({
    middle,
    once: { joins, window },
    end,
    at,
    hash,
  }: typeof run extends fc.Arbitrary<infer R> ? R : never): LabLink['run'] {
    const actions: Planned[] = [
      { at: 0, action: { kind: 'join', ...joins } },
      { at: 0, action: { kind: 'open', ...window } },
      ...middle.map(([at, action]) => ({ at, action })).sort((a, b) => a.at - b.at),
    ];
    const last = actions.at(-1)?.at ?? 0;
    actions.push({ at: last, action: { kind: 'leave', host: joins.visitor.name } });
    return { actions, end: last + end, at: Math.min(last + end, at), hash };
  }
});

describe('what cannot be taken is told, and the rest is taken', () => {
  const problemsOf = (text: string) => readBack(text).problems.map(({ code, token }) => `${code} ${token}`);

  test.each([
    ['v=2&lab=small', 'newer-version v=2'],
    ['v=x&lab=small', 'bad-number v=x'],
    ['lab=small', 'no-version '],
    ['v=1&lab=constructor', 'unknown-lab lab=constructor'],
    ['v=1&lab=small&colour=red', 'unknown-field colour=red'],
    ['v=1&lab=small&end=1&end=2', 'repeated-field end=2'],
    ['v=1&lab=small&seed=1e9', 'bad-number seed=1e9'],
    ['v=1&lab=small&f=nginx/nginx.conf:%E4%B', 'bad-escape f=nginx/nginx.conf:%E4%B'],
    ['v=1&lab=small&f=nginx/ngnix.conf:x', 'unknown-file f=nginx/ngnix.conf:x'],
    ['v=1&lab=small&f=tomcat9/conf/server.xml:x', 'unknown-host f=tomcat9/conf/server.xml:x'],
    ['v=1&lab=small&f=__proto__/toString:x', 'unknown-host f=__proto__/toString:x'],
    ['v=1&lab=small&a=K:tomcat9@1', 'unknown-host K:tomcat9@1'],
    ['v=1&lab=small&a=V:tomcat1/x@1', 'wrong-host V:tomcat1/x@1'],
    ['v=1&lab=small&a=K:A@1', 'wrong-host K:A@1'],
    ['v=1&lab=small&a=Q9:A@1', 'unknown-action Q9:A@1'],
    ['v=1&lab=small&a=constructor:A@1', 'unknown-action constructor:A@1'],
    ['v=1&lab=small&a=K:tomcat1@-5', 'bad-number K:tomcat1@-5'],
    ['v=1&lab=small&a=K:tomcat1', 'bad-form K:tomcat1'],
    ['v=1&lab=small&a=J:A/10.0.0.1@1', 'host-exists J:A/10.0.0.1@1'],
    ['v=1&lab=small&a=J:D/10.0.0.256@1', 'bad-address J:D/10.0.0.256@1'],
    ['v=1&lab=small&a=T:terminal1=ls@1', 'unknown-host T:terminal1=ls@1'],
    ['v=1&lab=small&a=E:nginx/other.conf=x@1', 'unknown-file E:nginx/other.conf=x@1'],
    ['v=1&lab=redis&a=Z:redis={}@1', 'bad-form Z:redis={}@1'],
    ['v=1&lab=small&a=G:A@1,V:A/x@2', 'unknown-host V:A/x@2'],
    ['v=1&lab=small&tomcats=tomcat1/9.0', 'bad-form tomcat1/9.0'],
    ['v=1&lab=small&end=5&h=%3Cb%3E', 'bad-form h=%3Cb%3E'],
    ['v=1&lab=small&visitors=A/10.0.0.1,A/10.0.0.2', 'host-exists A/10.0.0.2'],
  ])('%s', (text, problem) => expect(problemsOf(text)).toEqual([problem]));

  test('the place of a bad action is told, and those around it are taken', () => {
    const text = 'v=1&lab=small&a=K:tomcat1@1000,X:tomcat7@2000,S:tomcat1@3000&end=4000';
    const { link, problems } = readBack(text);
    expect(problems).toEqual([{ code: 'unknown-host', token: 'X:tomcat7@2000', at: text.indexOf('X:') }]);
    expect(link?.run?.actions.map(({ at }) => at)).toEqual([1000, 3000]);
  });

  test('too much is refused', () => {
    expect(readBack(`v=1&lab=small&f=nginx/nginx.conf:${'x'.repeat(1_000_001)}`).problems[0]?.code).toBe('too-long');
    const { link, problems } = readBack(`v=1&lab=small&a=${'V:A/@1,'.repeat(20_001)}`);
    expect(problems.map(({ code }) => code)).toEqual(['too-many-actions']);
    expect(link?.run?.actions).toHaveLength(20_000);
  });

  test('any text is read without throwing, and whatever is taken can be told again', () => {
    const pieces = fc.constantFrom(
      'v=1',
      '&',
      'lab=small',
      'lab=redis',
      'a=',
      'f=',
      's=',
      'V:A',
      'K:tomcat1',
      'J:D',
      '/',
      '10.0.0.1',
      '@',
      '5',
      ',',
      '=',
      ';',
      '%',
      '%u',
      'D8',
      ':',
      'nginx',
      'E:',
      'nginx.conf',
      'end=',
      '__proto__',
      'visitors=',
      'tomcats=',
      'windows=2/built',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 40 }), (parts) => {
        const { link } = readBack(`v=1&lab=redis&${parts.join('')}`);
        expect(link).toBeDefined();
        if (link) expect(readBack(textOf(link)).link).toEqual(link);
      }),
      { numRuns: 500 },
    );
  });

  test('every beginning of a link is read, and only its last part is missed', () => {
    const text =
      'v=1&lab=small&f=nginx/nginx.conf:events%20%7B%7D&a=V:A;POST;5000/login?user=A@0,E:nginx/nginx.conf@10,R:nginx@20&end=100';
    for (let length = 'v=1&lab=small'.length; length < text.length; length++)
      expect(readBack(text.slice(0, length)).problems.length).toBeLessThanOrEqual(1);
  });
});
