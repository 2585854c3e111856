import type { HostName } from '../../../../simulator/index.ts';
import type { Happening, HostKind, Life, SpaceTime, Travel } from '../../space-time.ts';
import { shortId } from '../shapes.ts';
import { cutTo, HALF_ASCENT, type Label, Labels, widthOf } from './labels.ts';
import { type Gap, scaleOf } from './scale.ts';

/** A space-time diagram in px: a line per host from left to right, time downwards. */
export interface Diagram {
  width: number;
  height: number;
  columns: { host: HostName; kind: HostKind; x: number }[];
  lines: Line[];
  arrows: Arrow[];
  points: Point[];
  gaps: Gap[];
  /** Times to be written at the left edge. */
  ticks: { at: number; y: number }[];
  /** Where the moment lies that the page shows. */
  nowY: number;
}

/** A stretch of a host's line. */
export interface Line {
  host: HostName;
  x: number;
  y1: number;
  y2: number;
  look: Look;
  /** What it says where it begins otherwise than running, unless a point says it. */
  label: Label | undefined;
}
/** `turning`: coming up or going down; `still`: stopped by SIGSTOP; `down`: no process. */
export type Look = 'up' | 'turning' | 'still' | 'down';

export interface Arrow {
  travel: Travel;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  label: Label | undefined;
}

export interface Point {
  happening: Happening;
  x: number;
  y: number;
  label: Label | undefined;
}

/** What the words of a language are needed for. */
export interface Captions {
  /** What stands beside a point; empty: nothing. */
  tag(happening: Happening): string;
  /** What a host does, in a word. */
  state(life: Life): string;
}

/** Room for the times at the left edge. */
export const GUTTER = 58;
/** Lines are never nearer: a word has to fit between them. */
const NARROWEST_COLUMN = 104;
const WIDEST_COLUMN = 240;
/** Times written at the left edge are no nearer. */
const BETWEEN_TICKS = 15;
/** A message that is lost ends so far on its way. */
const LOST_AFTER = 0.5;
/** Words may be longer than their arrow is, by so much that a short path can be read. */
const SHORTEST_WORDS = 90;
/** Where along an arrow its words may stand, the best place first. */
const ALONG = [0.5, 0.38, 0.62, 0.28, 0.72];

/** Sets out a diagram. `room`: the width there is, in px; what needs more is wider. `now`: the moment that the page shows. */
export function layout(data: SpaceTime, room: number, now: number, captions: Captions): Diagram {
  const { hosts, messages, happenings } = data;
  const column = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, (room - GUTTER) / Math.max(1, hosts.length)));
  const columns = hosts.map(({ name, kind }, i) => ({ host: name, kind, x: GUTTER + column * (i + 0.5) }));
  const xs = new Map(columns.map(({ host, x }) => [host, x]));
  const shown = Math.max(data.from, Math.min(now, data.until));
  const scale = scaleOf([...momentsOf(data), shown]);
  const width = GUTTER + column * hosts.length;
  const labels = new Labels(GUTTER, width);
  const points = pointsOf(happenings, messages, xs, scale.yOf).map((point) => labelled(point, labels, captions));
  const lines = linesOf(data, xs, scale).map((line) => lineLabelled(line, points, labels, captions));
  const arrows = messages.flatMap((travel) => arrowOf(travel, xs, scale.yOf, labels) ?? []);
  return {
    width,
    height: scale.height,
    columns,
    lines: lines.map(({ line }) => line),
    arrows,
    points,
    gaps: scale.gaps,
    ticks: ticksOf([...momentsOf(data)], scale.yOf),
    nowY: scale.yOf(shown),
  };
}

function* momentsOf({ messages, happenings, lives, until }: SpaceTime): Generator<number> {
  for (const { sentAt, at } of messages) yield* [sentAt, at];
  for (const { at } of happenings) yield at;
  // A host's first life begins where the window does, which is no event.
  const known = new Set<HostName>();
  for (const { host, from } of lives) {
    if (known.has(host)) yield from;
    known.add(host);
  }
  yield until;
}

type YOf = (at: number) => number;
type Xs = ReadonlyMap<HostName, number>;

