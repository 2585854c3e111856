import { expect, test } from 'vitest';
import { fromFrame } from '../../../site/embed/protocol.ts';
import { readFromFrame } from '../../../site/embed/read-from-frame.ts';
import { statementOf, uuid } from '../../../site/lms/xapi.ts';
import { resultWith } from './results.ts';

const about = { title: 'ip_hash', locale: 'zh-cn', id: uuid(), at: new Date(Date.UTC(2026, 7, 22, 8)) } as const;

test('a result is told as a statement: a verb, what it is about, the score, and what passed', () => {
  const failed = statementOf(resultWith(1), about);
  expect(failed).toMatchObject({
    verb: { id: 'http://adlnet.gov/expapi/verbs/failed' },
    object: {
      objectType: 'Activity',
      id: 'urn:session-lab:exercise:failover',
      definition: { name: { 'zh-CN': 'ip_hash' } },
    },
    result: { success: false, completion: false, score: { raw: 2, min: 0, max: 6 }, response: 'starts' },
    timestamp: '2026-08-22T08:00:00.000Z',
  });
  expect(statementOf(resultWith(3), about)).toMatchObject({
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    result: { success: true, completion: true, score: { scaled: 1 }, response: 'starts[,]keeps-logins[,]both.work' },
  });
});

test('a record store takes it: no null, names are IRIs, the id is an UUID', () => {
  const statement = statementOf(resultWith(2), about);
  expect(JSON.stringify(statement)).not.toContain('null');
  for (const key of Object.keys(statement.context.extensions)) expect(key).toMatch(/^urn:[a-z-]+:\S+$/);
  expect(statement).not.toHaveProperty('actor');
  for (let i = 0; i < 50; i++)
    expect(uuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('it travels over the frame protocol', () => {
  const message = fromFrame({ type: 'xapi', statement: { ...statementOf(resultWith(2), about) } });
  expect(readFromFrame(structuredClone(message))).toEqual({ kind: 'message', message });
  expect(readFromFrame({ ...message, statement: 'text' }).kind).toBe('bad');
});
