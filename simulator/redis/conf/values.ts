import type { Place } from '../../core/text.ts';
import { bytesOf } from '../../core/utf8.ts';
import type { Version } from '../version.ts';
import { type Directive, directivesOf } from './directive.ts';

/**
 * The configuration of a server. Texts are bytes, one character each. The file and these values are two things: only
 * the start (which reads) and CONFIG REWRITE (which writes) connect them.
 */
export interface Values {
  readonly version: Version;
  /** As CONFIG GET shows them, by the directive's own name; those below are not among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** Addresses to listen on; empty: every one (3.2.1), none (7.0.15). */
  readonly bind: readonly string[];
  readonly save: readonly SavePoint[];
  /** null: nobody needs a password. 3.2.1 knows an empty one, which has to be given. */
  readonly requirepass: string | null;
  /** The current directory, absolute. */
  readonly dir: string;
  readonly master: { readonly host: string; readonly port: number } | null;
  /** rename-command, in order; an empty new name removes the command. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  /** `user` lines without the word, and modules to load (7.0.15). */
  readonly users: readonly (readonly string[])[];
  readonly modules: readonly string[];
  /** Options of modules that are not there (a name with a dot, 7.0.15). */
  readonly moduleOptions: readonly string[];
  /** The line of each directive that a file has, `rename-command` with the command's name. It explains, and decides nothing. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Save to disk when so much has changed within so long. */
export interface SavePoint {
  readonly seconds: number;
  readonly changes: number;
}

/** The same while it is being read or changed. */
export interface Draft extends Values {
  readonly texts: Map<string, string>;
  bind: readonly string[];
  save: SavePoint[];
  requirepass: string | null;
  dir: string;
  master: { host: string; port: number } | null;
  readonly renames: { from: string; to: string }[];
  readonly users: (readonly string[])[];
  readonly modules: string[];
  readonly moduleOptions: string[];
  readonly places: Map<string, Place>;
  /** Commands by small name that rename-command brought (true) or took away. */
  readonly commands: Map<string, boolean>;
  readonly userNames: Set<string>;
}

export const draftOf = (values: Values): Draft => ({
  ...values,
  texts: new Map(values.texts),
  save: [...values.save],
  renames: [...values.renames],
  users: [...values.users],
  modules: [...values.modules],
  moduleOptions: [...values.moduleOptions],
  places: new Map(values.places),
  commands: new Map(),
  userNames: new Set(),
});

/** As compiled in: what holds where nothing else is said. `dir` is where the program was started. */
export function initialValues(version: Version, dir: string): Values {
  const texts = new Map<string, string>();
  for (const { name, initial } of directivesOf[version].values()) texts.set(name, initial);
  return {
    version,
    texts,
    bind: version === '3.2.1' ? [] : ['*', '-::*'],
    save: [
      { seconds: 3600, changes: 1 },
      { seconds: 300, changes: 100 },
      { seconds: 60, changes: 10000 },
    ],
    requirepass: null,
    dir,
    master: null,
    renames: [],
    users: [],
    modules: [],
    moduleOptions: [],
    places: new Map(),
  };
}

/** A value as CONFIG GET shows it. */
export function shownValue(values: Values, { name }: Directive): string {
  switch (name) {
    case 'bind':
      return values.bind.join(' ');
    case 'save':
      return values.save.map(({ seconds, changes }) => `${seconds} ${changes}`).join(' ');
    case 'requirepass':
      return values.requirepass ?? '';
    case 'dir':
      return bytesOf(values.dir);
    case 'slaveof':
    case 'replicaof':
      return values.master ? `${values.master.host} ${values.master.port}` : '';
    default:
      return textValue(values, name);
  }
}

/** The text of a directive that is kept as one. */
export function textValue(values: Values, name: string): string {
  const text = values.texts.get(name);
  if (text === undefined) throw new Error(`redis.conf ${values.version} has no directive ${name}`);
  return text;
}

export const numberValue = (values: Values, name: string): number => Number(textValue(values, name));
export const isYes = (values: Values, name: string): boolean => textValue(values, name) === 'yes';

/** ASCII letters small, as C's `tolower`; bytes above stay. */
export const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
