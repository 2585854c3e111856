import { BOOTED_AT, type Judgement, type Note, type World } from '../../simulator/index.ts';
import { redisCommands, redisStarts } from '../judge.ts';

/** The lines on the window that Redis printed when it would not start. */
function refusalIn(world: World): string {
  const window = world.hosts.get('terminal1');
  const lines = window?.kind === 'terminal' ? window.screen.flatMap((line) => ('text' in line ? [line.text] : [])) : [];
  const at = lines.findIndex((line) => line.startsWith('>>> '));
  return at < 0 ? (lines.findLast((line) => line.includes('#')) ?? '') : `${lines[at]} ${lines[at + 1] ?? ''}`;
}

/** Unless Redis would not start: then there was nothing to look at, and every check says so. */
export const judging =
  (look: (notes: readonly Note[]) => Judgement) =>
  (notes: readonly Note[], world: World): Judgement => {
    if (redisStarts(notes).length > 0) return look(notes);
    const evidence = notes.filter(({ host }) => host === 'redis' || host === 'terminal1');
    return { passed: false, feedback: { id: 'redis-refuses', values: { message: refusalIn(world) } }, evidence };
  };

/** The command after the start reached Redis, so the window was free. */
export function windowIsBack(notes: readonly Note[]): Judgement {
  const set = redisCommands(notes, 'set').filter(({ at }) => at < BOOTED_AT + 12_000);
  if (set.length > 0) return { passed: true, evidence: set };
  return { passed: false, feedback: { id: 'window-taken', values: {} }, evidence: redisStarts(notes) };
}

/** Something that Redis wrote is in a file. */
export function isLogged(notes: readonly Note[]): Judgement {
  const logged = notes.filter((note) => note.kind === 'redis-log' && note.file !== '');
  if (logged.length > 0) return { passed: true, evidence: logged };
  return { passed: false, feedback: { id: 'no-log', values: {} }, evidence: redisStarts(notes) };
}

/** The key that was set is found in the end. */
export function isKept(notes: readonly Note[]): Judgement {
  const [answer] = redisCommands(notes, 'get');
  const reply = answer?.reply;
  if (reply?.type === 'bulk' && reply.text === 'zhang') return { passed: true, evidence: redisCommands(notes, 'get') };
  const id = redisCommands(notes, 'set').length === 0 ? 'window-taken' : 'data-lost';
  return { passed: false, feedback: { id, values: {} }, evidence: redisStarts(notes) };
}
