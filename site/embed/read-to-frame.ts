import { type Fields, isBoolean, isFields, isMissingOr, isNumber, isOneOf, isText, isWhole, most } from './fields.ts';
import { feedbacks, frameLocales, type HostWord, type Options, type State, type ToFrame, themes } from './protocol.ts';
import { type Read, type Readers, readWith } from './read.ts';

const readers: Readers<HostWord> = {
  init: initIn,
  getState: () => ({ type: 'getState' }),
  setState({ state }) {
    const read = stateIn(state);
    return read && { type: 'setState', state: read };
  },
  reset: () => ({ type: 'reset' }),
  check: () => ({ type: 'check' }),
  play: () => ({ type: 'play' }),
  pause: () => ({ type: 'pause' }),
  seek: ({ t }) => (isNumber(t, most.time) ? { type: 'seek', t } : undefined),
};

/** What a page says to a frame, as it came. */
export const readToFrame = (data: unknown): Read<ToFrame> => readWith(readers, data);

function initIn(fields: Fields): Extract<HostWord, { type: 'init' }> | undefined {
  const { origin, locale, theme } = fields;
  const state = fields['state'] === undefined ? undefined : stateIn(fields['state']);
  const options = fields['options'] === undefined ? undefined : optionsIn(fields['options']);
  if (!isMissingOr(origin, (value) => isText(value, most.word))) return undefined;
  if (!isMissingOr(locale, (value) => isOneOf(value, frameLocales))) return undefined;
  if (!isMissingOr(theme, (value) => isOneOf(value, themes))) return undefined;
  if (fields['state'] !== undefined && !state) return undefined;
  if (fields['options'] !== undefined && !options) return undefined;
  return {
    type: 'init',
    ...(origin === undefined ? {} : { origin }),
    ...(locale === undefined ? {} : { locale }),
    ...(theme === undefined ? {} : { theme }),
    ...(state ? { state } : {}),
    ...(options ? { options } : {}),
  };
}

/** What a page has kept of a learner's work. */
export function stateIn(value: unknown): State | undefined {
  if (!isFields(value)) return undefined;
  const { link, attempts } = value;
  return isText(link, most.text) && isWhole(attempts, most.attempts) ? { link, attempts } : undefined;
}

function optionsIn(value: unknown): Partial<Options> | undefined {
  if (!isFields(value)) return undefined;
  const { feedback, maxAttempts, hideSolution, changes, statements } = value;
  if (!isMissingOr(feedback, (one) => isOneOf(one, feedbacks))) return undefined;
  if (!isMissingOr(maxAttempts, (one): one is number => isWhole(one, most.attempts))) return undefined;
  if (!isMissingOr(hideSolution, isBoolean) || !isMissingOr(changes, isBoolean)) return undefined;
  if (!isMissingOr(statements, isBoolean)) return undefined;
  return {
    ...(feedback === undefined ? {} : { feedback }),
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
    ...(hideSolution === undefined ? {} : { hideSolution }),
    ...(changes === undefined ? {} : { changes }),
    ...(statements === undefined ? {} : { statements }),
  };
}
