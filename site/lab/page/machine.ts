import { assign, enqueueActions, setup } from 'xstate';
import type { HostName, Lab, LabVisitor, PowerEvent } from '../../../simulator/index.ts';
import type {
  CheckResult,
  Command,
  EditedFiles,
  LabAction,
  LogLine,
  NumberedNote,
  Snapshot,
  StepSize,
} from '../protocol.ts';
import { changedFiles, filesOf, sameFiles, withChanged, withFile } from './files.ts';
import { type RequestRecord, withNotes } from './requests.ts';

/** How many notes and log lines a page keeps to show. */
const NOTES_KEPT = 1500;
const LINES_KEPT = 400;

export interface LabInput {
  lab: Lab;
  /** The exercise whose checks can be run here. */
  exercise: string | undefined;
  /** The moment that was rendered into the page. */
  first: Snapshot;
  /** Speaks to the engine, after it has come to the moment on the screen. */
  send(command: Command): void;
}

export interface LabContext extends LabInput {
  snapshot: Snapshot;
  notes: NumberedNote[];
  skipped: number;
  requests: RequestRecord[];
  /** Lines by `host/file`. */
  logs: Record<string, string[]>;
  /** What the learner has in the editor, what is on the hosts' disks, what the programs have read. */
  draft: EditedFiles;
  saved: EditedFiles;
  running: EditedFiles;
  /** A file's text before it was reset, to bring it back. */
  undo: { host: HostName; file: string; text: string } | undefined;
  speed: number;
  /** Virtual ms between two visits of everybody; `undefined`: no traffic. */
  traffic: number | undefined;
  /** The request that is being explained. */
  asked: string | undefined;
  verdicts: CheckResult[] | undefined;
  checking: boolean;
  failure: string;
}

export type LabEvent =
  | { type: 'engine.snapshot'; snapshot: Snapshot }
  | { type: 'engine.checked'; verdicts: CheckResult[] }
  | { type: 'engine.failed'; message: string }
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'step'; by: StepSize }
  | { type: 'speed'; factor: number }
  | { type: 'traffic'; every: number | undefined }
  | { type: 'act'; action: LabAction }
  | { type: 'power'; host: HostName; event: PowerEvent }
  | { type: 'test' }
  | { type: 'open-key'; key: { db: number; key: string } | undefined }
  | { type: 'join'; visitor: LabVisitor }
  | { type: 'ask'; chain: string | undefined }
  | { type: 'edit'; host: HostName; file: string; text: string }
  | { type: 'reset'; host: HostName; file: string }
  | { type: 'undo' }
  | { type: 'draft.found'; files: EditedFiles }
  | { type: 'check' }
  | { type: 'restart' };

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
  context: ({ input }) => fresh(input),
  initial: 'ready',
  on: {
    'engine.failed': { target: '.failed', actions: assign({ failure: ({ event }) => event.message }) },
    'draft.found': { actions: assign({ draft: ({ context, event }) => ({ ...context.draft, ...event.files }) }) },
  },
  states: {
    /** From the start: what is asked for while the engine is still being fetched waits for it, in order. */
    ready: {
      entry: { type: 'send', params: ({ context }) => ({ type: 'load', lab: context.lab }) },
      initial: 'playing',
      on: {
        'engine.snapshot': { actions: { type: 'show', params: ({ event }) => event } },
        'engine.checked': { actions: assign({ verdicts: ({ event }) => event.verdicts, checking: false }) },
        act: { actions: { type: 'send', params: ({ event }) => ({ type: 'act', action: event.action }) } },
        power: {
          actions: enqueueActions(({ context, event, enqueue }) => {
            for (const command of powerCommands(context, event.host, event.event))
              enqueue({ type: 'send', params: command });
            enqueue.assign({ saved: ({ context }) => withSaved(context, event.host) });
          }),
        },
        test: {
          actions: enqueueActions(({ context, enqueue }) => {
            for (const command of saveCommands(context, 'nginx')) enqueue({ type: 'send', params: command });
            enqueue({ type: 'send', params: { type: 'test' } });
            enqueue.assign({ saved: ({ context }) => withSaved(context, 'nginx') });
          }),
        },
        join: { actions: { type: 'send', params: ({ event }) => event } },
        'open-key': { actions: { type: 'send', params: ({ event }) => event } },
        traffic: {
          actions: [{ type: 'send', params: ({ event }) => event }, assign({ traffic: ({ event }) => event.every })],
        },
        speed: { actions: assign({ speed: ({ event }) => event.factor }) },
        ask: { actions: assign({ asked: ({ event }) => event.chain }) },
        edit: { actions: assign(({ context, event }) => edited(context, event)) },
        reset: { actions: assign(({ context, event }) => resetFile(context, event)) },
        undo: { actions: assign(({ context }) => undone(context)) },
        step: { target: '.paused', actions: { type: 'send', params: ({ event }) => event } },
        restart: {
          actions: [
            assign(({ context }) => ({
              ...fresh(context),
              draft: context.draft,
              speed: context.speed,
              verdicts: context.verdicts,
            })),
            { type: 'send', params: ({ context }) => ({ type: 'load', lab: context.lab }) },
          ],
        },
        check: {
          actions: [
            assign({ verdicts: undefined, checking: true }),
            {
              type: 'send',
              params: ({ context }) => ({ type: 'check', exercise: context.exercise ?? '', files: context.draft }),
            },
          ],
        },
      },
      states: {
        paused: { on: { play: 'playing' } },
        playing: { on: { pause: 'paused' } },
      },
    },
    /** Only a mistake of ours leads here. The files are kept; a restart builds everything anew. */
    failed: {
      on: {
        restart: { target: 'ready', actions: assign(({ context }) => ({ ...fresh(context), draft: context.draft })) },
      },
    },
  },
});

