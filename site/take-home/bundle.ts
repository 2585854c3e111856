import { type EditedFiles, type Lab, redisSetting, server } from '../../simulator/index.ts';
import { composeYaml, saysDaemon } from './compose.ts';
import { homeName } from './home-name.ts';
import { type ImageName, images, redisImage, substitutes, tomcatImages } from './images.ts';
import { labSh } from './lab-sh.ts';
import { rehearsed } from './rehearse.ts';
import { replaySh } from './replay-sh.ts';
import type { HomeRun, Rehearsed } from './run.ts';
import { compileSh, tomcatDockerfile } from './tomcat-image.ts';
import { startSh, visitsSh } from './visits-sh.ts';
import { webappFiles } from './webapp/webapp.ts';
import { en } from './words/en.ts';
import type { About, Difference, HomeWords, Script } from './words/words.ts';
import { zhCn } from './words/zh-cn.ts';

/** A lab that is taken home. */
export interface Home {
  /** What the page or the exercise is called, e.g. `failover/transfer`. */
  id: string;
  /** With the learner's files. */
  lab: Lab;
  /** The first is the one that is meant when nobody says which. */
  runs: readonly HomeRun[];
  /** Of the scripts' messages and the comments; the READMEs are in both. */
  language: 'en' | 'zh-cn';
}

/** The lab on real programs: every file of the zip, by its path in there. The same lab and runs give the same texts. */
export async function takeHome({ id, lab, runs, language }: Home): Promise<Record<string, string>> {
  const words = { en, 'zh-cn': zhCn }[language];
  const files = filesOf(lab);
  const rehearsals: Rehearsed[] = [];
  for (const run of runs) rehearsals.push(await rehearsed(lab, run));
  const jars = jarsOf(lab);
  const usedImages = imagesOf(lab);
  const scripts = rehearsals.map((run) => {
    const file = rehearsals.length === 1 ? 'replay.sh' : `replay-${run.id}.sh`;
    const { text, saved } = replaySh(run, files, `${id}: ${run.id}`, words);
    return { file, text, saved, about: aboutScript(file, run) };
  });
  const about: About = {
    id,
    scripts: scripts.map(({ about }) => about),
    images: usedImages,
    services: ['nginx', ...(lab.redis ? ['redis'] : []), ...lab.tomcats.map(({ name }) => name)],
    jars,
    webapps: servletsOf(lab),
    differences: differencesOf(lab, rehearsals),
  };
  return {
    'README.en.md': en.readme(about),
    'README.zh-CN.md': zhCn.readme(about),
    '.env': envOf(usedImages, words),
    'compose.yaml': composeYaml(lab, homeName(id), portsOf(rehearsals), words),
    ...prefixed('machine', machineFiles(lab, rehearsals, words)),
    'lab.sh': labSh(words, jars),
    ...Object.fromEntries(scripts.map(({ file, text }) => [file, text])),
    ...Object.fromEntries(scripts.flatMap(({ saved }) => saved.map(({ path, text }) => [path, text]))),
    'tomcat/Dockerfile': tomcatDockerfile,
    'tomcat/compile.sh': compileSh,
    ...Object.assign({}, ...servletsOf(lab).map((one) => prefixed(`webapp-${one}`, webappFiles(one)))),
    ...Object.assign({}, ...Object.entries(files).map(([host, own]) => prefixed(host, own))),
    ...Object.assign(
      {},
      ...lab.tomcats.map(({ name, version, files }) => prefixed(name, ofImage(version, files, words))),
    ),
  };
}

const prefixed = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

const isJar = (file: string) => file.endsWith('.jar');
const isOwn = (file: string) => !isJar(file) && !file.startsWith('/') && !file.split('/').includes('..');

/** Every host's files, to the byte; jars are none of the learner's, and what has an absolute path belongs to the machine. */
function filesOf({ nginx, redis, tomcats }: Lab): EditedFiles {
  const own = (files: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(files).filter(([file]) => isOwn(file)));
  return {
    nginx: own(nginx.files),
    ...(redis ? { redis: own(redis.files) } : {}),
    ...Object.fromEntries(tomcats.map(({ name, files }) => [name, own(files)])),
  };
}

