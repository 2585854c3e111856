import { redisLab, visitors } from '../../../lessons/lab.ts';
import { BOOTED_AT, boot, run } from '../../../simulator/index.ts';
import { serverXml } from '../../../simulator/lab/stock.ts';
import { preference } from '../../../site/editor/preference.ts';
import { recallProgress } from '../../../site/lms/cmi5/launch.ts';
import { comingUp } from '../../../site/playground/coming-up.ts';
import { withDrafts } from '../../../site/playground/drafts.ts';
import { remembered } from '../../../site/playground/memory.ts';
import { strangersIn } from '../../../site/playground/strangers.ts';
import { recallClass } from '../../../site/present/desk/kept.ts';
import { recallRoom } from '../../../site/present/network/room.ts';
import { beginAnew, takeIn } from '../../../site/progress/backup.ts';
import { parseDraft } from '../../../site/progress/draft.ts';
import { readDraft } from '../../../site/progress/drafts.ts';
import { readFile } from '../../../site/progress/file.ts';
import { glanceAt } from '../../../site/progress/glance.ts';
import { merge } from '../../../site/progress/merge.ts';
import { mergeDrafts } from '../../../site/progress/merge-drafts.ts';
import { noProgress } from '../../../site/progress/progress.ts';
import { readProgress } from '../../../site/progress/read.ts';
import { ProgressStore } from '../../../site/progress/store.ts';
import type { DataTarget, TextTarget } from '../target.ts';
import { keeping } from './keeping.ts';

const exercises = {
  'ip-hash': {
    first: 1,
    last: 9,
    attempts: { here: 2 },
    checks: { starts: { state: 'passed', at: 3, passed: 3 } },
    passed: 9,
    hints: { 'no-upstream': 1 },
    predictions: { who: { at: 2, said: 'tomcat1', came: 'tomcat2' } },
  },
};
const draft = {
  at: 5,
  files: { nginx: { 'nginx.conf': 'events {}' } },
  older: { at: 1, files: { nginx: { 'nginx.conf': '' } } },
};
const file = { format: 'session-lab-progress', version: 1, by: 'here', exercises, drafts: { 'ip-hash': draft } };
const entries = [
  { seq: 0, at: 0, kind: 'begin', lesson: 'failover' },
  { seq: 1, at: 0.25, kind: 'act', act: 'K:tomcat1' },
];
const kept = [
  JSON.stringify({ log: 'l', entries, end: 5, at: 2, beganAt: 1, beatAt: 2 }),
  JSON.stringify({ room: 'abcdefgh12345678', token: 'x_-1' }),
  JSON.stringify({ token: 'x', begun: '2026-01-01', over: false }),
  JSON.stringify(redisLab([visitors.A])),
];
const playgroundLab = redisLab([visitors.A]);
const jsonWords = ['{"', '":', '[', ']', '}', 'null', '1e400', '-0', '"\\u0000"', '"__proto__":', 'true', ','];
const launch = { endpoint: 'a', fetch: 'b', registration: 'c', activityId: 'd', actor: {} };

export const keptTargets: readonly (TextTarget | DataTarget)[] = [
  {
    name: 'progress-file',
    what: 'a file with progress that somebody takes in; and a draft as the browser keeps it',
    good: [JSON.stringify(file), JSON.stringify(draft)],
    words: [...jsonWords, '"format":"session-lab-progress"', '"exercises":', '"drafts":', '"files":'],
    longest: 500,
    refuses: 20_000_000,
    take(text) {
      readFile(text);
      parseDraft(text);
    },
  },
  {
    name: 'progress',
    what: 'progress as the browser keeps it, read, merged and glanced at',
    good: [file, { version: 1, by: 'x', exercises }, exercises],
    takeData(data) {
      glanceAt(data, ['ip-hash']);
      const { value } = readProgress(data, 'me');
      merge(noProgress('me'), merge(value, value));
      const read = readFile(asText(data));
      if ('drafts' in read) for (const one of Object.values(read.drafts)) mergeDrafts(one, one);
    },
  },
  {
    name: 'kept',
    what: 'what the browser keeps for a page: a class, its room, a launch, the lab of the playground',
    good: kept,
    words: [...jsonWords, '"entries":', '"room":', '"token":', '"tomcats":', '"files":'],
    longest: 400,
    take(text) {
      keeping.text = text;
      recallClass('x', 'failover');
      recallRoom('x');
      recallProgress(launch);
      remembered();
    },
  },
  {
    name: 'lab-kept',
    slow: true,
    what: 'the lab of the playground as the browser has kept it: built, started and looked at',
    good: [playgroundLab, { ...playgroundLab, redis: undefined, terminals: undefined }],
    takeData(data) {
      keeping.text = asText(data);
      const lab = remembered();
      if (!lab) return;
      comingUp(lab);
      withDrafts(lab, { nginx: { 'nginx.conf': 'x' } });
      run(boot(lab), [], BOOTED_AT + 100);
    },
  },
  {
    name: 'progress-store',
    what: 'progress that the browser has kept, changed by what happens and by a file that is taken in',
    good: [JSON.stringify({ version: 1, by: 'here', exercises }), JSON.stringify(file)],
    words: [...jsonWords, '"version":', '"exercises":', '"drafts":', '"ip-hash":', '"checks":{'],
    longest: 500,
    take(text) {
      keeping.text = text;
      const store = new ProgressStore(
        () => 5,
        () => 'me',
      );
      store.checked('ip-hash', []);
      store.predicted('ip-hash', 'who', 'a', 'b');
      const taken = takeIn(store, text);
      if ('undo' in taken) taken.undo();
      beginAnew(store)();
      readDraft('ip-hash');
      preference();
    },
  },
  {
    name: 'server-xml-glance',
    what: 'the connectors of a server.xml that somebody brought to the playground',
    good: [
      serverXml('10.1.60', { http: 8080, shutdown: 8005, ajp: 8009 }),
      '<Connector port="8080" address="127.0.0.1"/><!-- <Connector -->',
    ],
    words: ['<Connector ', 'port="', '<!--', '-->', '>', '"', 'protocol="AJP', 'address="'],
    take: (text) =>
      strangersIn(
        { ...redisLab([]), tomcats: [{ name: 't', version: '10.1.60', files: { 'conf/server.xml': text } }] },
        [
          { file: 'nginx.conf', line: 1, from: 0, to: 1, host: 'a', port: 8080 },
          { file: 'nginx.conf', line: 1, from: 0, to: 1, host: 'localhost', port: 8080 },
        ],
      ),
  },
];

function asText(data: unknown): string {
  try {
    return JSON.stringify(data) ?? '';
  } catch {
    return '';
  }
}
