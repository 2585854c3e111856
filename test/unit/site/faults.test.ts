import { describe, expect, test } from 'vitest';
import { LabSession } from '../../../site/lab/engine/session.ts';
import {
  activeFaults,
  cutActions,
  cutCommands,
  linesIn,
  memoryActions,
  netemActions,
  netemCommand,
  powerCommand,
  slowCommand,
} from '../../../site/lab/page/faults.ts';
import { faultOf, signOfFault } from '../../../site/lab/page/stage-faults.ts';
import type { Command, LabAction, Snapshot } from '../../../site/lab/protocol.ts';
import { en } from '../../../site/lab/texts/en.ts';
import { words as enWords } from '../../../site/lab/texts/faults/en.ts';
import { words as zhWords } from '../../../site/lab/texts/faults/zh-cn.ts';
import { loadSentences, sentenceOf } from '../../../site/lab/texts/texts.ts';
import { zhCn } from '../../../site/lab/texts/zh-cn.ts';
import { redisLab } from '../../support/labs.ts';

/** A lab with Redis as a page plays it. */
async function played() {
  const session = new LabSession();
  const tell = async (command: Command): Promise<Snapshot> => {
    const report = await session.handle(command);
    if (report.type !== 'snapshot') throw new Error(report.type);
    return report.snapshot;
  };
  const act = async (...actions: LabAction[]) => {
    let shown = await tell({ type: 'advance', time: 0 });
    for (const action of actions) shown = await tell({ type: 'act', action });
    return shown;
  };
  const expiries = async () => {
    const report = await session.handle({ type: 'ask', id: 0, question: { type: 'expiries' } });
    return report.type === 'answered' ? (report.answer as readonly { at: number; kind: string }[]) : [];
  };
  const first = await tell({ type: 'load', lab: redisLab() });
  return { tell, act, expiries, first };
}

const nginxTo1 = { from: 'nginx', to: 'tomcat1' };
const active = ({ world, strike }: Snapshot) => activeFaults(world, strike);

describe('what is out of order', () => {
  test('is listed once for both ways, and what ends it puts all right again', async () => {
    const { act, tell } = await played();
    const broken = await act(
      ...cutActions(nginxTo1, 'both', 'cut'),
      ...netemActions({ from: 'tomcat1', to: 'redis' }, 'there', [], { delay: 200, loss: 0.2 }),
      { kind: 'slow', host: 'tomcat2', factor: 4 },
      { kind: 'power', host: 'tomcat1', event: 'hang' },
      { kind: 'power', host: 'redis', event: 'crash' },
    );
    expect(active(broken).map(({ key }) => key)).toEqual([
      'nginx>tomcat1',
      'tomcat1>redis',
      'slow tomcat2',
      'power tomcat1',
      'power redis',
    ]);
    for (const { end } of active(broken))
      for (const event of end) {
        if (event.type === 'act') await tell({ type: 'act', action: event.action });
        if (event.type === 'power') await tell({ type: 'act', action: { kind: 'power', ...event } });
      }
    const mended = await tell({ type: 'advance', time: 10_000 });
    expect(active(mended)).toEqual([]);
  });

  test('has a sentence and a way out in both languages', async () => {
    const { act, tell, first } = await played();
    const memory = first.world.faults.memory;
    if (!memory) throw new Error('Redis runs');
    await act(...cutActions(nginxTo1, 'back', 'cut'), ...memoryActions(memory, 'fill'));
    const strike = {
      host: 'tomcat2',
      moment: 'saved',
      action: { kind: 'power', host: 'tomcat2', event: 'crash' },
    } as const;
    const shown = await tell({ type: 'strike', strike });
    for (const words of [enWords, zhWords]) {
      const said = active(shown).map((fault) => words.active.says(fault));
      expect(said).toHaveLength(3);
      expect(new Set(said).size).toBe(3);
      for (const fault of active(shown)) expect(words.active.end(fault)).not.toBe('');
    }
    expect(active(await tell({ type: 'strike' })).map(({ kind }) => kind)).toEqual(['link', 'memory']);
  });

  test('is told in the transcript, in both languages', async () => {
    const { act, tell } = await played();
    await act(
      ...netemActions(nginxTo1, 'both', [], { delay: 200, loss: 0.5 }),
      { kind: 'slow', host: 'tomcat1', factor: 4 },
      { kind: 'redis-cli', host: 'redis', argv: ['config', 'set', 'maxmemory', '1'] },
      { kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } },
    );
    const { notes } = await tell({ type: 'advance', time: 60_000 });
    const later = await tell({ type: 'seek', time: undefined });
    expect(later.world.faults.links).toHaveLength(2);
    const kinds = new Set(notes.map(({ note }) => note.kind));
    expect(kinds.has('resent') || kinds.has('answered')).toBe(true);
    await Promise.all([en, zhCn].map(loadSentences));
    for (const t of [en, zhCn])
      for (const note of [
        { kind: 'netem', at: 0, host: 'nginx', to: 'tomcat1', delay: 200, loss: 0.5 },
        { kind: 'netem', at: 0, host: 'nginx', to: 'tomcat1', delay: 0, loss: 0 },
        { kind: 'slowed', at: 0, host: 'tomcat1', factor: 4 },
        { kind: 'administered', at: 0, host: 'redis', argv: ['config', 'set', 'maxmemory', '1'] },
        { kind: 'resent', at: 0, host: 'nginx', to: '127.0.0.1:8080', type: 'syn', after: 1000 },
      ] as const)
        expect(sentenceOf(t, note)?.length).toBeGreaterThan(5);
  });
});