const jarsOf = ({ tomcats }: Lab): string[] =>
  tomcats.flatMap(({ name, files }) =>
    Object.keys(files)
      .filter((file) => file.startsWith('lib/') && isJar(file))
      .map((file) => `${name}/${file}`),
  );

/** What a Tomcat's image needs and the learner's files do not bring. */
function ofImage(
  version: Lab['tomcats'][number]['version'],
  files: Readonly<Record<string, string>>,
  { jars }: HomeWords,
): Record<string, string> {
  const webXml = 'webapps/ROOT/WEB-INF/web.xml';
  const { 'WEB-INF/web.xml': ours = '' } = webappFiles(tomcatImages[version].servlets);
  return { 'lib/jars.txt': jars, ...(webXml in files ? {} : { [webXml]: ours }) };
}

const servletsOf = ({ tomcats }: Lab) => [...new Set(tomcats.map(({ version }) => tomcatImages[version].servlets))];

function imagesOf({ redis, tomcats }: Lab): Record<string, string> {
  const names: ImageName[] = [
    'MACHINE_IMAGE',
    'NGINX_IMAGE',
    ...(redis ? [redisImage[redis.version]] : []),
    ...tomcats.flatMap(({ version }) => [tomcatImages[version].tomcat, tomcatImages[version].jdk]),
  ];
  return Object.fromEntries(names.map((name) => [name, images[name]]));
}

const envOf = (used: Record<string, string>, { env }: HomeWords) =>
  [
    ...env.split('\n').map((line) => `# ${line}`),
    ...Object.entries(used).flatMap(([name, image]) => {
      const other = substitutes[name as ImageName];
      return [`${name}=${image}`, ...(other === undefined ? [] : [`# ${name}=${other}`])];
    }),
    '',
  ].join('\n');

/** Where nginx listens as the runs begin. */
const portsOf = (runs: readonly Rehearsed[]): string[] => [
  ...new Set(
    runs.flatMap(({ listens }) =>
      listens.filter(({ of }) => of === 'nginx').map(({ address }) => address.slice(address.lastIndexOf(':') + 1)),
    ),
  ),
];

/** The container whose network all share: the names that are known there, its addresses, the visitors. */
function machineFiles(
  { localhost, nginx, addresses = [], visitors }: Lab,
  runs: readonly Rehearsed[],
  words: HomeWords,
) {
  const sources = [
    ...visitors.map(({ address }) => address),
    ...runs.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'visit' ? [step.source] : []))),
  ];
  const own = [...new Set([server.address, ...addresses, ...sources])].filter((address) => !address.includes(':'));
  return {
    'start.sh': startSh,
    'visits.sh': visitsSh(words),
    addresses: own.map((address) => `${address}/32\n`).join(''),
    hosts: [
      ...localhost.map((address) => `${address} localhost\n`),
      `${server.address} ${server.site}\n`,
      nginx.files['/etc/hosts'] ?? '',
    ].join(''),
  };
}

function aboutScript(file: string, { steps, end }: Rehearsed): Script {
  const visits = steps.filter((step) => step.kind === 'visit');
  const asked = steps.filter((step) => step.kind === 'redis-cli' && step.printed !== undefined).length;
  return {
    file,
    lasts: steps.at(-1)?.at ?? 0,
    visits: visits.length,
    asserted: visits.filter(({ expected }) => expected.status !== undefined).length + asked,
    faults: steps.filter(({ kind }) => kind === 'power').length,
    end,
  };
}

function differencesOf({ nginx, redis, tomcats, visitors, terminals }: Lab, runs: readonly Rehearsed[]): Difference[] {
  const conf = nginx.files['nginx.conf'] ?? '';
  const cut = runs.some(({ end }) => end?.why === 'no-counterpart' && end.what === 'typed');
  const found: Record<Difference, boolean> = {
    workers: /^\s*worker_processes\s+(?!1\s*;)/m.test(conf),
    daemon: saysDaemon(nginx.files),
    'redis-daemon': redis !== undefined && redisSetting(redis, 'daemonize') === 'yes',
    ipv6: visitors.some(({ address }) => address.includes(':')),
    'stripped-web-xml': tomcats.some(({ files }) => 'conf/web.xml' in files),
    terminal: cut || terminals !== undefined,
    'tomcat-7': tomcats.some(({ version }) => version === '7.0.69'),
  };
  return (Object.keys(found) as Difference[]).filter((one) => found[one]);
}
