/** A test point of a TAP document. */
export interface TapPoint {
  ok: boolean;
  name: string;
  /** `SKIP why`. */
  directive: string | undefined;
  /** Its block of YAML. */
  more: Record<string, unknown>;
  subtest: TapPoint[] | undefined;
}

/** Reads TAP 14. Throws where a line is not of its grammar, or the plan is not kept. */
export function readTap(text: string): { points: TapPoint[] } {
  const lines = text.split('\n');
  if (lines.shift() !== 'TAP version 14') throw new Error('no version');
  if (lines.pop() !== '') throw new Error('the last line is not ended');
  return { points: readPoints(lines) };
}

function readPoints(lines: readonly string[]): TapPoint[] {
  const points: TapPoint[] = [];
  let planned: number | undefined;
  let subtest: string[] | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const [, last] = /^1\.\.(\d+)$/.exec(line) ?? [];
    const point = /^(not )?ok (\d+) - ((?:[^\\#]|\\[\\#])*?)(?: # (SKIP .*))?$/.exec(line);
    if (last !== undefined) planned = Number(last);
    else if (line.startsWith('# Subtest: ')) subtest = [];
    else if (line.startsWith('    ') && subtest) subtest.push(line.slice(4));
    else if (line === '  ---') {
      const end = lines.indexOf('  ...', i);
      if (end < 0) throw new Error('a block without an end');
      (points.at(-1) as TapPoint).more = Object.fromEntries(lines.slice(i + 1, end).map(entryOf));
      i = end;
    } else if (point) {
      const [, not, number, name = '', directive] = point;
      if (Number(number) !== points.length + 1) throw new Error(`out of order: ${line}`);
      points.push({
        ok: not === undefined,
        name: name.replace(/\\([\\#])/g, '$1'),
        directive,
        more: {},
        subtest: subtest && readPoints(subtest),
      });
      subtest = undefined;
    } else throw new Error(`not TAP: ${line}`);
  }
  if (planned !== points.length) throw new Error(`${points.length} points, ${planned} planned`);
  return points;
}

/** A key and its value, which is written as JSON: that is YAML, too. */
function entryOf(line: string): [string, unknown] {
  const [, key, value] = /^ {2}(\w+): ([ -~\u00a0-\u2027\u202a-\uffff]+)$/.exec(line) ?? [];
  if (key === undefined || value === undefined) throw new Error(`not of that form: ${line}`);
  return [key, JSON.parse(value)];
}
