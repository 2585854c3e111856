import { type HostName, javac, type Recording, type World } from '../../../simulator/index.ts';

type Files = Readonly<Record<string, string>>;

/**
 * javac at the learner's elbow: whenever a Java source of a Tomcat was saved, in the editor or by a command, its class files
 * follow as edits of their own, so that a look back or a replay needs no compiler.
 */
export class Compiler {
  /** Each Tomcat's files when its class files were last brought up to date. */
  #seen: Map<HostName, Files>;

  /** `start`: a world whose sources are compiled. */
  constructor(start: World) {
    this.#seen = new Map(tomcatFiles(start));
  }

  /** The class files of this world are what its sources say. */
  catchUp(world: World): void {
    this.#seen = new Map(tomcatFiles(world));
  }

  async compile(recording: Recording): Promise<void> {
    for (const [host, files] of tomcatFiles(recording.world)) {
      const before = this.#seen.get(host) ?? {};
      this.#seen.set(host, files);
      if (!sourcesDiffer(before, files)) continue;
      for (const [file, text] of Object.entries(await javac(files))) recording.act({ kind: 'edit', host, file, text });
    }
  }
}

/** What a learner edits: the sources, and never what a compiler made of them. */
export const withoutClassFiles = (files: Files): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([file]) => !file.endsWith('.class')));

const tomcatFiles = ({ hosts }: World): [HostName, Files][] =>
  [...hosts.values()].flatMap((host): [HostName, Files][] => (host.kind === 'tomcat' ? [[host.name, host.files]] : []));

/** A host's table of files is replaced with each change, so most looks end at once. */
function sourcesDiffer(before: Files, after: Files): boolean {
  if (before === after) return false;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].some((name) => name.endsWith('.java') && before[name] !== after[name]);
}
