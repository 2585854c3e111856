import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodeReply, type Reply } from '../../../simulator/core/resp.ts';
import { readCommandLine } from '../../../simulator/redis/conf/command-line.ts';
import { configGet } from '../../../simulator/redis/conf/config-get.ts';
import { configRewrite } from '../../../simulator/redis/conf/config-rewrite.ts';
import { configSet, type Running } from '../../../simulator/redis/conf/config-set.ts';
import { diskOf } from '../../../simulator/redis/conf/disk.ts';
import { readConfiguration } from '../../../simulator/redis/conf/read.ts';
import type { Values } from '../../../simulator/redis/conf/values.ts';
import type { Version } from '../../../simulator/redis/version.ts';
import { repliesIn } from '../../support/resp.ts';

interface Recorded {
  id: string;
  group: string;
  version: Version;
  conf: string | null;
  args: string[];
  steps: { line?: string; cmd?: string[] | null; resp: string; file?: string; content?: string; unstable?: boolean }[];
}

/** Recorded cases about CONFIG that start from a text of their own and never restart. */
const cases = readFileSync(new URL('../../recordings/redis/replies.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded)
  .filter(({ group, conf }) => group.startsWith('config-') && !conf?.startsWith('<'))
  .filter(({ steps }) => !steps.some((step) => 'restart' in step || 'shell' in step));

const running = (version: Version): Running => ({
  disk: diskOf({}, [`/opt/redis-${version}`]),
  kernel: { somaxconn: 4096, overcommit: 0, hugePages: 'always', files: { soft: 20000, hard: 20000 } },
  unprotected: false,
  listen: ({ bind }) => !bind.includes('999.1.1.1') && !bind.includes('10.9.9.9'),
  appendOnly: () => true,
});

function read({ version, conf, args }: Recorded): Values {
  const cwd = `/opt/redis-${version}`;
  const line = readCommandLine(['./src/redis-server', ...args], version);
  if ('exit' in line) throw new Error('not a start');
  const disk = diskOf({ [`${cwd}/redis.conf`]: conf ?? '' });
  const { values, refusal } = readConfiguration({ version, disk, cwd }, line.file, line.options);
  expect(refusal).toBeUndefined();
  return values;
}

const list = (words: string[]): Reply => ({ type: 'array', items: words.map((text) => ({ type: 'bulk', text })) });
const sorted = (bytes: string) => {
  const [reply] = repliesIn(bytes);
  const items = reply?.type === 'array' ? (reply.items ?? []) : [];
  return items
    .map((item) => ('text' in item ? item.text : ''))
    .reduce<string[][]>((pairs, text, at) => {
      if (at % 2 === 0) pairs.push([text ?? '']);
      else pairs.at(-1)?.push(text ?? '');
      return pairs;
    }, [])
    .sort();
};

test('CONFIG GET, SET and REWRITE answer and write as recorded', () => {
  const wrong: unknown[] = [];
  let compared = 0;
  for (const recorded of cases) {
    let values = read(recorded);
    for (const step of recorded.steps) {
      const [name = '', sub = '', ...words] = step.cmd ?? [];
      const isConfig = name.toLowerCase() === 'config';
      if (isConfig && sub.toLowerCase() === 'get' && !step.resp.startsWith('-')) {
        compared++;
        const shown = encodeReply(list(configGet(values, words)));
        // 7.0.15 has no order.
        const same =
          recorded.version === '3.2.1'
            ? shown === step.resp
            : JSON.stringify(sorted(shown)) === JSON.stringify(sorted(step.resp));
        if (!same) wrong.push({ id: recorded.id, line: step.line, expected: step.resp, shown });
      } else if (isConfig && sub.toLowerCase() === 'set' && !/NOAUTH|[Ww]rong number/.test(step.resp)) {
        compared++;
        const changed = configSet(values, words, running(recorded.version));
        const reply = 'error' in changed ? `-ERR ${changed.error}\r\n` : '+OK\r\n';
        if (reply !== step.resp) wrong.push({ id: recorded.id, line: step.line, expected: step.resp, reply });
        if ('values' in changed) values = changed.values;
      } else if (step.file !== undefined && !step.unstable) {
        compared++;
        const text = configRewrite(recorded.conf ?? '', values);
        const lines = (all = '') => (recorded.version === '3.2.1' ? all : all.split('\n').sort().join('\n'));
        if (lines(text) !== lines(step.content)) wrong.push({ id: recorded.id, expected: step.content, text });
      }
    }
  }
  expect(compared).toBeGreaterThan(250);
  expect(wrong).toEqual([]);
});
