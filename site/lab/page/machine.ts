import { assign, enqueueActions, setup } from 'xstate';
import type { HostFile, HostName, Lab } from '../../../simulator/index.ts';
import type { Command, EditedFiles, LogLine, NumberedNote, Snapshot, TerminalView } from '../protocol.ts';
import type { Past } from '../questions.ts';
import {
  edited,
  kept,
  powerCommands,
  readsFiles,
  recalled,
  resetFile,
  saveCommands,
  undone,
  withSaved,
} from './drafts.ts';
import { filesOf, picked, withChanged, withWork } from './files.ts';
import type { LabEvent } from './lab-event.ts';
import { type RequestRecord, withNotes } from './requests.ts';

/** How many notes and log lines a page keeps to show. */
const NOTES_KEPT = 1500;
const LINES_KEPT = 400;

export interface LabInput {
  lab: Lab;
  /** The files that the lab is about: the learner's to edit. */
  edits: readonly HostFile[];
  /** The moment that was rendered into the page. */
  first: Snapshot;
  /** What was done in an earlier run, to be done again first. */
  past?: Past | undefined;
  /** Speaks to the engine, after it has come to the moment on the screen. */
  send(command: Command): void;
}

/** A line of a log, and the note that it comes from, if one does. */
export interface LoggedLine {
  text: string;
  serial: number | undefined;
}

export interface LabContext extends LabInput {
  snapshot: Snapshot;
  notes: NumberedNote[];
  skipped: number;
  requests: RequestRecord[];
  /** Lines by `host/file`. */
  logs: Record<string, LoggedLine[]>;
  /** What the learner has in the editor, what is on the hosts' disks, what the programs have read. */
  draft: EditedFiles;
  saved: EditedFiles;
  running: EditedFiles;
  /** The files that are the learner's: those he may edit, and whatever else he opened and edited. */
  own: readonly HostFile[];
  /** A file's text before it was reset, to bring it back. */
  undo: { host: HostName; file: string; text: string } | undefined;
  speed: number;
  /** Windows by name, in the order in which they were opened. */
  terminals: Record<HostName, TerminalView>;
  /** The file that a command such as `vi` has asked to see, and how often one did. */
  opened: { file: HostFile; times: number } | undefined;
  /** The request that is being explained. */
  asked: string | undefined;
  /** The one of its notes that somebody pointed at. */
  askedNote: number | undefined;
  failure: string;
}

const machine = setup({
  types: { context: {} as LabContext, events: {} as LabEvent, input: {} as LabInput },
  actions: {
    send: ({ context }, command: Command) => context.send(command),
    show: assign(({ context }, { snapshot }: { snapshot: Snapshot }) => shown(context, snapshot)),
  },
});

/**
 * What the page knows and may do. The engine's state is only ever a snapshot here; the learner's files,
 * the speed and what is being looked at are the page's own.
 */
export const labMachine = machine.createMachine({
  id: 'lab',
  context: ({ input }) => ({ ...fresh(input), past: input.past }),
  initial: 'ready',
  on: {
    'engine.failed': { target: '.failed', actions: assign({ failure: ({ event }) => event.message }) },
    'draft.found': { actions: assign(({ context, event }) => recalled(context, event.files)) },
  },
  states: {
    /** From the start: what is asked for while the engine is still being fetched waits for it, in order. */
    ready: {
      entry: {
        type: 'send',
        params: ({ context: { lab, past } }) => (past ? { type: 'load', lab, past } : { type: 'load', lab }),
      },
      initial: 'playing',
      on: {
        'engine.snapshot': { actions: { type: 'show', params: ({ event }) => event } },
        act: { actions: { type: 'send', params: ({ event }) => ({ type: 'act', action: event.action }) } },
        strike: { actions: { type: 'send', params: ({ event }) => event } },
        leap: { target: '.paused', actions: { type: 'send', params: ({ event }) => event } },
        power: {
          actions: enqueueActions(({ context, event, enqueue }) => {
            for (const command of powerCommands(context, event.host, event.event))
              enqueue({ type: 'send', params: command });
            if (readsFiles(event.event)) enqueue.assign({ saved: ({ context }) => withSaved(context, event.host) });
          }),
        },
        test: {
          actions: enqueueActions(({ context, enqueue }) => {
            for (const command of saveCommands(context, 'nginx')) enqueue({ type: 'send', params: command });
            enqueue({ type: 'send', params: { type: 'test' } });
            enqueue.assign({ saved: ({ context }) => withSaved(context, 'nginx') });
          }),
        },
        type: {
          // What stands in the editor is on the disk for whoever types.
          actions: enqueueActions(({ context, event, enqueue }) => {
            for (const host of Object.keys(context.draft))
              for (const command of saveCommands(context, host)) enqueue({ type: 'send', params: command });
            enqueue({
              type: 'send',
              params: { type: 'act', action: { kind: 'type', host: event.host, line: event.line } },
            });
            enqueue.assign({ saved: ({ context }) => context.draft });
          }),
        },
        interrupt: {
          actions: {
            type: 'send',
            params: ({ event: { host, signal } }) => ({ type: 'act', action: { kind: 'interrupt', host, signal } }),
          },
        },
        'open-window': { actions: { type: 'send', params: ({ event }) => event } },
        join: { actions: { type: 'send', params: ({ event }) => event } },
        plan: { actions: { type: 'send', params: ({ event }) => event } },
        'open-key': { actions: { type: 'send', params: ({ event }) => event } },
        traffic: { actions: { type: 'send', params: ({ event }) => event } },
        pick: { actions: { type: 'send', params: ({ event }) => event } },
        speed: { actions: assign({ speed: ({ event }) => event.factor }) },
        ask: { actions: assign(({ event }) => ({ asked: event.chain, askedNote: event.note })) },
        edit: { actions: assign(({ context, event }) => edited(context, event)) },
        reset: { actions: assign(({ context, event }) => resetFile(context, event)) },
        undo: { actions: assign(({ context }) => undone(context)) },
        step: { target: '.paused', actions: { type: 'send', params: ({ event }) => event } },
        // Whoever goes elsewhere in the run wants to look at it.
        seek: { target: '.paused', actions: { type: 'send', params: ({ event }) => event } },
        move: { target: '.paused', actions: { type: 'send', params: ({ event }) => event } },
        branch: { target: '.paused', actions: { type: 'send', params: ({ event }) => event } },
        'undo-act': { target: '.paused', actions: { type: 'send', params: { type: 'undo' } } },
        'redo-act': { target: '.paused', actions: { type: 'send', params: { type: 'redo' } } },
        'put-on': { target: '.paused', actions: { type: 'send', params: ({ event }) => event } },
        'put-off': { target: '.paused', actions: { type: 'send', params: ({ event }) => event } },
        fork: { actions: { type: 'send', params: ({ event }) => event } },
        'drop-branch': { actions: { type: 'send', params: ({ event }) => event } },
        follow: {
          target: '.paused',
          actions: enqueueActions(({ context, event: { anew, acts, end, at }, enqueue }) => {
            if (anew) enqueue.assign(({ context }) => ({ ...fresh(context), speed: context.speed }));
            const lab = anew ? { lab: context.lab } : {};
            enqueue({ type: 'send', params: { type: 'follow', ...lab, acts, end, at } });
          }),
        },
        restart: {
          actions: [
            assign(({ context }) => ({ ...fresh(context), ...kept(context), speed: context.speed })),
            { type: 'send', params: ({ context }) => ({ type: 'load', lab: context.lab }) },
          ],
        },
      },
      states: {
        paused: { on: { play: 'playing' } },
        playing: { on: { pause: { target: 'paused', actions: { type: 'send', params: { type: 'show' } } } } },
      },
    },
    /** Only a mistake of ours leads here. The files are kept; a restart builds everything anew. */
    failed: {
      on: {
        restart: { target: 'ready', actions: assign(({ context }) => ({ ...fresh(context), ...kept(context) })) },
      },
    },
  },
});

