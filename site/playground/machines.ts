import { proxyTo, redisContext, redisManagerJars, tomcat } from '../../lessons/lab.ts';
import {
  contextXml,
  type Lab,
  type LabRedis,
  type LabVisitor,
  nginxFiles,
  type TomcatVersion,
} from '../../simulator/index.ts';
import { newcomer } from '../lab/page/newcomer.ts';

export const MOST_TOMCATS = 8;

/** Context paths of the demo's copies; ROOT is always there. */
export const OTHER_WEBAPPS = ['/shop', '/admin'] as const;

/** What the form "Your machines" asks. */
export interface Machines {
  /** One for each Tomcat. */
  tomcats: TomcatVersion[];
  redis: LabRedis['version'] | undefined;
  visitors: number;
  terminals: boolean;
  /** Context paths of the webapps besides ROOT. */
  webapps: string[];
  /** nginx.conf includes `conf.d/*.conf`. */
  severalFiles: boolean;
}

/** A lab as the form alone would have it. */
export function labOf({ tomcats, redis, visitors, terminals, webapps, severalFiles }: Machines): Lab {
  const lab: Lab = {
    seed: 1,
    nginx: { files: nginxFor(tomcats.length, severalFiles) },
    tomcats: tomcats.map((version, index) => tomcatFor(index + 1, version, redis !== undefined, webapps)),
    visitors: firstVisitors(visitors),
    localhost: ['127.0.0.1'],
  };
  if (redis) lab.redis = { version: redis, files: { 'redis.conf': 'bind 127.0.0.1\nport 6379\n' } };
  if (terminals) lab.terminals = { count: 1, redis: 'running' };
  return lab;
}

/** What of the form a lab answers. */
export function machinesOf({ tomcats, redis, visitors, terminals, nginx }: Lab): Machines {
  const folders = tomcats
    .flatMap(({ files }) => Object.keys(files))
    .map((file) => /^webapps\/([^/]+)\//.exec(file)?.[1]);
  return {
    tomcats: tomcats.map(({ version }) => version),
    redis: redis?.version,
    visitors: visitors.length,
    terminals: terminals !== undefined,
    webapps: OTHER_WEBAPPS.filter((path) => folders.includes(path.slice(1))),
    severalFiles: Object.keys(nginx.files).some((file) => file.startsWith('conf.d/')),
  };
}

/**
 * The lab with other machines. What the form wrote follows it; what somebody changed stays his, also when it no longer
 * fits: then the programs say so.
 */
export function rebuilt(lab: Lab, machines: Machines): Lab {
  const [before, after] = [labOf(machinesOf(lab)), labOf(machines)];
  const next: Lab = {
    ...lab,
    nginx: { files: merged(before.nginx.files, lab.nginx.files, after.nginx.files) },
    tomcats: after.tomcats.map((tomcat, index) => {
      const [known, usual] = [lab.tomcats[index], before.tomcats[index]];
      return known && usual
        ? { ...tomcat, name: known.name, files: merged(usual.files, known.files, tomcat.files) }
        : tomcat;
    }),
    visitors: withVisitors(lab.visitors, machines.visitors),
  };
  delete next.redis;
  delete next.terminals;
  if (after.redis) {
    const files = lab.redis ? merged(before.redis?.files ?? {}, lab.redis.files, after.redis.files) : after.redis.files;
    next.redis = { ...after.redis, files };
  }
  if (after.terminals) next.terminals = lab.terminals ?? after.terminals;
  return next;
}

type Files = Readonly<Record<string, string>>;

/** Three files become one: as the form has it now, unless it was changed since the form wrote it. */
function merged(before: Files, current: Files, after: Files): Record<string, string> {
  const names = new Set([...Object.keys(after), ...Object.keys(current)]);
  const kept = [...names].flatMap((name): [string, string][] => {
    const [was, is] = [before[name], current[name]];
    const text = is !== undefined && is !== was ? is : is === undefined && was !== undefined ? undefined : after[name];
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(kept);
}

/** The nth Tomcat; the guide's manager for Redis is written for Tomcat 7, and no other gets it. */
export function tomcatFor(nth: number, version: TomcatVersion, inRedis: boolean, webapps: readonly string[] = []) {
  const wired = inRedis && version === '7.0.69';
  const files = wired ? { ...redisManagerJars, 'conf/context.xml': redisContext } : { 'conf/context.xml': contextXml };
  return tomcat(nth, version, { ...files, ...webappFiles(webapps) });
}

/** A Tomcat without any webapp gets the demo as ROOT; one with others needs it written down. */
function webappFiles(webapps: readonly string[]): Record<string, string> {
  if (webapps.length === 0) return {};
  const folders = ['ROOT', ...webapps.map((path) => path.slice(1))];
  return Object.fromEntries(folders.map((folder) => [`webapps/${folder}/WEB-INF/web.xml`, '<web-app>\n</web-app>\n']));
}

/** The first visitors of the alphabet, each at home in a network of his own. */
const firstVisitors = (count: number): LabVisitor[] => withVisitors([], count);

function withVisitors(visitors: readonly LabVisitor[], count: number): LabVisitor[] {
  const next = visitors.slice(0, count);
  while (next.length < count) {
    const visitor = newcomer(next);
    if (!visitor) return next;
    next.push(visitor);
  }
  return next;
}

/** Every Tomcat in turn; without one, nginx answers by itself. */
function nginxFor(tomcats: number, severalFiles: boolean): Record<string, string> {
  const upstream = upstreamOf(Array.from({ length: tomcats }, (_, index) => `localhost:${8080 + index}`));
  if (tomcats === 0) return nginxFiles(alone);
  if (!severalFiles) return nginxFiles(proxyTo('backserver', upstream));
  const conf = 'events {\n}\n\nhttp {\n    include conf.d/*.conf;\n}\n';
  const site = /^ {4}server \{.*?^ {4}\}\n/ms.exec(proxyTo('backserver'))?.[0] ?? '';
  return { ...nginxFiles(conf), 'conf.d/upstream.conf': outdented(upstream), 'conf.d/site.conf': outdented(site) };
}

const outdented = (text: string) => `${text.replace(/^ {4}/gm, '').trimEnd()}\n`;

/** An `upstream backserver` block for `http`: lines of parameters first, then servers. */
export const upstreamOf = (servers: readonly string[], first: readonly string[] = []): string =>
  `    upstream backserver {
${[...first, ...servers.map((server) => `server ${server}`)].map((line) => `        ${line};\n`).join('')}    }

`;

const alone = `events {
}

http {
    server {
        listen 80;

        location / {
            return 200 "no Tomcat here\\n";
        }
    }
}
`;