test('a leap ends just after the next expiry, and what expired is gone', async () => {
  const { act, tell, expiries } = await played();
  await act({ kind: 'visit', host: 'A', visit: { path: '/login?user=zhang' } });
  const before = await tell({ type: 'advance', time: 10_000 });
  expect(before.world.redis?.keys).toHaveLength(1);
  const [next] = await expiries();
  expect(next).toMatchObject({ kind: 'key' });
  const after = await tell({ type: 'leap', time: (next?.at ?? 0) + 1 });
  expect(after).toMatchObject({ now: (next?.at ?? 0) + 1, jumped: true });
  expect(after.world.redis?.keys).toEqual([]);
});

test('a strike waits for the next request of its server, whoever lets time pass', async () => {
  const { tell, act } = await played();
  const strike = {
    host: 'tomcat1',
    moment: 'arrived',
    action: { kind: 'power', host: 'tomcat1', event: 'crash' },
  } as const;
  expect((await tell({ type: 'strike', strike })).strike).toEqual(strike);
  await act(
    { kind: 'visit', host: 'A', visit: { path: '/hello' } },
    { kind: 'visit', host: 'B', visit: { path: '/hello' } },
  );
  for (let hops = 0; hops < 20; hops++) await tell({ type: 'step', by: 'hop' });
  const { world, strike: left } = await tell({ type: 'advance', time: 20_000 });
  expect(left).toBeUndefined();
  expect(world.tomcats[0]?.state).toBe('crashed');
});

describe('in the words of a real system', () => {
  test('a line has a rule for each way', async () => {
    const { first } = await played();
    const lines = linesIn(first.world);
    expect(lines.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'A>nginx',
      'B>nginx',
      'nginx>tomcat1',
      'nginx>tomcat2',
      'tomcat1>redis',
      'tomcat2>redis',
    ]);
    const [, , line] = lines;
    expect(line && cutCommands(line, 'both')).toEqual([
      'iptables -A INPUT -p tcp --dport 8080 -j DROP',
      'iptables -A INPUT -p tcp --sport 8080 -j DROP',
    ]);
  });

  test.each([
    [netemCommand({ delay: 200, loss: 0.05 }), 'tc qdisc replace dev eth0 root netem delay 200ms loss 5%'],
    [netemCommand({ delay: 0, loss: 0 }), 'tc qdisc del dev eth0 root'],
    [powerCommand('tomcat1', 'crash'), 'kill -9 <pid>'],
    [powerCommand('nginx', 'quit'), 'nginx -s quit'],
    [powerCommand('redis', 'stop'), 'redis-cli shutdown'],
    [slowCommand('tomcat1', 4), 'systemctl set-property tomcat1 CPUQuota=25%'],
  ])('%s', (command, typed) => expect(command).toBe(typed));
});

test('a stage shows the worst of both ways, in signs', () => {
  const link = { from: 'a', to: 'b', cut: false, delay: 200, loss: 0 };
  const back = { from: 'b', to: 'a', cut: false, delay: 0, loss: 0.2 };
  expect(faultOf([], 'a', 'b')).toBeUndefined();
  expect(signOfFault(faultOf([link, back], 'b', 'a') ?? link)).toBe('+200 ms −20 %');
  expect(signOfFault({ ...link, cut: true })).toBe('✕');
});
