import { afterEach, expect, test, vi } from 'vitest';
import { createActor } from 'xstate';
import type { HostFile } from '../../../simulator/index.ts';
import { LabSession } from '../../../site/lab/engine/session.ts';
import { filesOf, ownWork } from '../../../site/lab/page/files.ts';
import { labMachine } from '../../../site/lab/page/machine.ts';
import type { Command, EditedFiles } from '../../../site/lab/protocol.ts';
import { readDraft, writeDraft } from '../../../site/progress/drafts.ts';
import { redisLab } from '../../support/labs.ts';

const lab = { ...redisLab(), terminals: { count: 1, redis: 'built' as const } };
const start = filesOf(lab);
const edits: HostFile[] = [
  { host: 'nginx', file: 'nginx.conf' },
  { host: 'redis', file: 'redis.conf' },
];
const tomcatFile = { host: 'tomcat1', file: 'conf/server.xml' };

/** A page with its engine, worked by events. */
async function opened() {
  const session = new LabSession();
  await session.load(lab);
  let engine = Promise.resolve();
  const actor = createActor(labMachine, {
    input: { lab, edits, first: session.snapshot(), send: (command) => answer(command) },
  });
  function answer(command: Command) {
    engine = engine.then(async () => {
      const report = await session.handle(command);
      if (report.type === 'snapshot') actor.send({ type: 'engine.snapshot', snapshot: report.snapshot });
    });
  }
  actor.start();
  const type = async (line: string) => {
    actor.send({ type: 'type', host: 'terminal1', line });
    await engine;
  };
  const context = () => actor.getSnapshot().context;
  const stored = () => ownWork(start, context().draft, context().own);
  const restarted = async () => {
    actor.send({ type: 'restart' });
    await engine;
  };
  const screen = () => JSON.stringify(context().terminals['terminal1']?.screen);
  return { actor, type, context, stored, restarted, screen };
}

const nginxConf = start['nginx']?.['nginx.conf'] ?? '';
const copyJar = 'echo jar > /opt/tomcat1/lib/mine.jar';

afterEach(() => vi.unstubAllGlobals());

test('what commands make beside the files to edit is on the disk, and not in the draft', async () => {
  const { type, context, stored } = await opened();
  await type(copyJar);
  expect(context().draft['tomcat1']).toHaveProperty('lib/mine.jar');
  expect(stored()).toEqual({});
});

test('a file to edit is in the draft, whether the editor or a command changed it', async () => {
  const { actor, type, stored } = await opened();
  actor.send({ type: 'edit', host: 'nginx', file: 'nginx.conf', text: `${nginxConf}# mine\n` });
  await type('echo timeout 60 >> redis-3.2.1/redis.conf');
  await type(copyJar);
  expect(Object.entries(stored()).map(([host, files]) => [host, Object.keys(files)])).toEqual([
    ['nginx', ['nginx.conf']],
    ['redis', ['redis.conf']],
  ]);
});

test('a file that was opened by vi and edited is the learner’s own too', async () => {
  const { actor, stored } = await opened();
  actor.send({ type: 'edit', ...tomcatFile, text: '<Server/>' });
  expect(stored()).toEqual({ tomcat1: { 'conf/server.xml': '<Server/>' } });
});

test('a restart builds the lab as it was, with the learner’s own work in the editor', async () => {
  const { actor, type, context, restarted, screen } = await opened();
  actor.send({ type: 'edit', ...tomcatFile, text: '<Server/>' });
  await type(copyJar);
  await restarted();
  expect(context().draft['tomcat1']).not.toHaveProperty('lib/mine.jar');
  expect(context().draft['tomcat1']?.[tomcatFile.file]).toBe('<Server/>');
  expect(context().saved['tomcat1']?.[tomcatFile.file]).toBe(start['tomcat1']?.[tomcatFile.file]);
  await type('ls /opt/tomcat1/lib/mine.jar');
  expect(screen()).toContain('No such file');
});

test('a draft is found again on the next visit; what the lab does not have is left out', async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  const work: EditedFiles = { tomcat1: { [tomcatFile.file]: '<Server/>', 'lib/old.jar': 'jar' }, gone: { a: 'b' } };
  writeDraft('here', work);
  const { actor, context, stored } = await opened();
  actor.send({ type: 'draft.found', files: readDraft('here')?.files ?? {} });
  expect(context().draft).toEqual({ ...start, tomcat1: { ...start['tomcat1'], [tomcatFile.file]: '<Server/>' } });
  writeDraft('here', stored());
  expect(readDraft('here')?.files).toEqual({ tomcat1: { [tomcatFile.file]: '<Server/>' } });
  writeDraft('here', {});
  expect(kept.size).toBe(0);
});
