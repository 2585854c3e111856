/** The options that a command has: `flag` stands alone, `value` takes the next word or what follows `=`. */
export type Options = Readonly<Record<string, 'flag' | 'value'>>;

/** What was typed after a command's name. */
export interface Given {
  values: Readonly<Record<string, string>>;
  flags: ReadonlySet<string>;
  /** All words that belong to no option. */
  words: readonly string[];
}

/** What is wrong with a command line, as data; the sentence is the language's. */
export type Misuse =
  | { code: 'unknown-option'; token: string }
  | { code: 'repeated-option'; token: string }
  | { code: 'needs-value'; token: string }
  | { code: 'takes-no-value'; token: string };

/** Reads the words after a command's name; `--` ends the options. */
export function given(argv: readonly string[], options: Options): Given | Misuse {
  const values: Record<string, string> = {};
  const flags = new Set<string>();
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (word === '--') {
      words.push(...argv.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const [name, joined] = splitOption(word);
    const kind = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!kind) return { code: 'unknown-option', token: word };
    if (flags.has(name) || Object.hasOwn(values, name)) return { code: 'repeated-option', token: `--${name}` };
    if (kind === 'flag') {
      if (joined !== undefined) return { code: 'takes-no-value', token: `--${name}` };
      flags.add(name);
      continue;
    }
    const value = joined ?? argv[++i];
    if (value === undefined || (joined === undefined && value.startsWith('--')))
      return { code: 'needs-value', token: `--${name}` };
    values[name] = value;
  }
  return { values, flags, words };
}

/** `--lang=en` is an option and its value; `-h` is short for `--help`, and the only short one. */
function splitOption(word: string): [name: string, joined: string | undefined] {
  if (word === '-h') return ['help', undefined];
  if (!word.startsWith('--')) return [word, undefined];
  const equals = word.indexOf('=');
  return equals < 0 ? [word.slice(2), undefined] : [word.slice(2, equals), word.slice(equals + 1)];
}
