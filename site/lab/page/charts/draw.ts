import type { ChartView } from '../../charts.ts';
import { widthOf } from '../space-time/labels.ts';
import { type Placement, placements } from './placements.ts';

/** A chart in px. */
export interface DrawnChart {
  width: number;
  height: number;
  boxes: Box[];
  arrows: DrawnArrow[];
}

export interface Box {
  state: string;
  /** Its middle. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** All events that lead from one state to another, as one arrow. */
export interface DrawnArrow {
  from: string;
  to: string;
  events: string[];
  /** An SVG path. */
  path: string;
  /** The middle of its words. */
  label: { x: number; y: number; width: number };
}

const COLUMN = 158;
const ROW = 92;
const MARGIN = { x: 70, y: 56 };
const BOX = { height: 34, padding: 22 };
/** Two arrows between the same states keep apart. */
const BEND = 20;

/** Sets a chart out. `word`: what stands in a state's box. */
export function drawChart(
  { id, states, arrows }: Pick<ChartView, 'id' | 'states' | 'arrows'>,
  word: (state: string) => string,
): DrawnChart {
  const placement = placements[id];
  const boxes = states.map((state) => boxOf(state, placement, widthOf(word(state))));
  const byState = new Map(boxes.map((box) => [box.state, box]));
  const together = new Map<string, { from: string; to: string; events: string[] }>();
  for (const { from, event, to } of arrows) {
    const way = together.get(`${from}>${to}`) ?? { from, to, events: [] };
    way.events.push(event);
    together.set(`${from}>${to}`, way);
  }
  const drawn = [...together].flatMap(([key, way]) => {
    const [from, to] = [byState.get(way.from), byState.get(way.to)];
    if (!from || !to) return [];
    const bend = placement.bends?.[key] ?? (together.has(`${way.to}>${way.from}`) ? BEND : 0);
    const width = widthOf(way.events.join(' / '));
    return from === to ? { ...way, ...loop(from, width) } : { ...way, ...curve(from, to, bend, width) };
  });
  return {
    width: Math.max(...boxes.map(({ x, width }) => x + width / 2)) + 24,
    height: Math.max(...boxes.map(({ y }) => y)) + MARGIN.y,
    boxes,
    arrows: drawn,
  };
}

function boxOf(state: string, { at }: Placement, text: number): Box {
  const place = at[state];
  if (!place) throw new Error(`the state "${state}" has no place in its chart`);
  const [column, row] = place;
  return {
    state,
    x: MARGIN.x + column * COLUMN,
    y: MARGIN.y + row * ROW,
    width: text + BOX.padding,
    height: BOX.height,
  };
}

type Way = Pick<DrawnArrow, 'path' | 'label'>;

/** From edge to edge, swung out to the left of the way by `bend`. */
function curve(from: Box, to: Box, bend: number, width: number): Way {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const normal = { x: (to.y - from.y) / length, y: -(to.x - from.x) / length };
  const middle = { x: (from.x + to.x) / 2 + normal.x * bend * 2, y: (from.y + to.y) / 2 + normal.y * bend * 2 };
  const start = edge(from, middle, 0);
  const end = edge(to, middle, 5);
  const top = { x: (start.x + 2 * middle.x + end.x) / 4, y: (start.y + 2 * middle.y + end.y) / 4 };
  return {
    path: `M${round(start.x)} ${round(start.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`,
    label: { x: top.x + normal.x * 2, y: top.y + normal.y * 8, width },
  };
}

/** Where the way from a box's middle to a point leaves the box, and `gap` px more. */
function edge({ x, y, width, height }: Box, toward: { x: number; y: number }, gap: number): { x: number; y: number } {
  const [dx, dy] = [toward.x - x, toward.y - y];
  const share = Math.min(1, (width / 2 + gap) / Math.abs(dx || 1e-9), (height / 2 + gap) / Math.abs(dy || 1e-9));
  return { x: x + dx * share, y: y + dy * share };
}

function loop({ x, y, height }: Box, width: number): Way {
  const top = y - height / 2;
  return {
    path: `M${round(x - 14)} ${round(top)}C${round(x - 26)} ${round(top - 26)} ${round(x + 26)} ${round(top - 26)} ${round(x + 14)} ${round(top - 4)}`,
    label: { x, y: top - 26, width },
  };
}

const round = (n: number) => Math.round(n * 10) / 10;
