import { type Lab, server } from '../../simulator/index.ts';
import type { NamedServer } from '../editor/named-servers.ts';
import { MOST_TOMCATS, tomcatFor } from './machines.ts';

export const HOSTS_FILE = '/etc/hosts';

/** A server that nginx's configuration names and the lab does not have, and why nobody would answer. */
export interface Stranger extends NamedServer {
  /** The name is unknown, the address no machine's, or no Tomcat listens on the port. */
  why: 'unknown' | 'elsewhere' | 'silent';
}

/** Those of the named servers that the lab does not have. */
export function strangersIn(lab: Lab, named: readonly NamedServer[]): Stranger[] {
  const names = namesOf(lab);
  const own = new Set(['127.0.0.1', '0.0.0.0', server.address, ...(lab.addresses ?? [])]);
  const listening = lab.tomcats.flatMap(({ files }) => connectorsIn(files['conf/server.xml'] ?? ''));
  return named.flatMap((one): Stranger[] => {
    const address = isAddress(one.host) ? one.host : names.get(one.host.toLowerCase());
    if (address === undefined) return [{ ...one, why: 'unknown' }];
    if (!own.has(address)) return [{ ...one, why: 'elsewhere' }];
    const heard = listening.some(({ port, ip }) => port === one.port && (ip === undefined || ip === address));
    return heard ? [] : [{ ...one, why: 'silent' }];
  });
}

/** As many Tomcats as the file names servers, each at its address; names are written into /etc/hosts. `undefined`: too many. */
export function withNamed(lab: Lab, named: readonly NamedServer[]): Lab | undefined {
  const servers = [...new Map(named.map((one) => [`${one.host}:${one.port}`, one])).values()];
  if (servers.length > MOST_TOMCATS) return undefined;
  const names = namesOf(lab);
  const fresh = [...new Set(servers.map(({ host }) => host.toLowerCase()))].filter(
    (host) => !isAddress(host) && !names.has(host),
  );
  for (const [index, name] of fresh.entries()) names.set(name, `10.0.0.${11 + index}`);
  const addressOf = ({ host }: NamedServer) => (isAddress(host) ? host : names.get(host.toLowerCase())) ?? host;
  const version = lab.tomcats[0]?.version ?? '10.1.60';
  const lines = fresh.map((name) => `${names.get(name)} ${name}\n`);
  return {
    ...lab,
    addresses: [...new Set(servers.map(addressOf))].filter((ip) => !ip.startsWith('127.') && ip !== server.address),
    nginx: { files: withHosts(lab.nginx.files, lines.join('')) },
    tomcats: servers.map((one, index) =>
      listeningAt(tomcatFor(index + 1, version, lab.redis !== undefined), one.port, addressOf(one)),
    ),
  };
}

/** The line of /etc/hosts after which names mean the lab's own machine. */
export const namesHere = (names: readonly string[]): string => `127.0.0.1 ${names.join(' ')}\n`;

/** nginx's files with lines added to /etc/hosts. */
export const withHosts = (files: Readonly<Record<string, string>>, lines: string): Record<string, string> =>
  lines === '' ? { ...files } : { ...files, [HOSTS_FILE]: (files[HOSTS_FILE] ?? '127.0.0.1 localhost\n') + lines };

/** A file's text in which each stranger is replaced, in order, by one of the lab's own ports. */
export function pointedHere(text: string, file: string, strangers: readonly Stranger[], { tomcats }: Lab): string {
  const ports = tomcats.flatMap(({ files }) => connectorsIn(files['conf/server.xml'] ?? '').slice(0, 1));
  const targets = [...new Set(strangers.map(({ host, port }) => `${host}:${port}`))];
  return strangers
    .filter((one) => one.file === file)
    .sort((a, b) => b.from - a.from)
    .reduce((changed, { host, port, from, to }) => {
      const here = ports[targets.indexOf(`${host}:${port}`) % ports.length];
      return here ? `${changed.slice(0, from)}localhost:${here.port}${changed.slice(to)}` : changed;
    }, text);
}

/** The HTTP connectors of a server.xml, as far as a look tells: port, and the address where one is given. */
function connectorsIn(serverXml: string): { port: number; ip: string | undefined }[] {
  return connectorTags(serverXml).flatMap((attributes) => {
    const port = /\bport="(\d+)"/.exec(attributes)?.[1];
    const isHttp = !/\bprotocol="AJP/.test(attributes);
    return port && isHttp ? [{ port: Number(port), ip: /\baddress="([^"]*)"/.exec(attributes)?.[1] }] : [];
  });
}

/** What stands in each `<Connector …>` outside comments. What does not end, the rest of the text, is none: it is not searched again. */
function connectorTags(serverXml: string): string[] {
  const tags: string[] = [];
  for (let at = serverXml.indexOf('<'); at >= 0; at = serverXml.indexOf('<', at)) {
    const isComment = serverXml.startsWith('<!--', at);
    const isConnector = /^<Connector\b/.test(serverXml.slice(at, at + 11));
    if (!isComment && !isConnector) {
      at++;
      continue;
    }
    const end = serverXml.indexOf(isComment ? '-->' : '>', at);
    if (end < 0) break;
    if (isConnector) tags.push(serverXml.slice(at, end));
    at = end;
  }
  return tags;
}

/** The first Connector of its server.xml at another port, and at one address only: others may have the port at theirs. */
function listeningAt(tomcat: Lab['tomcats'][number], port: number, ip: string): Lab['tomcats'][number] {
  const text = tomcat.files['conf/server.xml'] ?? '';
  const changed = text.replace(/<Connector port="\d+"/, `<Connector address="${ip}" port="${port}"`);
  return { ...tomcat, files: { ...tomcat.files, 'conf/server.xml': changed } };
}

const isAddress = (host: string) => /^\d+(\.\d+){3}$/.test(host);

/** The first address of each name that the lab's machine knows. */
function namesOf({ nginx, localhost }: Lab): Map<string, string> {
  const names = new Map([['localhost', localhost.find((ip) => !ip.includes(':')) ?? '127.0.0.1']]);
  for (const line of (nginx.files[HOSTS_FILE] ?? '').split('\n')) {
    const [address = '', ...rest] = line.replace(/#.*/, '').split(/\s+/).filter(Boolean);
    for (const name of rest) if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), address);
  }
  return names;
}