/** What is no more than the end of a message has no point of its own: the message tells it. */
function pointsOf(happenings: readonly Happening[], messages: readonly Travel[], xs: Xs, yOf: YOf): Point[] {
  const ends = new Set(
    messages.flatMap(({ from, to, sentAt, at, chain, end }) => [
      `${from} ${sentAt} ${chain}`,
      `${end === 'untaken' ? from : to} ${at} ${chain}`,
    ]),
  );
  const together = new Map<string, number>();
  return happenings.flatMap((happening): Point[] => {
    const { host, at, chain, mark } = happening;
    const x = xs.get(host);
    if (x === undefined || (mark === 'plain' && ends.has(`${host} ${at} ${chain ?? ''}`))) return [];
    const nth = together.get(`${host} ${at}`) ?? 0;
    together.set(`${host} ${at}`, nth + 1);
    return [{ happening, x: x + nth * 14, y: yOf(at), label: undefined }];
  });
}

function labelled(point: Point, labels: Labels, captions: Captions): Point {
  const text = captions.tag(point.happening);
  if (text === '') return point;
  return { ...point, label: beside(text, point.x, point.y, labels) };
}

/** To the right of a line, or to its left, or a little lower. */
function beside(text: string, x: number, y: number, labels: Labels): Label | undefined {
  const half = widthOf(text) / 2 + 11;
  const base = y + HALF_ASCENT;
  return labels.place(text, [
    { x: x + half, y: base },
    { x: x - half, y: base },
    { x: x + half, y: base + 12 },
    { x: x - half, y: base + 12 },
  ]);
}

/** A line with what its host does there. */
interface Stretch {
  line: Line;
  life: Life;
}

function linesOf({ lives, hosts }: SpaceTime, xs: Xs, scale: { height: number; yOf: YOf }): Stretch[] {
  return hosts.flatMap(({ name }) => {
    const x = xs.get(name) ?? 0;
    const own = lives.filter(({ host }) => host === name);
    return own.map((life, i): Stretch => {
      const next = own[i + 1];
      const y1 = i === 0 ? 0 : scale.yOf(life.from);
      const y2 = next ? scale.yOf(next.from) : scale.height;
      return { line: { host: name, x, y1, y2, look: lookOf(life.state), label: undefined }, life };
    });
  });
}

/** By the states of the hosts' charts; a visitor is here, or gone. */
const looks: Record<string, Look> = {
  stopped: 'down',
  crashed: 'down',
  killed: 'down',
  gone: 'down',
  closed: 'down',
  starting: 'turning',
  stopping: 'turning',
  loading: 'turning',
  quitting: 'turning',
  hung: 'still',
  suspended: 'still',
  'suspended-computing': 'still',
  frozen: 'still',
  'frozen-quitting': 'still',
};

const lookOf = (state: string): Look => looks[state] ?? 'up';

function lineLabelled({ line, life }: Stretch, points: readonly Point[], labels: Labels, captions: Captions): Stretch {
  const said = points.some(({ happening, y }) => happening.host === line.host && y === line.y1);
  if (line.look === 'up' || said) return { line, life };
  const label = beside(captions.state(life), line.x, line.y1 + 12, labels);
  return { line: { ...line, label }, life };
}

function arrowOf(travel: Travel, xs: Xs, yOf: YOf, labels: Labels): Arrow | undefined {
  const x1 = xs.get(travel.from);
  const end = xs.get(travel.to);
  if (x1 === undefined || end === undefined) return undefined;
  const y1 = yOf(travel.sentAt);
  const share = travel.end === 'lost' ? LOST_AFTER : 1;
  const x2 = x1 + (end - x1) * share;
  const y2 = y1 + (yOf(travel.at) - y1) * share;
  const text = captionOf(travel, Math.abs(x2 - x1) - 14);
  const places = ALONG.flatMap((part) => {
    const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    return [
      { x, y: y - 4 },
      { x, y: y + 13 },
    ];
  });
  return { travel, x1, y1, x2, y2, label: text === '' ? undefined : labels.place(text, places) };
}

/** A message's own words as far as they fit, and the cookie that it carries or sets. */
function captionOf({ text, sid, sets, status }: Travel, room: number): string {
  const cookie = sid === undefined || (status !== undefined && !sets) ? '' : ` ${sets ? '+' : ''}…${shortId(sid)}`;
  const words = text.replace(/ HTTP\/1\.[01]$/, '');
  return `${cutTo(words, Math.max(SHORTEST_WORDS, room - widthOf(cookie)))}${cookie}`.trim();
}

function ticksOf(moments: number[], yOf: YOf): Diagram['ticks'] {
  const ticks: Diagram['ticks'] = [];
  for (const at of [...new Set(moments)].sort((a, b) => a - b)) {
    const y = yOf(at);
    const last = ticks.at(-1);
    // Two that read alike, in tenths of a second, say no more than one.
    if (last && (y - last.y < BETWEEN_TICKS || Math.round(at / 100) === Math.round(last.at / 100))) continue;
    ticks.push({ at, y });
  }
  return ticks;
}
