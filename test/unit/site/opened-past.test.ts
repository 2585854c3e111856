import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { guideLab, power, visitors } from '../../../lessons/lab.ts';
import { LabSession } from '../../../site/lab/engine/session.ts';
import { labMachine } from '../../../site/lab/page/machine.ts';
import type { Command } from '../../../site/lab/protocol.ts';

test('a lab that came with its past is loaded with it; begun anew, it is not', async () => {
  const lab = guideLab([visitors.A]);
  const session = new LabSession();
  await session.load(lab);
  const sent: Command[] = [];
  const past = { actions: [power(1000, 'tomcat1', 'crash')], at: 2000 };
  const input = { lab, edits: [], first: session.snapshot(), past };
  const actor = createActor(labMachine, { input: { ...input, send: (command: Command) => void sent.push(command) } });
  actor.start();
  actor.send({ type: 'restart' });
  expect(sent).toEqual([
    { type: 'load', lab, past },
    { type: 'load', lab },
  ]);
});
