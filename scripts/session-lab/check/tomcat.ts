import { basename } from 'node:path';
import { redisManagerJars } from '../../../lessons/lab.ts';
import {
  boot,
  type Lab,
  logTextOf,
  type Note,
  nginxFiles,
  startFailuresOf,
  tomcatFiles,
  tomcatLogLevel,
} from '../../../simulator/index.ts';
import type { Said, Versions } from './programs.ts';

/** Where a file of that name lies in a Tomcat; `undefined`: it is none that the lab reads. */
export function placeOf(path: string): string | undefined {
  const folders = path.split(/[\\/]/);
  if (folders.includes('META-INF') && path.endsWith('context.xml')) return 'webapps/ROOT/META-INF/context.xml';
  if (folders.includes('WEB-INF') && path.endsWith('web.xml')) return 'webapps/ROOT/WEB-INF/web.xml';
  const [name] = /(?:context|server|web)\.xml$/.exec(basename(path)) ?? [];
  return name && `conf/${name}`;
}

/** What a Tomcat logs, warnings and worse, that starts with this file in that place. */
export function startTomcat(place: string, text: string, { tomcat: version }: Versions): Said {
  const stock = tomcatFiles(version, { http: 8080, shutdown: 8005, ajp: 8009 });
  const lab: Lab = {
    seed: 1,
    nginx: { files: nginxFiles('') },
    tomcats: [{ name: 'tomcat1', version, files: { ...stock, ...redisManagerJars, [place]: text } }],
    visitors: [],
    localhost: ['127.0.0.1'],
  };
  const notes: Note[] = [];
  const world = boot(lab, (note) => notes.push(note));
  const grave = notes.filter((note) => note.kind === 'log' && tomcatLogLevel(note) !== 'INFO');
  return {
    accepted: !startFailuresOf(notes).some(({ host }) => host === 'tomcat1'),
    lines: grave.flatMap((note) => logTextOf(note, world)?.lines ?? []),
  };
}
