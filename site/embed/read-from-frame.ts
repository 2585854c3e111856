import { type Fields, isBoolean, isFields, isNumber, isOneOf, isText, isWhole, most } from './fields.ts';
import {
  type CheckResult,
  errorCodes,
  type Files,
  type FrameWord,
  type FromFrame,
  frameLocales,
  type Score,
  VERSION,
} from './protocol.ts';
import { type Read, type Readers, readWith } from './read.ts';
import { stateIn } from './read-to-frame.ts';

const readers: Readers<FrameWord> = {
  ready({ exercise, locale, seed, apiVersion }) {
    if (!isText(exercise, most.word) || !isOneOf(locale, frameLocales)) return undefined;
    if (!isWhole(seed, Number.MAX_SAFE_INTEGER) || apiVersion !== VERSION) return undefined;
    return { type: 'ready', exercise, locale, seed, apiVersion };
  },
  resize: ({ height }) => (isNumber(height, most.height) ? { type: 'resize', height } : undefined),
  change({ files }) {
    const read = filesIn(files);
    return read && { type: 'change', files: read };
  },
  checked: checkedIn,
  xapi: ({ statement }) => (isFields(statement) && isShort(statement) ? { type: 'xapi', statement } : undefined),
  state({ state }) {
    const read = stateIn(state);
    return read && { type: 'state', state: read };
  },
  error: ({ code, message }) =>
    isOneOf(code, errorCodes) && isText(message, most.sentence) ? { type: 'error', code, message } : undefined,
};

/** What a frame says to the page around it, as it came. The page has to ask itself whether `event.source` is its frame. */
export const readFromFrame = (data: unknown): Read<FromFrame> => readWith(readers, data);

/** Whether it can be written as JSON, and is not too long as that. */
function isShort(statement: Fields): boolean {
  try {
    return JSON.stringify(statement).length <= most.text;
  } catch {
    return false;
  }
}

function checkedIn(fields: Fields): Extract<FrameWord, { type: 'checked' }> | undefined {
  const { exercise, attempt, passed, checks, seed, permalink } = fields;
  const score = scoreIn(fields['score']);
  if (!isText(exercise, most.word) || !isWhole(attempt, most.attempts) || !isBoolean(passed) || !score)
    return undefined;
  if (!Array.isArray(checks) || checks.length > most.checks) return undefined;
  if (!isWhole(seed, Number.MAX_SAFE_INTEGER) || !isText(permalink, most.text + most.sentence)) return undefined;
  // Places that were left empty are looked at as well.
  const read = Array.from(checks, checkIn);
  if (!read.every((check) => check !== undefined)) return undefined;
  return { type: 'checked', exercise, attempt, passed, score, checks: read, seed, permalink };
}

function checkIn(value: unknown): CheckResult | undefined {
  if (!isFields(value)) return undefined;
  const { id, passed, feedbackId, points } = value;
  if (!isText(id, most.word) || !isBoolean(passed) || !isNumber(points, most.attempts)) return undefined;
  if (feedbackId === undefined) return { id, passed, points };
  return isText(feedbackId, most.word) ? { id, passed, feedbackId, points } : undefined;
}

function scoreIn(value: unknown): Score | undefined {
  if (!isFields(value)) return undefined;
  const { raw, min, max, scaled } = value;
  if (min !== 0 || !isNumber(max, most.attempts) || !isNumber(raw, max) || !isNumber(scaled, 1)) return undefined;
  return { raw, min, max, scaled };
}

function filesIn(value: unknown): Files | undefined {
  if (!isFields(value)) return undefined;
  const hosts = Object.keys(value);
  if (hosts.length > most.hosts) return undefined;
  const files: [host: string, texts: Record<string, string>][] = [];
  let length = 0;
  for (const host of hosts) {
    const texts = textsIn(value[host]);
    if (!texts || host.length > most.word) return undefined;
    for (const [name, text] of Object.entries(texts)) length += name.length + text.length;
    if (length > most.text) return undefined;
    files.push([host, texts]);
  }
  return Object.fromEntries(files);
}

function textsIn(value: unknown): Record<string, string> | undefined {
  if (!isFields(value)) return undefined;
  const names = Object.keys(value);
  if (names.length > most.filesOfHost) return undefined;
  const texts = names.map((name) => [name, value[name]] as const);
  if (!texts.every((entry): entry is readonly [string, string] => isText(entry[1], most.text))) return undefined;
  return Object.fromEntries(texts);
}
