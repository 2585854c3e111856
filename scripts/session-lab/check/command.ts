import type { Command } from '../cli.ts';
import { readText } from '../read-text.ts';
import { exits, type Terminal } from '../terminal.ts';
import type { Words } from '../words/words.ts';
import { startRedis, testNginx } from './machine.ts';
import { type Program, programOf, programs, type Said, type Versions } from './programs.ts';
import { placeOf, startTomcat } from './tomcat.ts';

const known: { [Name in keyof Versions]: readonly Versions[Name][] } = {
  redis: ['3.2.1', '7.0.15'],
  tomcat: ['7.0.69', '10.1.60'],
};

/** `session-lab check`: what the real programs would say of files. */
export const check: Command = {
  options: { as: 'value', redis: 'value', tomcat: 'value' },
  async perform({ values, words: paths }, words, terminal) {
    const versions = { redis: values['redis'] ?? '3.2.1', tomcat: values['tomcat'] ?? '7.0.69' };
    const wrong =
      wrongOptions(values['as'], versions, words) ?? (paths.length === 0 ? words.check.missingFiles : undefined);
    const files = paths.map((path) => fileAt(path, values['as'], words));
    const complaints =
      wrong === undefined ? files.flatMap((file) => (typeof file === 'string' ? [file] : [])) : [wrong];
    if (complaints.length > 0) {
      for (const complaint of complaints) terminal.complain(`session-lab: ${complaint}\n`);
      return exits.error;
    }
    let accepted = true;
    for (const [index, file] of files.entries()) {
      if (typeof file === 'string') continue;
      const said = await saidOf(file, versions as Versions, words);
      if (index > 0) terminal.print('\n');
      tell(file, said, words, terminal);
      accepted &&= said.accepted;
    }
    return accepted ? exits.good : exits.bad;
  },
};

/** A file that can be checked. */
interface CheckedFile {
  path: string;
  text: string;
  program: Program;
}

function wrongOptions(
  as: string | undefined,
  versions: Record<keyof Versions, string>,
  words: Words,
): string | undefined {
  if (as !== undefined && !(programs as readonly string[]).includes(as)) return words.check.badProgram(as, programs);
  for (const [name, all] of Object.entries(known)) {
    const version = versions[name as keyof Versions];
    if (!(all as readonly string[]).includes(version)) return words.check.badVersion(name, version, all);
  }
  return undefined;
}

/** A file as it can be checked; a sentence: why not. */
function fileAt(path: string, as: string | undefined, words: Words): CheckedFile | string {
  const program = (as as Program | undefined) ?? programOf(path);
  const read = readText(path);
  if (!('text' in read)) return `${words.trouble[read.trouble](path)}.`;
  if (!program) return words.check.unnamed(path, programs);
  if (program === 'tomcat' && placeOf(path) === undefined) return words.check.notOfTomcat(path);
  return { path, text: read.text, program };
}

async function saidOf({ path, text, program }: CheckedFile, versions: Versions, words: Words): Promise<Said> {
  switch (program) {
    case 'nginx':
      return testNginx(path, text);
    case 'redis':
      return startRedis(path, text, versions);
    case 'tomcat':
      return startTomcat(placeOf(path) ?? '', text, versions);
    case 'java':
      return (await import('./java.ts')).compileJava(path, text, words.language);
  }
}

function tell(
  { path, program }: CheckedFile,
  { accepted, lines }: Said,
  words: Words,
  { paint, print }: Terminal,
): void {
  const verdict = accepted ? paint('green', `✔ ${words.check.accepted}`) : paint('red', `✕ ${words.check.refused}`);
  const said = lines.length === 0 && accepted ? [words.check.silent[program]] : lines;
  print(`${paint('bold', path)}: ${verdict}\n${said.map((line) => `${line}\n`).join('')}`);
}
