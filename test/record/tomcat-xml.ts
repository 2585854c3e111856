import { type Difference, differencesOf } from '../conformance/suite.ts';
import { tomcatOf } from '../conformance/tomcat-files.ts';
import { entriesDiffer } from '../conformance/tomcat-log.ts';
import { named } from '../conformance/tomcat-play.ts';
import { tomcatXml } from '../conformance/tomcat-xml.ts';
import { bodyShown, type XmlCase } from '../conformance/tomcat-xml-case.ts';
import type { Recorder, Recording } from './recorder.ts';
import { listeningPorts } from './sandbox.ts';
import { visit } from './tomcat-client.ts';
import { recordedLines } from './tomcat-lines.ts';
import { TomcatServer, tomcatMachine, tomcatPrograms, tomcatVersion } from './tomcat-server.ts';
import { Webapp } from './tomcat-webapp.ts';

const NAME = 't1';

class XmlRecording implements Recording<XmlCase> {
  readonly #machine = tomcatMachine();
  readonly #webapp = new Webapp();

  async record(given: XmlCase): Promise<XmlCase> {
    this.#machine.remove('/srv');
    const usual = tomcatOf({ ...SCENARIO, id: given.id }, NAME).files;
    const server = new TomcatServer(this.#machine, NAME, { ...usual, 'conf/server.xml': bytesOf(given) });
    server.deploy(this.#webapp.classes());
    try {
      const said = await server.start(waysOf(bytesOf(given).toString('latin1')));
      return { ...given, ...(await told(given, server, said)) };
    } finally {
      this.#machine.endPrograms();
    }
  }

  async close(): Promise<void> {
    this.#webapp.close();
    this.#machine.close();
  }
}

const SCENARIO = {
  title: '',
  tomcats: { [NAME]: { version: '10.1.60', http: 8080, shutdown: 8005 } },
  context_xml: 'stock conf/context.xml',
  events: [],
  results: [],
  log: [],
};

const bytesOf = ({ xml, xml_hex: hex }: XmlCase): Buffer =>
  hex === undefined ? Buffer.from(xml ?? '') : Buffer.from(hex, 'hex');

/** Where such a Tomcat listens for the word to stop, and whether that is taken: by its own connector. */
function waysOf(xml: string): { port: number; taken: boolean } {
  const port = Number(/<Server\b[^>]*?\bport="(-?\d+)"/.exec(xml)?.[1] ?? 8005);
  return { port, taken: new RegExp(`<Connector\\b[^>]*?\\bport="${port}"`).test(xml) };
}

async function told(given: XmlCase, server: TomcatServer, said: boolean): Promise<Partial<XmlCase>> {
  const exit = server.processes.at(-1)?.exit ?? null;
  const ports = listeningPorts();
  const http: Required<XmlCase>['http'] = {};
  for (const [where, before] of Object.entries(given.http ?? {})) http[where] = await page(where, before);
  const lines = (file: 'catalina.out' | 'localhost.log') => recordedLines(server.newLines(file), server.base);
  const log = [...lines('catalina.out'), ...lines('localhost.log').map((line) => `localhost.log: ${line}`)];
  const [, line, column, message = ''] = log.map((one) => SAX.exec(one)).find((found) => found !== null) ?? [];
  return {
    started: said || exit === 0,
    process_alive: exit === null,
    ...(exit === null ? {} : { exit_code: exit }),
    listening_ports: ports,
    ...(given.http ? { http } : {}),
    ...(line === undefined ? {} : { sax: { line: Number(line), column: Number(column), message } }),
    log,
  };
}

const SAX = /SAXParseException; systemId: [^;]*; lineNumber: (\d+); columnNumber: (\d+); (.*)$/;

/** A port's first page is a login; a path is one of the first connector. Told are the fields that were told before. */
async function page(where: string, before: Record<string, unknown>): Promise<Record<string, unknown>> {
  const path = where.startsWith('/') ? where : '/login?user=x';
  const answer = await visit(where.startsWith('/') ? 8080 : Number(where), 'GET', path, undefined);
  if ('error' in answer) return answer;
  const names = { names: new Map<string, string>() };
  const cookie = answer.headers.find(([name]) => name === 'Set-Cookie')?.[1];
  const all: Record<string, unknown> = {
    status: answer.status,
    set_cookie: cookie === undefined ? null : named(names, cookie),
    body: bodyShown(answer.body, String(before['body'] ?? '')),
  };
  return Object.fromEntries(Object.keys(before).map((field) => [field, all[field]]));
}

function hindranceOf({ file, tomcat, http = {} }: XmlCase): string | undefined {
  if (!tomcat.startsWith('10.1')) return `wants Tomcat ${tomcat.split(' ')[0]}`;
  if (file !== 'conf/server.xml') return 'asks a running manager what it is set to';
  return Object.values(http).some(({ error }) => error !== undefined)
    ? 'waits for an answer that never comes'
    : undefined;
}

function casesDiffer(recorded: XmlCase, anew: XmlCase): Difference[] {
  const fields = ['started', 'process_alive', 'exit_code', 'listening_ports', 'http', 'sax'] as const;
  return [
    ...fields.flatMap((field) => differencesOf(field, recorded[field], anew[field])),
    ...entriesDiffer('log', recorded.log, anew.log),
  ];
}

/** Debian's Tomcat, given a server.xml. */
export const tomcatXmlRecorder: Recorder<XmlCase> = {
  suite: tomcatXml,
  programs: tomcatPrograms,
  recordedFrom: 'Apache Tomcat/10.1.60 (Debian) on Java 17',
  version: tomcatVersion,
  hindrance: hindranceOf,
  steady: () => true,
  differences: casesDiffer,
  open: () => new XmlRecording(),
};
