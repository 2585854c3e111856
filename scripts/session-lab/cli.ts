import { check } from './check/command.ts';
import { exportLab } from './export/command.ts';
import { grade } from './grade/command.ts';
import { list } from './list.ts';
import { type Given, given, type Options } from './options.ts';
import { run } from './run/command.ts';
import { exits, type Terminal } from './terminal.ts';
import { version } from './version.ts';
import { languageNamed, type Words, words } from './words/words.ts';

/** One of the things that `session-lab` does. */
export interface Command {
  options: Options;
  /** @returns the exit code. */
  perform(given: Given, words: Words, terminal: Terminal): Promise<number>;
}

const commands: Record<Exclude<keyof Words['help'], 'program'>, Command> = {
  grade,
  check,
  run,
  export: exportLab,
  list,
};

/** Options of every command. */
const everywhere: Options = { help: 'flag', lang: 'value' };

/** Does what a command line asks for; says what is wrong with it where it cannot. Returns the exit code. */
export async function sessionLab(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = argv;
  const surroundings = words[languageNamed(terminal.locale) ?? 'en'];
  const refuse = (sentence: string): number => {
    terminal.complain(`session-lab: ${sentence}\n`);
    return exits.error;
  };
  if (name === '--version') {
    terminal.print(`${version}\n`);
    return exits.good;
  }
  if (!Object.hasOwn(commands, name)) {
    const misread = given(argv, everywhere);
    const help = !('code' in misread) && misread.flags.has('help') && misread.words.length === 0;
    const language = 'code' in misread ? undefined : languageNamed(misread.values['lang'] ?? '');
    if (!help) return refuse(surroundings.noCommand(name));
    terminal.print((language ? words[language] : surroundings).help.program);
    return exits.good;
  }
  const command = commands[name as keyof typeof commands];
  const read = given(rest, { ...everywhere, ...command.options });
  if ('code' in read) return refuse(surroundings.misuse(read, name));
  const wanted = read.values['lang'];
  const language = wanted === undefined ? undefined : languageNamed(wanted);
  if (wanted !== undefined && !language) return refuse(surroundings.badLanguage(wanted));
  const t = language ? words[language] : surroundings;
  if (!read.flags.has('help')) return command.perform(read, t, terminal);
  terminal.print(t.help[name as keyof typeof commands]);
  return exits.good;
}
