import { expect, test } from 'vitest';
import { LabSession } from '../../../site/lab/engine/session.ts';
import type { Command } from '../../../site/lab/protocol.ts';
import { redisLab } from '../../support/labs.ts';

test('a hash that is typed into redis-cli on the page is there at once', async () => {
  const session = new LabSession();
  await session.load({ ...redisLab(), terminals: { count: 1, redis: 'running' } });
  let now = 0;
  const type = async (line: string) => {
    let shown = '';
    const tell = async (command: Command) => {
      const report = await session.handle(command);
      if (report.type === 'snapshot') shown += JSON.stringify(report.snapshot.terminals);
    };
    await tell({ type: 'act', action: { kind: 'type', host: 'terminal1', line } });
    for (const end = now + 5000; now < end; ) await tell({ type: 'advance', time: (now += 100) });
    return shown;
  };
  expect(await type('./redis-3.2.1/src/redis-cli hset h f v')).toContain('(integer) 1');
  expect(await type('./redis-3.2.1/src/redis-cli hgetall h')).toContain('1) \\"f\\"');
});
