import { newRedis } from '../../simulator/redis/redis.ts';
import { newTomcat, type Tomcat } from '../../simulator/tomcat/tomcat.ts';
import { fileText } from '../../simulator/tomcat/xml/encoding.ts';
import { type Line, TomcatLab } from '../support/tomcat-lab.ts';
import type { Case } from './suite.ts';
import { serverXml } from './tomcat-files.ts';

/** A line of `xml-cases.jsonl`: one configuration file and what became of it. */
export interface XmlCase extends Case {
  tomcat: string;
  file: string;
  /** The file as UTF-8 … */
  xml?: string;
  /** … or its bytes, where it is something else. */
  xml_hex?: string;
  log: string[];
  localhost_log?: string[];
  sax?: { line: number; column: number; message: string };
  deployed?: boolean;
  http_hello?: number;
  effective?: Record<string, unknown> | string;
  login?: { status: number; body: string };
  started?: boolean;
  process_alive?: boolean;
  exit_code?: number;
  listening_ports?: number[];
  http?: Record<string, Record<string, unknown>>;
}

/** A Tomcat that has started, or tried to, with the file of a case. */
export interface Reading {
  lab: TomcatLab;
  tomcat: Tomcat;
  lines: Line[];
  /** It came as far as to say that it is up. */
  started: boolean;
}

export function readerOf(recorded: XmlCase): Reading {
  const version =
    recorded.tomcat.split(' ')[0] === '10.1.60' ? '10.1.60 (Debian)' : (recorded.tomcat.split(' ')[0] ?? '');
  const app = recorded.file === 'conf/server.xml' ? 'ROOT' : 'app';
  const files: Record<string, string> = {
    'conf/server.xml': serverXml({ version, http: 8080, shutdown: 8005 }, ''),
    'conf/web.xml': webXml,
    [`webapps/${app}/WEB-INF/web.xml`]: webXml,
    [recorded.file]: textOf(recorded),
  };
  if (recorded.tomcat.includes('tomcat-redis-session-manager'))
    for (const jar of ['tomcat-redis-session-manager-2.0.0', 'jedis-2.5.2', 'commons-pool2-2.2'])
      files[`lib/${jar}.jar`] = '';
  const lab = new TomcatLab(
    [newTomcat({ name: 't1', machine: 'server', version, files, nativeLibrary: '1.2.35' })],
    1,
    redis(),
  );
  lab.power('redis', 'start');
  const { server } = lab.redis;
  if (server) server.settings = { ...server.settings, requirepass: '123456' };
  lab.power('t1', 'start');
  const tomcat = lab.tomcat('t1');
  lab.runUntil(() => !['starting', 'stopping'].includes(tomcat.state), 60_000);
  const lines = lab.takeLines();
  const started = lines.some(({ text }) => text.includes('Server startup in '));
  return { lab, tomcat, lines, started };
}

/** The Redis beside all of these Tomcats. */
const redis = () =>
  newRedis({ name: 'redis', machine: 'server', version: '7.0.15', files: { 'redis.conf': 'requirepass 123456\n' } });

const webXml = `<?xml version="1.0" encoding="UTF-8"?>
<web-app>
  <session-config><session-timeout>30</session-timeout></session-config>
  <servlet><servlet-name>demo</servlet-name><servlet-class>demo.DemoServlet</servlet-class></servlet>
  <servlet-mapping><servlet-name>demo</servlet-name><url-pattern>/</url-pattern></servlet-mapping>
</web-app>
`;

function textOf({ xml, xml_hex: hex = '' }: XmlCase): string {
  return xml ?? fileText(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
}

/** Session ids by the recorder's name, and those of another length, which it did not know as such, by their length. */
export const idsNamed = (text: string): string =>
  text
    .replace(/\b[0-9A-F]{32}\b/g, '<SID1>')
    .replace(/\bsid=([0-9A-F]+)\b/g, (_, id: string) => `sid=<${id.length} digits>`);

/** A body as the recorder showed it: names for session ids; of an error page, only its text or its beginning. */
export function bodyShown(body: string, recorded: string): string {
  const named = idsNamed(body);
  if (recorded.startsWith('<!doctype')) return named.slice(0, recorded.length);
  if (!named.startsWith('<')) return named;
  const text = named
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.slice(0, recorded.length);
}
