import { expect, test } from 'vitest';
import { guideLab, proxyTo, takingTurns, tomcat, visitors } from '../../../lessons/lab.ts';
import { type Lab, webappSources } from '../../../simulator/index.ts';
import { LabSession } from '../../../site/lab/engine/session.ts';
import type { Command, Snapshot } from '../../../site/lab/protocol.ts';

const source = 'webapps/ROOT/WEB-INF/classes/demo/User.java';
const classFile = '/opt/tomcat1/webapps/ROOT/WEB-INF/classes/demo/User.class';
const text = webappSources(['demo/User.java'])[source] ?? '';

const lab: Lab = {
  ...guideLab([visitors.A], [tomcat(1, '7.0.69', { [source]: text })], proxyTo('localhost:8080', takingTurns)),
  terminals: { count: 1, redis: 'absent' },
};

async function opened() {
  const session = new LabSession();
  const told: Snapshot[] = [];
  const tell = async (command: Command) => {
    const report = await session.handle(command);
    if (report.type === 'snapshot') told.push(report.snapshot);
  };
  const type = (line: string) => tell({ type: 'act', action: { kind: 'type', host: 'terminal1', line } });
  const screen = () =>
    told.flatMap(({ terminals }) => terminals.at(-1)?.screen ?? []).map((line) => JSON.stringify(line));
  await tell({ type: 'load', lab });
  return { tell, type, screen, told };
}

test('a lab’s sources are compiled when it is loaded, and the page hears of no class file', async () => {
  const { type, screen, told } = await opened();
  await type(`ls ${classFile}`);
  expect(screen().filter((line) => line.includes('No such file'))).toEqual([]);
  await type(`touch ${classFile.replace('.class', '.txt')}`);
  const heard = told.flatMap(({ files }) => Object.keys(files['tomcat1'] ?? {}));
  expect(heard).toContain(source.replace('.java', '.txt'));
  expect(heard.filter((file) => file.endsWith('.class'))).toEqual([]);
});

test.each<[how: string, (lab: Awaited<ReturnType<typeof opened>>) => Promise<void>]>([
  [
    'in the editor',
    ({ tell }) => tell({ type: 'save', host: 'tomcat1', files: { [source]: text.replace('1L', '4242L') } }),
  ],
  ['by a command', ({ type }) => type(`sed -i s/1L/4242L/ ${classFile.replace('.class', '.java')}`)],
])('a source that is saved %s has its class file brought up to date', async (_, change) => {
  const lab = await opened();
  await lab.type(`grep -c 4242 ${classFile}`);
  expect(lab.screen().at(-1)).toContain('"0"');
  await change(lab);
  await lab.type(`grep -c 4242 ${classFile}`);
  expect(lab.screen().at(-1)).toContain('"1"');
});
