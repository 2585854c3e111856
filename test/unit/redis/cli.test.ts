import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../simulator/core/resp.ts';
import { type Surroundings, understand } from '../../../simulator/redis/cli/arguments.ts';
import {
  answered,
  disconnected,
  interrupted,
  open,
  promptOf,
  refused,
  typed,
} from '../../../simulator/redis/cli/cli.ts';
import { isRemembered } from '../../../simulator/redis/cli/help.ts';
import type { Cli, Outcome } from '../../../simulator/redis/cli/state.ts';
import type { Version } from '../../../simulator/redis/version.ts';
import { repliesIn } from '../../support/resp.ts';

const versions: Version[] = ['3.2.1', '7.0.15'];

/** A server as redis-cli sees it: `undefined` refuses connections, a function answers or (with nothing) hangs up. */
type Server = ((command: string[]) => Reply | undefined) | undefined;
const ok: Reply = { type: 'status', text: 'OK' };

/** Carries what redis-cli sends to a server until it waits for a line, and tells what it showed and sent. */
function serve(first: Outcome, server: Server, now = 0) {
  let text = '';
  const sent: string[][] = [];
  let outcome = first;
  for (;;) {
    text += outcome.print.map((printed) => printed.text).join('');
    const { cli, connect, send } = outcome;
    if (outcome.exit !== undefined || (!connect && send.length === 0)) return { cli, text, sent, exit: outcome.exit };
    if (connect && !server) {
      outcome = refused(cli, now);
      continue;
    }
    const [command] = send;
    if (!command) return { cli, text, sent, exit: undefined };
    sent.push(command);
    const reply = server?.(command);
    outcome = reply ? answered(cli, reply, now) : disconnected(cli, now);
  }
}

function started(words: string[], around: Surroundings) {
  const understood = understand(words, around);
  if (!('options' in understood)) throw new Error(`not started: ${JSON.stringify(understood)}`);
  return open(understood.options, 0);
}

const quietly: Server = () => ok;
const terminal = (version: Version) => serve(started([], { version, terminal: true }), quietly).cli;
const oneShot = (version: Version, words: string[], server: Server) =>
  serve(started(words, { version, terminal: false }), server);

interface Step {
  conn?: number;
  line?: string;
  cmd: string[] | null;
  resp: string;
  text: string;
  prompt?: string | null;
  opened?: boolean;
  sent?: string[][];
  no_prompt?: boolean;
}
/** Recorded lines that were typed into a living redis-cli and answered once. */
const typedLines = readFileSync(new URL('../../recordings/redis/replies.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => {
    const { id, version, steps } = JSON.parse(line) as { id: string; version: Version; steps: Step[] };
    return steps
      .filter(({ line: typedLine, cmd, sent, resp }) => typedLine !== undefined && cmd && !sent && resp)
      .filter(
        (step) => !('normalised' in step) && !('unstable' in step) && !/^"?(multi|help|command)/i.test(step.line ?? ''),
      )
      .map((step) => ({ id, version, step }));
  });

test('shows every recorded reply, and sends every recorded line, as redis-cli did', () => {
  const wrong = typedLines.flatMap(({ id, version, step }) => {
    const replies = repliesIn(step.resp);
    const shown = serve(typed(terminal(version), step.line ?? '', 0), () => replies.shift());
    const expected = step.text.replace('(<elapsed>s)\n', '');
    const same = shown.text === expected && JSON.stringify(shown.sent) === JSON.stringify([step.cmd]);
    return same ? [] : [{ id, line: step.line, expected, shown: shown.text, sent: shown.sent }];
  });
  expect(typedLines.length).toBeGreaterThan(2000);
  expect(wrong).toEqual([]);
});

