import type { EditedFiles } from '../../simulator/index.ts';
import type { Listening, PowerStep, Rehearsed, Step, VisitStep } from './run.ts';
import { comment, word } from './shell-words.ts';
import type { HomeWords } from './words/words.ts';

/** A file of the run's own: what is saved in its middle. */
export interface Saved {
  path: string;
  text: string;
}

/**
 * `replay.sh`: the steps of a run, one after the other, each at its time. `files`: as the run finds them, by host and name.
 * `saved`: the texts that the script saves, for the zip.
 */
export function replaySh(
  run: Rehearsed,
  files: EditedFiles,
  title: string,
  words: HomeWords,
): { text: string; saved: Saved[] } {
  const { lines: first, saved } = restored(run, files);
  const lines: string[] = [];
  for (const group of grouped(run.steps)) {
    if (group.every((step) => step.kind === 'visit')) lines.push(visitsLines(group, words));
    else for (const step of group) lines.push(...linesOf(step, run, saved));
  }
  const { script } = words;
  const text = `#!/bin/sh
${comment(`${title}\n\n${script.head}`)}
cd "$(dirname "$0")" || exit 2
. ./lab.sh

${first}${['begin', ...run.listens.map(placeOf)].join(' ')}

${lines.join('\n\n')}
${run.end ? `\n${comment(script.ends(run.end))}\n` : ''}
report
`;
  return { text, saved };
}

/** Whoever plays a run again begins with the files of its beginning. */
function restored({ id, steps }: Rehearsed, files: EditedFiles): { lines: string; saved: Saved[] } {
  const saved: Saved[] = [];
  const edited = new Set<string>();
  const lines = steps.flatMap((step) => {
    if (step.kind !== 'edit' || edited.has(`${step.host}/${step.file}`)) return [];
    const file = `${step.host}/${step.file}`;
    edited.add(file);
    const text = files[step.host]?.[step.file];
    if (text === undefined) return [`rm -f ${word(file)}\n`];
    const path = `steps/${id}-0-${step.host}-${step.file.split('/').at(-1)}`;
    saved.push({ path, text });
    return [`save ${word(file)} ${word(path)}\n`];
  });
  return { lines: lines.join(''), saved };
}

/** Visits that follow each other are made without leaving the container in between. */
function grouped(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.kind === 'visit' && last?.at(-1)?.kind === 'visit') last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function visitsLines(steps: readonly VisitStep[], { script }: HomeWords): string {
  const rows = steps.map(rowOf);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' ')
      .trimEnd(),
  );
  return ["visits <<'END'", `# ${script.columns}`, ...table, 'END'].join('\n');
}

function rowOf({ at, waits, visitor, source, forwarded, cookies, patience, method, path, expected }: VisitStep) {
  // Where a visitor's address cannot be had, another server may be chosen for it.
  const reachable = !source.includes(':');
  return [
    String(at),
    waits ? 'wait' : 'aside',
    visitor,
    !reachable ? '-' : forwarded === undefined ? source : `${forwarded}>${source}`,
    cookies ? 'yes' : 'no',
    patience === undefined ? '-' : String(patience),
    method,
    path.replace(/\s/g, (blank) => encodeURIComponent(blank)),
    shown(expected.status?.toString()),
    shown(reachable ? expected.server : undefined),
    shown(reachable ? expected.page : undefined),
  ];
}

/** What is not asserted is `?`; what is not there, `-`. */
const shown = (text: string | undefined) => (text === undefined ? '?' : text === '' ? '-' : text);

const placeOf = ({ protocol, address }: Listening) => `${protocol}:${address}`;

function linesOf(step: Step, { id }: Rehearsed, saved: Saved[]): string[] {
  const at = `at ${step.at}`;
  switch (step.kind) {
    case 'visit':
      return [];
    case 'power':
      return [`${at}\n${powerLine(step)}`];
    case 'edit': {
      const file = word(`${step.host}/${step.file}`);
      if (step.text === null) return [`${at}\nrm -f ${file}`];
      const path = `steps/${id}-${saved.length + 1}-${step.file.split('/').at(-1)}`;
      saved.push({ path, text: step.text });
      return [`${at}\nsave ${file} ${word(path)}`];
    }
    case 'redis-cli': {
      const words = step.words.map(word).join(' ');
      if (step.printed === undefined) return [`${at}\nredis_cli ${words} > /dev/null`];
      return [`${at}\nredis_says ${word(step.printed.join('\n'))} ${words}`];
    }
  }
}

/** Nobody waits for what was still going on in the lab when the next thing happened. */
const powerLine = ({ host, event, listens, waits }: PowerStep) =>
  `${['power', word(host), event, ...listens.map(placeOf)].join(' ')}${waits ? '' : ' &'}`;
