import type { Planned } from '../../engine/world.ts';
import type { Lab } from '../lab.ts';
import { Cast } from './cast.ts';
import type { LinkProblemCode } from './link.ts';
import { doingIn, LATEST } from './read-action.ts';
import { doingText } from './write-action.ts';

/** Something that was done to a run, written as in a link (`K:tomcat1`), and when (virtual ms): a run told piece by piece. */
export interface Act {
  at: number;
  act: string;
}

/** An edit says its text in whole. */
export const actOf = ({ at, action }: Planned): Act => ({ at, act: doingText(action, () => undefined) });

/** Reads the acts of one run, in their order. It looks at anything that claims to be one, and never throws. */
export class ActReader {
  readonly #cast: Cast;
  #latest = 0;

  constructor(lab: Lab) {
    this.#cast = new Cast(lab);
  }

  read({ at, act }: Act): Planned | { problem: LinkProblemCode } {
    if (!(at >= 0 && at <= LATEST)) return { problem: 'bad-number' };
    if (at < this.#latest) return { problem: 'out-of-order' };
    const action = doingIn(act, { cast: this.#cast, editor: () => undefined });
    if ('problem' in action) return action;
    this.#latest = at;
    this.#cast.after(action);
    return { at, action };
  }
}
