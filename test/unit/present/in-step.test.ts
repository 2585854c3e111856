import fc from 'fast-check';
import { expect, test } from 'vitest';
import { login, power, redisLab, visit, visitors } from '../../../lessons/lab.ts';
import type { Command } from '../../../site/lab/protocol.ts';
import type { Message } from '../../../site/present/messages.ts';
import { deskOf, stageOf } from './classroom.ts';

const lab = redisLab([visitors.A, visitors.B]);
const act = ({ action }: ReturnType<typeof visit>): Command => ({ type: 'act', action }) as Command;

/** What a presenter may do, one thing after the other; times are told from where the run is. */
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 3000 }).map((ms) => ({ pass: ms })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom<Command>(
        act(login(0, 'A')),
        act(visit(0, 'B', '/whoami')),
        act(power(0, 'tomcat1', 'crash')),
        act(power(0, 'tomcat1', 'start')),
        act(power(0, 'nginx', 'reload')),
        { type: 'act', action: { kind: 'redis-cli', host: 'redis', argv: ['HSET', 'h', 'a', '1'] } },
        { type: 'act', action: { kind: 'type', host: 'terminal1', line: 'ls' } },
        { type: 'save', host: 'nginx', files: { 'nginx.conf': 'events {}\nhttp {}\n' } },
        { type: 'plan', plan: [visit(100, 'A', '/whoami'), power(900, 'tomcat2', 'crash')] },
        {
          type: 'strike',
          strike: { host: 'tomcat1', moment: 'answering', action: power(0, 'tomcat1', 'crash').action },
        },
        { type: 'step', by: 'hop' },
        { type: 'undo' },
        { type: 'redo' },
        { type: 'fork' },
        { type: 'branch', branch: 1 },
        { type: 'load', lab },
      )
      .map((command) => ({ command })),
  },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((part) => ({ back: part })) },
);

test('whatever is done, and however its telling is lost, doubled and mixed up, late stages come to the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 1, maxLength: 14 }),
      fc.infiniteStream(fc.constantFrom('now', 'now', 'lost', 'twice', 'late')),
      fc.nat({ max: 14 }),
      async (deeds, fates, joinsAt) => {
        const clock = { now: 0 };
        const late: Message[] = [];
        let reliable = false;
        const stages: ReturnType<typeof stageOf>[] = [];
        const deliver = (message: Message) => {
          for (const { follower } of stages) follower.hear(structuredClone(message));
        };
        const toStages = (message: Message) => {
          const fate = reliable ? 'now' : fates.next().value;
          if (fate === 'late') late.unshift(message);
          else if (fate !== 'lost') for (let times = fate === 'twice' ? 2 : 1; times > 0; times--) deliver(message);
        };
        const desk = await deskOf(lab, toStages, clock);
        const toDesk = (message: Message) => desk.leader.hear(structuredClone(message));
        stages.push(stageOf(lab, 'early', toDesk, clock));
        for (const [nth, one] of deeds.entries()) {
          clock.now += 500;
          if (nth === joinsAt) stages.push(stageOf(lab, 'joining', toDesk, clock));
          const { now, timeline } = desk.engine.session.snapshot();
          if ('pass' in one) await desk.do({ type: 'advance', time: now + one.pass });
          else if ('back' in one) await desk.do({ type: 'seek', time: Math.floor(one.back * timeline.end) });
          else await desk.do(one.command);
          if (nth % 3 === 0) for (const message of late.splice(0)) deliver(message);
          for (const { follower } of stages) follower.tick();
        }
        stages.push(stageOf(lab, 'late', toDesk, clock));
        reliable = true;
        for (let second = 0; second < 3; second++) {
          clock.now += 1000;
          desk.leader.tick();
          for (const { follower } of stages) follower.tick();
          for (const { engine } of stages) await engine.hash();
          // The comparison itself.
          await new Promise((resolve) => setTimeout(resolve));
        }
        const hash = await desk.engine.hash();
        const { now } = desk.engine.session.snapshot();
        for (const { engine, follower } of stages) {
          expect(await engine.hash()).toBe(hash);
          expect(engine.session.snapshot().now).toBe(now);
          expect(follower.following).toBe('in-step');
        }
        expect([...desk.leader.stages.values()].every(({ inStep }) => inStep)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
