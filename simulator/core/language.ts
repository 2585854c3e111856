import type { Completion, Problem } from './text.ts';

/** The lab's files a text may refer to (`include mime.types`), by name. */
export type Files = Readonly<Record<string, string>>;

/**
 * Every text a learner edits (nginx.conf, server.xml, …) is read through this one shape:
 * text -> tree -> settings. No step ever throws: a half-typed file gives a partial tree,
 * default settings, and problems.
 */
export interface Language<Tree, Settings> {
  /** As Monaco names it, e.g. `nginx`. */
  id: string;
  parse(files: Files, name: string): { tree: Tree; problems: Problem[] };
  /** Meaning, every default filled in. */
  read(tree: Tree): Settings;
  /** What may stand at an offset of the file `name`. */
  complete(files: Files, name: string, at: number): Completion[];
  /** The id of the page that explains what stands at an offset. */
  hover(files: Files, name: string, at: number): (Completion & { from: number; to: number }) | undefined;
}
