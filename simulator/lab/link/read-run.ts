import { own } from '../../core/own.ts';
import type { Planned } from '../../engine/world.ts';
import type { Lab } from '../lab.ts';
import { Cast } from './cast.ts';
import { numberIn } from './escape.ts';
import { type Field, piecesOf } from './fields.ts';
import { filesOf } from './files.ts';
import type { LinkedFiles, LinkedRun } from './link.ts';
import { actionIn, LATEST, type Reading } from './read-action.ts';
import type { Tell } from './read-lab.ts';

/** Of a run; more than a class of visitors does in a lesson. */
const MOST_ACTIONS = 20_000;

/** A run is told by how far it has come; without that, it has come as far as its last action. */
export function readRun(lab: Lab, files: LinkedFiles, fields: readonly Field[], tell: Tell): LinkedRun | undefined {
  if (!fields.some(({ key }) => key === 'a' || key === 'end')) return undefined;
  const start = filesOf(lab);
  const editor: Reading['editor'] = (host, file) =>
    own(own(files, host) ?? {}, file) ?? own(own(start, host) ?? {}, file);
  const actions = readActions(fields, { cast: new Cast(lab), editor }, tell);
  const last = actions.at(-1)?.at ?? 0;
  const end = Math.max(last, timeOf('end', fields, tell) ?? last);
  const at = Math.min(end, timeOf('at', fields, tell) ?? end);
  const hash = hashIn(fields, tell);
  return { actions, end, at, hash };
}

function readActions(fields: readonly Field[], reading: Reading, tell: Tell): Planned[] {
  const actions: Planned[] = [];
  for (const { text, at } of fields.filter(({ key }) => key === 'a').flatMap(piecesOf)) {
    if (actions.length === MOST_ACTIONS) {
      tell('too-many-actions', { token: text, at });
      break;
    }
    const read = actionIn(text, reading);
    if ('problem' in read) tell(read.problem, { token: text, at });
    else if (read.at < (actions.at(-1)?.at ?? 0)) tell('out-of-order', { token: text, at });
    else {
      reading.cast.after(read.action);
      actions.push(read);
    }
  }
  return actions;
}

function timeOf(key: string, fields: readonly Field[], tell: Tell): number | undefined {
  const field = fields.find((one) => one.key === key);
  const time = field && numberIn(field.value, LATEST);
  if (field && time === undefined) tell('bad-number', field);
  return time;
}

function hashIn(fields: readonly Field[], tell: Tell): string | undefined {
  const field = fields.find(({ key }) => key === 'h');
  if (!field) return undefined;
  if (/^[0-9a-z]{1,20}$/.test(field.value)) return field.value;
  tell('bad-form', field);
  return undefined;
}