function fresh({ lab, edits, first, send }: LabInput): LabContext {
  const files = filesOf(lab);
  return {
    lab,
    edits,
    first,
    send,
    snapshot: first,
    notes: first.notes,
    skipped: 0,
    requests: [],
    logs: withLines({}, first.lines),
    draft: files,
    saved: files,
    running: files,
    own: edits,
    undo: undefined,
    speed: 1,
    terminals: withTerminals({}, first),
    opened: undefined,
    asked: undefined,
    askedNote: undefined,
    failure: '',
  };
}

function shown(context: LabContext, snapshot: Snapshot): Partial<LabContext> {
  const { anew, notes, lines, files, running } = snapshot;
  const changes: Partial<LabContext> = { snapshot };
  if (notes.length > 0 || anew) {
    changes.notes = [...(anew ? [] : context.notes), ...notes].slice(-NOTES_KEPT);
    changes.skipped = (anew ? 0 : context.skipped) + snapshot.skipped;
    changes.requests = withNotes(anew ? [] : context.requests, notes);
  }
  if (lines.length > 0 || anew) changes.logs = withLines(anew ? {} : context.logs, lines);
  if (Object.keys(files).length > 0) {
    changes.saved = { ...context.saved, ...files };
    changes.draft = toOrFromScene(context.snapshot, snapshot)
      ? { ...context.draft, ...withWork(files, picked(context.draft, context.own)) }
      : withChanged(context.draft, context.saved, files);
  }
  if (Object.keys(running).length > 0) changes.running = { ...context.running, ...running };
  const terminals = withTerminals(anew ? {} : context.terminals, snapshot);
  if (terminals !== context.terminals) changes.terminals = terminals;
  const asked = anew ? undefined : notes.findLast(({ note }) => note.kind === 'open-file')?.note;
  if (asked?.kind === 'open-file')
    changes.opened = { file: { host: asked.owner, file: asked.file }, times: (context.opened?.times ?? 0) + 1 };
  return changes;
}

/** A scene is played with what was in the editor when it was put on: that stays there, whoever comes or goes. */
const toOrFromScene = ({ timeline: before }: Snapshot, { timeline: now }: Snapshot): boolean =>
  before.branch !== now.branch && (before.scene !== undefined || now.scene !== undefined);

/** The windows that there are, as they are now; the same table if none has changed. */
function withTerminals(known: Record<HostName, TerminalView>, { windows, terminals }: Snapshot) {
  if (terminals.length === 0 && windows.length === Object.keys(known).length) return known;
  const all = { ...known, ...Object.fromEntries(terminals.map((terminal) => [terminal.name, terminal])) };
  return Object.fromEntries(windows.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}

function withLines(logs: LabContext['logs'], lines: readonly LogLine[]): LabContext['logs'] {
  const fresh: LabContext['logs'] = {};
  for (const { host, file, text, serial } of lines) (fresh[`${host}/${file}`] ??= []).push({ text, serial });
  const next = { ...logs };
  for (const [key, added] of Object.entries(fresh)) next[key] = [...(next[key] ?? []), ...added].slice(-LINES_KEPT);
  return next;
}
