import { expect, test } from 'vitest';
import { guideLab, login, power, proxyTo, takingTurns, visit, visitors } from '../../../lessons/lab.ts';
import { BOOTED_AT, boot, type Planned, Recording, run, stateHash, type World } from '../../../simulator/index.ts';

const lab = guideLab([visitors.A, visitors.B], undefined, proxyTo('backserver', takingTurns));
const plan = [login(0, 'A'), login(50, 'B'), power(300, 'tomcat1', 'crash'), visit(400, 'A', '/whoami')];

function played(actions: readonly Planned[], until = 2000): World {
  const world = boot(lab);
  run(
    world,
    actions.map(({ at, action }) => ({ at: at + BOOTED_AT, action })),
    BOOTED_AT + until,
  );
  return world;
}

test('a run that is repeated has the same name, in whatever steps, and however often somebody looked back', () => {
  const recording = new Recording(boot(lab));
  for (const { at, action } of plan) {
    for (let time = recording.now; time < BOOTED_AT + at; time += 7) recording.advanceTo(time);
    recording.advanceTo(BOOTED_AT + at);
    recording.act(action);
    recording.worldAt(BOOTED_AT + at / 2);
  }
  recording.advanceTo(BOOTED_AT + 2000);
  expect(stateHash(recording.world)).toBe(stateHash(played(plan)));
});

test('the order in which things are kept is no part of it', () => {
  const world = played(plan);
  const turned: World = {
    ...world,
    hosts: new Map([...world.hosts].reverse().map(([name, host]) => [name, reversed(host)])),
  };
  expect(stateHash(turned)).toBe(stateHash(world));
});

test.each([
  ['one visit less', plan.slice(0, 3), 2000],
  ['no crash', plan.filter(({ action }) => action.kind !== 'power'), 2000],
  ['a moment later', plan, 2001],
] as const)('another run has another name: %s', (_, actions, until) => {
  expect(stateHash(played(actions, until))).not.toBe(stateHash(played(plan)));
});

const reversed = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;