function fresh({ lab, exercise, first, send }: LabInput): LabContext {
  const files = filesOf(lab);
  return {
    lab,
    exercise,
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
    undo: undefined,
    speed: 1,
    traffic: undefined,
    asked: undefined,
    verdicts: undefined,
    checking: false,
    failure: '',
  };
}

function shown(context: LabContext, snapshot: Snapshot): Partial<LabContext> {
  // The first report of a run tells its notes from the beginning; what the page was rendered with goes.
  const anew = snapshot.notes[0]?.serial === 0;
  const { notes, lines } = snapshot;
  const changes: Partial<LabContext> = { snapshot };
  if (notes.length > 0) {
    changes.notes = [...(anew ? [] : context.notes), ...notes].slice(-NOTES_KEPT);
    changes.skipped = context.skipped + snapshot.skipped;
    changes.requests = withNotes(anew ? [] : context.requests, notes);
    changes.running = withRead(context, notes);
  }
  if (Object.keys(snapshot.files).length > 0) {
    changes.saved = { ...context.saved, ...snapshot.files };
    changes.draft = withChanged(context.draft, context.saved, snapshot.files);
  }
  if (lines.length > 0) changes.logs = withLines(anew ? {} : context.logs, lines);
  return changes;
}

/** A program that has come up has read what is on its disk. */
function withRead({ running, saved }: LabContext, notes: readonly NumberedNote[]): EditedFiles {
  const readers = notes.filter(({ note }) =>
    note.kind === 'worker'
      ? note.event === 'started'
      : note.kind === 'power' && note.event === 'start' && note.host !== 'nginx',
  );
  const read = readers.map(({ note }) => [note.host, saved[note.host] ?? {}]);
  return read.length === 0 ? running : { ...running, ...Object.fromEntries(read) };
}

function withLines(logs: Record<string, string[]>, lines: readonly LogLine[]): Record<string, string[]> {
  const next = { ...logs };
  for (const { host, file, text } of lines) {
    const key = `${host}/${file}`;
    next[key] = [...(next[key] ?? []), text].slice(-LINES_KEPT);
  }
  return next;
}

/** Programs read their files when they start or reload: what is in the editor is saved before. */
function powerCommands(context: LabContext, host: HostName, event: PowerEvent): Command[] {
  const reads = event === 'start' || event === 'reload';
  return [...(reads ? saveCommands(context, host) : []), { type: 'act', action: { kind: 'power', host, event } }];
}

function saveCommands({ draft, saved }: LabContext, host: HostName): Command[] {
  const files = changedFiles(saved[host] ?? {}, draft[host] ?? {});
  return Object.keys(files).length > 0 ? [{ type: 'save', host, files }] : [];
}

const withSaved = ({ saved, draft }: LabContext, host: HostName): EditedFiles => ({
  ...saved,
  [host]: draft[host] ?? {},
});

const edited = ({ draft }: LabContext, { host, file, text }: { host: HostName; file: string; text: string }) => ({
  draft: withFile(draft, host, file, text),
  undo: undefined,
});

function resetFile({ lab, draft }: LabContext, { host, file }: { host: HostName; file: string }): Partial<LabContext> {
  const text = draft[host]?.[file] ?? '';
  return { draft: withFile(draft, host, file, filesOf(lab)[host]?.[file] ?? ''), undo: { host, file, text } };
}

function undone({ draft, undo }: LabContext): Partial<LabContext> {
  return undo ? { draft: withFile(draft, undo.host, undo.file, undo.text), undo: undefined } : {};
}

/** Hosts whose programs have not read what is in the editor. */
export const unread = ({ draft, running }: LabContext): HostName[] =>
  Object.keys(draft).filter((host) => !sameFiles(draft[host] ?? {}, running[host] ?? {}));