describe.each(versions)('redis-cli %s', (version) => {
  const modern = version !== '3.2.1';

  test('a line with bad quotes is not sent', () => {
    expect(serve(typed(terminal(version), 'GET "a', 0), quietly)).toMatchObject({
      text: 'Invalid argument(s)\n',
      sent: [],
    });
  });

  test('the prompt names another database, and says that there is no connection', () => {
    const there = serve(typed(terminal(version), 'select 3', 0), quietly).cli;
    expect(promptOf(there)).toBe('127.0.0.1:6379[3]> ');
    const alone = serve(typed(disconnected(there, 0).cli, 'ping', 0), undefined);
    expect(promptOf(alone.cli)).toBe('not connected> ');
    expect(alone.text).toBe(
      modern
        ? 'Error: Server closed the connection\n'
        : 'Could not connect to Redis at 127.0.0.1:6379: Connection refused\n',
    );
  });

  test('after a restart of the server 3.2.1 goes back to its database, and the prompt of 7.0.15 lies', () => {
    const there = disconnected(serve(typed(terminal(version), 'select 3', 0), quietly).cli, 0).cli;
    const first = serve(typed(there, 'get a', 0), quietly);
    expect(first.sent).toEqual(
      modern
        ? []
        : [
            ['SELECT', '3'],
            ['get', 'a'],
          ],
    );
    const second = serve(typed(first.cli, 'get a', 0), quietly);
    expect(second.sent).toEqual([['get', 'a']]);
    expect(promptOf(second.cli)).toBe('127.0.0.1:6379[3]> ');
  });

  test('only 7.0.15 shows a transaction', () => {
    const inside = serve(typed(terminal(version), 'multi', 0), quietly).cli;
    expect(promptOf(inside)).toBe(modern ? '127.0.0.1:6379(TX)> ' : '127.0.0.1:6379> ');
    const aborted = serve(typed(inside, 'exec', 0), () => ({ type: 'array', items: null })).cli;
    expect(promptOf(aborted)).toBe('127.0.0.1:6379> ');
  });

  test('a failed SELECT', () => {
    const refusing: Server = () => ({ type: 'error', text: 'NOAUTH Authentication required.' });
    const { cli } = serve(typed(terminal(version), 'select 1', 0), refusing);
    expect(promptOf(cli)).toBe('127.0.0.1:6379> ');
    // 3.2.1 believes that it is there, and selects again, unasked, after AUTH.
    const auth = serve(typed(cli, 'auth 123456', 0), quietly);
    expect(auth.sent).toEqual(
      modern
        ? [['auth', '123456']]
        : [
            ['auth', '123456'],
            ['SELECT', '1'],
          ],
    );
    expect(auth.text).toBe('OK\n');
  });

  test('without a server', () => {
    const line = 'Could not connect to Redis at 127.0.0.1:6379: Connection refused\n';
    const alone = serve(started([], { version, terminal: true }), undefined);
    expect(alone.text).toBe(modern ? line : line + line);
    expect(promptOf(alone.cli)).toBe('not connected> ');
    expect(serve(typed(alone.cli, 'ping', 0), undefined).text).toBe(line);
    expect(oneShot(version, ['ping'], undefined)).toMatchObject({ text: modern ? line : line + line, exit: 1 });
  });

  test('one command on the command line', () => {
    expect(oneShot(version, ['get', 'nokey'], () => ({ type: 'bulk', text: null }))).toMatchObject({
      text: '\n',
      exit: 0,
    });
    const noauth: Server = () => ({ type: 'error', text: 'NOAUTH Authentication required.' });
    expect(oneShot(version, ['ping'], noauth)).toMatchObject({ text: 'NOAUTH Authentication required.\n\n', exit: 0 });
    const wrongPassword = oneShot(
      version,
      ['-a', 'wrong', '--no-auth-warning', 'ping'].filter((word) => modern || word !== '--no-auth-warning'),
      noauth,
    );
    expect(wrongPassword.text).toBe(
      `${modern ? 'AUTH failed: NOAUTH Authentication required.\n' : ''}NOAUTH Authentication required.\n\n`,
    );
    expect(wrongPassword.exit).toBe(0);
  });

  test('-a and -n are sent on every new connection', () => {
    const { sent } = oneShot(version, ['-a', 'secret', '-n', '2', 'get', 'a'], quietly);
    const help = modern ? [] : [['COMMAND']];
    expect(sent).toEqual([['AUTH', 'secret'], ['SELECT', '2'], ...help, ['get', 'a']]);
  });

  test('a server that lets nobody in', () => {
    const denied: Reply = { type: 'error', text: 'DENIED Redis is running in protected mode' };
    let answers = 0;
    const server: Server = () => (answers++ % 2 === 0 ? denied : undefined);
    const once = serve(typed(serve(started([], { version, terminal: true }), server).cli, 'ping', 0), server);
    expect(once.text).toBe(`(error) ${denied.text}\n`);
  });

  test('repeats, ends, clears, and leaves passwords out of the history', () => {
    expect(serve(typed(terminal(version), '3 ping', 0), quietly).text).toBe('OK\nOK\nOK\n');
    expect(serve(typed(terminal(version), '0 ping', 0), quietly).sent).toEqual(modern ? [] : [['0', 'ping']]);
    expect(typed(terminal(version), 'quit', 0).exit).toBe(0);
    expect(typed(terminal(version), 'clear', 0).clear).toBe(true);
    expect(interrupted(terminal(version)).exit).toBe(0);
    expect(isRemembered('auth 123456', version)).toBe(!modern);
    expect(isRemembered('config get requirepass', version)).toBe(true);
  });

  test('what took half a second says so', () => {
    const waiting = typed(terminal(version), 'debug sleep 0.6', 1000).cli;
    expect(answered(waiting, ok, 1603).print.map(({ text }) => text)).toEqual(['OK\n', '(0.60s)\n']);
  });

  test('an option that it does not know ends it', () => {
    expect(understand(['--foo'], { version, terminal: true })).toMatchObject({
      exit: 1,
      stderr: "Unrecognized option or bad number of args for: '--foo'\n",
    });
    expect(understand(['--version'], { version, terminal: true })).toMatchObject({ stdout: `redis-cli ${version}\n` });
    expect(understand(['--bigkeys'], { version, terminal: true })).toEqual({ unmodelled: '--bigkeys' });
  });

  test('any lines, any replies, any losses: it always waits for a line, for an answer, or has ended', () => {
    const reply = fc.oneof(
      fc.constant(undefined),
      fc.record({ type: fc.constantFrom('status' as const, 'error' as const), text: fc.string() }),
      fc.record({ type: fc.constant('bulk' as const), text: fc.option(fc.string()) }),
      fc.record({ type: fc.constant('array' as const), items: fc.constant(null) }),
    );
    const word = fc.constantFrom(
      'select 2',
      'auth x',
      'multi',
      'exec',
      'shutdown',
      'monitor',
      '2 get',
      'connect h 1',
      'reset',
    );
    const steps = fc.array(fc.tuple(fc.oneof(word, fc.string()), fc.array(reply, { maxLength: 6 }), fc.boolean()));
    fc.assert(
      fc.property(steps, (all) => {
        let cli: Cli = terminal(version);
        for (const [line, replies, up] of all) {
          if (cli.todo.length > 0) cli = terminal(version);
          const left = [...replies];
          const after = serve(typed(cli, line, 0), up ? () => left.shift() : undefined);
          if (after.exit !== undefined) return;
          expect(after.cli.reading || promptOf(after.cli).endsWith('> '), line).toBe(true);
          cli = after.cli;
        }
      }),
    );
  });
});
