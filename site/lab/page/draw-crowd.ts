import type { Palette, Point } from './draw.ts';

/** How one of many is drawn, where there is no room for a letter. */
export type Look = 'plain' | 'known' | 'lost' | 'failed';

const RADIUS = 3;

/** Draws many small packets: one stroke or fill for all that look the same, so that hundreds cost one frame little. */
export function drawSwarm(
  context: CanvasRenderingContext2D,
  swarm: Readonly<Record<Look, Point[]>>,
  palette: Palette,
): void {
  context.lineWidth = 1.5;
  context.setLineDash([]);
  context.fillStyle = palette.surface;
  context.strokeStyle = palette.ink;
  trace(context, swarm.plain, dot);
  context.fill();
  context.stroke();
  context.fillStyle = palette.accent;
  trace(context, swarm.known, dot);
  context.fill();
  context.strokeStyle = palette.bad;
  context.lineWidth = 2;
  trace(context, swarm.lost, cross);
  context.stroke();
  trace(context, swarm.failed, box);
  context.stroke();
}

type Shape = (context: CanvasRenderingContext2D, x: number, y: number, size: number) => void;

function trace(context: CanvasRenderingContext2D, points: readonly Point[], shape: Shape): void {
  context.beginPath();
  for (const { x, y } of points) shape(context, x, y, RADIUS);
}

const dot: Shape = (context, x, y, size) => {
  context.moveTo(x + size, y);
  context.arc(x, y, size, 0, 2 * Math.PI);
};
const cross: Shape = (context, x, y, size) => {
  context.moveTo(x - size, y - size);
  context.lineTo(x + size, y + size);
  context.moveTo(x + size, y - size);
  context.lineTo(x - size, y + size);
};
const box: Shape = (context, x, y, size) => context.rect(x - size, y - size, 2 * size, 2 * size);

/** How the marks of so many visitors are laid out on a width: as large as fits into the height. */
export function gridOf(count: number, width: number, height: number): { cell: number; columns: number; rows: number } {
  let cell = Math.min(16, Math.max(6, Math.floor(Math.sqrt((width * height) / Math.max(1, count)))));
  while (cell > 6 && Math.ceil(count / Math.floor(width / cell)) * cell > height) cell--;
  const columns = Math.max(1, Math.floor(width / cell));
  return { cell, columns, rows: Math.ceil(count / columns) };
}

/**
 * Draws a mark for every visitor: a ring (no login), a disc (logged in) or a cross (login lost); on a ground of its own
 * while he waits; framed when he is the one who is looked at.
 */
export function drawMarks(
  context: CanvasRenderingContext2D,
  states: string,
  { cell, columns }: { cell: number; columns: number },
  palette: Palette,
  picked: number,
): void {
  const marks: Record<'n' | 'i' | 'l', Point[]> = { n: [], i: [], l: [] };
  context.fillStyle = palette.line;
  context.globalAlpha = 0.3;
  context.beginPath();
  for (let i = 0; i < states.length; i++) {
    const state = states.charAt(i);
    const x = (i % columns) * cell;
    const y = Math.floor(i / columns) * cell;
    const idle = state.toLowerCase() as 'n' | 'i' | 'l';
    if (state !== idle) context.rect(x, y, cell, cell);
    marks[idle].push({ x: x + cell / 2, y: y + cell / 2 });
  }
  context.fill();
  context.globalAlpha = 1;
  const size = cell * 0.3;
  context.lineWidth = Math.max(1, cell / 10);
  context.strokeStyle = palette.ink;
  context.fillStyle = palette.ok;
  shapes(context, marks.n, dot, size).stroke();
  shapes(context, marks.i, dot, size).fill();
  context.strokeStyle = palette.bad;
  context.lineWidth = Math.max(1.5, cell / 7);
  shapes(context, marks.l, cross, size).stroke();
  if (picked < 0) return;
  context.strokeStyle = palette.accent;
  context.strokeRect((picked % columns) * cell + 0.5, Math.floor(picked / columns) * cell + 0.5, cell - 1, cell - 1);
}

function shapes(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  shape: Shape,
  size: number,
): CanvasRenderingContext2D {
  context.beginPath();
  for (const { x, y } of points) shape(context, x, y, size);
  return context;
}
