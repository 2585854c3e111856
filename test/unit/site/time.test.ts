import { describe, expect, test } from 'vitest';
import { LabSession } from '../../../site/lab/engine/session.ts';
import type { Command, LabAction, Snapshot } from '../../../site/lab/protocol.ts';
import type { AnswerTo, Question } from '../../../site/lab/questions.ts';
import { redisLab } from '../../support/labs.ts';

/** A lab with both Tomcats' sessions in one Redis, as a page plays it. */
async function played() {
  const session = new LabSession();
  const tell = async (command: Command): Promise<Snapshot> => {
    const report = await session.handle(command);
    if (report.type !== 'snapshot') throw new Error(report.type);
    return report.snapshot;
  };
  const ask = async <Q extends Question>(question: Q): Promise<AnswerTo<Q>> => {
    const report = await session.handle({ type: 'ask', id: 0, question });
    if (report.type !== 'answered') throw new Error(report.type);
    return report.answer as AnswerTo<Q>;
  };
  const act = (action: LabAction) => tell({ type: 'act', action });
  const visit = (host: string, path: string) => act({ kind: 'visit', host, visit: { path } });
  const crash = (host: string) => act({ kind: 'power', host, event: 'crash' });
  const advance = (time: number) => tell({ type: 'advance', time });
  const first = await tell({ type: 'load', lab: redisLab() });
  return { tell, ask, visit, crash, advance, first };
}

describe('a run that is repeated', () => {
  test('is told as what it was begun with and what was done to it, and shows the same world', async () => {
    const { ask, visit, crash, advance } = await played();
    await visit('A', '/login?user=zhang');
    await advance(5_000);
    await crash('tomcat1');
    await visit('B', '/cart?add=book');
    const { world, now } = await advance(9_000);
    const { lab, ...past } = await ask({ type: 'history' });
    expect(past.actions.map(({ at, action }) => [at, action.kind])).toEqual([
      [0, 'visit'],
      [5_000, 'power'],
      [5_000, 'visit'],
    ]);
    const again = await played();
    const repeated = await again.tell({ type: 'load', lab, past });
    expect(repeated).toMatchObject({ now, world });
  });
});
