import { classFileText } from '../class-files.ts';
import { type Compiled, compileJava } from './compile.ts';

const place = /^(.*\/WEB-INF\/classes)\/.*\.(java|class)$/;

/**
 * javac over every `WEB-INF/classes` of a Tomcat: the class files to write, and (null) those to delete because no source has
 * their class any more. Given to a lab's files before it is built, or to a Tomcat as edits, one by one, when a source was
 * saved. Where a source has a syntax error nothing is written, and the old class files stay. This module holds the Java grammar: load it only where a Java file is open or compiled.
 */
export function classFilesOf(files: Readonly<Record<string, string>>): Record<string, string | null> {
  const changes: Record<string, string | null> = {};
  const folders = new Set(Object.keys(files).flatMap((path) => place.exec(path)?.[1] ?? []));
  for (const folder of folders) {
    const below = Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
    const sources = below.filter(([path]) => path.endsWith('.java'));
    if (sources.length === 0) continue;
    const { classes, problems }: Compiled = compileJava(Object.fromEntries(sources));
    if (problems.some(({ code }) => code === 'syntax')) continue;
    const made = Object.values(classes).map(
      (one) => [`${folder}/${one.name.replaceAll('.', '/')}.class`, classFileText(one)] as const,
    );
    const kept = new Set<string>(made.map(([path]) => path));
    for (const [path] of below) if (path.endsWith('.class') && !kept.has(path)) changes[path] = null;
    for (const [path, text] of made) if (files[path] !== text) changes[path] = text;
  }
  return changes;
}
