import type { Packet } from '../packet.ts';
import type { drawSwarm, Look } from './draw-crowd.ts';
import { type Sign, shortId, signOf } from './shapes.ts';

/** Where packets leave and enter a host's card, in pixels of the stage. */
export interface Anchors {
  in: Point;
  out: Point;
}
export interface Point {
  x: number;
  y: number;
}

/** Colours as the page's theme has them. */
export interface Palette {
  surface: string;
  ink: string;
  line: string;
  bad: string;
  ok: string;
  accent: string;
  onAccent: string;
  fill: Record<Sign['hue'], string>;
  fillInk: Record<Sign['hue'], string>;
  font: string;
}

/** Requests keep to one side of the line, answers to the other. */
const LANE = 7;
const RADIUS = 9;

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const hues = (suffix: string) =>
    Object.fromEntries(
      (['a', 'b', 'c', 'd', 'e', 'f'] as const).map((hue) => [hue, color(`--visitor-${hue}${suffix}`)]),
    ) as Palette['fill'];
  return {
    surface: color('--surface'),
    ink: color('--ink'),
    line: color('--line-strong'),
    bad: color('--bad'),
    ok: color('--ok'),
    accent: color('--accent'),
    onAccent: color('--on-accent'),
    fill: hues(''),
    fillInk: hues('-ink'),
    font: color('--font-mono') || 'monospace',
  };
}

/** Draws every packet where it is at `time`. One canvas, so that hundreds cost a few milliseconds. */
export function drawPackets(
  context: CanvasRenderingContext2D,
  packets: Iterable<Packet>,
  time: number,
  anchors: ReadonlyMap<string, Anchors>,
  palette: Palette,
  upright: boolean,
): void {
  const swarm: Record<Look, Point[]> = { plain: [], known: [], lost: [], failed: [] };
  for (const packet of packets) {
    const place = placeOf(packet, time, anchors, upright);
    if (!place) continue;
    if (packet.crowded) swarm[lookOf(packet)].push(place);
    else drawPacket(context, packet, place, palette);
  }
  if (drawCrowded) drawCrowded(context, swarm, palette);
  else if (Object.values(swarm).some((places) => places.length > 0)) fetchCrowd();
}

/** How crowds are drawn is fetched with the first one. */
let drawCrowded: typeof drawSwarm | undefined;
let fetching = false;

function fetchCrowd(): void {
  if (fetching) return;
  fetching = true;
  import('./draw-crowd.ts').then(
    ({ drawSwarm }) => {
      drawCrowded = drawSwarm;
    },
    () => {
      fetching = false;
    },
  );
}

function lookOf({ type, lost, status, sid }: Packet): Look {
  if (type === 'refused' || type === 'closed' || type === 'abort' || (status ?? 0) >= 400) return 'failed';
  if (lost) return 'lost';
  return sid === undefined ? 'plain' : 'known';
}

/** Where a packet is: between the facing sides of two cards, in its lane. `undefined`: not on a line. */
function placeOf(
  packet: Packet,
  time: number,
  anchors: ReadonlyMap<string, Anchors>,
  upright: boolean,
): Point | undefined {
  if (time < packet.sentAt || time > packet.at) return undefined;
  const from = anchors.get(packet.from);
  const to = anchors.get(packet.to);
  if (!from || !to) return undefined;
  const along = upright ? from.in.y < to.in.y : from.in.x < to.in.x;
  const start = along ? from.out : from.in;
  const end = along ? to.in : to.out;
  const share = packet.at === packet.sentAt ? 1 : (time - packet.sentAt) / (packet.at - packet.sentAt);
  // The many spread over a broader lane, each in a track of its own.
  const track = packet.crowded ? LANE + (packet.serial % 5) * 3 : LANE;
  const lane = along ? -track : track;
  return {
    x: start.x + (end.x - start.x) * share + (upright ? lane : 0),
    y: start.y + (end.y - start.y) * share + (upright ? 0 : lane),
  };
}

/** What no visitor asked for: a program's own. */
const nobody = { hue: 'a', letter: '', path: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z', letterY: 0 } as const;

const paths = new Map<string, Path2D>();

function drawPacket(context: CanvasRenderingContext2D, packet: Packet, { x, y }: Point, palette: Palette): void {
  const sign = packet.visitor === '' ? nobody : signOf(packet.visitor);
  context.save();
  context.translate(x, y);
  drawTag(context, packet, palette);
  const path = paths.get(sign.path) ?? new Path2D(sign.path);
  paths.set(sign.path, path);
  context.scale(RADIUS / 10, RADIUS / 10);
  const failed = packet.type === 'refused' || packet.type === 'closed' || packet.type === 'abort';
  const own = packet.visitor === '';
  context.fillStyle = failed ? palette.surface : own ? palette.line : palette.fill[sign.hue];
  context.strokeStyle = failed ? palette.bad : palette.surface;
  context.lineWidth = failed ? 2.5 : 1.5;
  context.fill(path);
  context.stroke(path);
  context.fillStyle = failed ? palette.bad : palette.fillInk[sign.hue];
  context.font = `700 11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(failed ? '✕' : sign.letter, 0, sign.letterY + 0.5);
  context.restore();
}

/** What the packet carries: the tail of its session id, a new one, a torn one, or an error's number. */
function drawTag(context: CanvasRenderingContext2D, packet: Packet, palette: Palette): void {
  const text = tagOf(packet);
  if (!text) return;
  context.font = `600 10px ${palette.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const width = context.measureText(text).width + 8;
  const bad = packet.lost || (packet.status !== undefined && packet.status >= 400);
  const top = RADIUS + 2;
  context.beginPath();
  context.roundRect(-width / 2, top, width, 14, 3);
  context.fillStyle = packet.sets && !bad ? palette.accent : palette.surface;
  context.fill();
  context.strokeStyle = bad ? palette.bad : packet.sets ? palette.accent : palette.line;
  context.lineWidth = 1;
  context.setLineDash(packet.lost ? [3, 2] : []);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = bad ? palette.bad : packet.sets ? palette.onAccent : palette.ink;
  context.fillText(text, -width / 2 + 4, top + 7.5);
  if (packet.lost) tear(context, width, top, palette);
}

function tagOf({ sid, sets, status, lost, text }: Packet): string {
  if (text !== undefined) return text;
  if (status !== undefined && status >= 400) return String(status);
  if (sid === undefined) return lost ? '✕ …' : '';
  return `${sets ? '+' : ''}…${shortId(sid)}`;
}

/** A jagged line across the tag: this login is torn off. */
function tear(context: CanvasRenderingContext2D, width: number, top: number, palette: Palette): void {
  context.beginPath();
  context.moveTo(width / 2 - 6, top - 3);
  context.lineTo(width / 2 - 2, top + 4);
  context.lineTo(width / 2 - 7, top + 9);
  context.lineTo(width / 2 - 3, top + 17);
  context.lineWidth = 2;
  context.strokeStyle = palette.bad;
  context.stroke();
}
