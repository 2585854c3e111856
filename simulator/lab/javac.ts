import type { Lab } from './lab.ts';

/** What javac makes of one Tomcat's files: class files to write and (null) to delete, by name under CATALINA_BASE. */
export type ClassFiles = Readonly<Record<string, string | null>>;

const source = /\/WEB-INF\/classes\/.*\.java$/;

/**
 * javac over the Java sources among a Tomcat's files. With the Java grammar it is large: it is fetched only where there is
 * something to compile, so that whoever plays a lab without Java does without.
 */
export async function javac(files: Readonly<Record<string, string>>): Promise<ClassFiles> {
  if (!Object.keys(files).some((file) => source.test(file))) return {};
  const { classFilesOf } = await import('../tomcat/java/lang/class-files.ts');
  return classFilesOf(files);
}

/** The lab with the Java sources of its Tomcats compiled: a Tomcat runs class files, and knows nothing of sources. */
export async function compiled(lab: Lab): Promise<Lab> {
  const tomcats = lab.tomcats.map(async (tomcat) => ({
    ...tomcat,
    files: withClassFiles(tomcat.files, await javac(tomcat.files)),
  }));
  return { ...lab, tomcats: await Promise.all(tomcats) };
}

function withClassFiles(files: Readonly<Record<string, string>>, changes: ClassFiles): Record<string, string> {
  const next: Record<string, string> = { ...files };
  for (const [file, text] of Object.entries(changes))
    if (text === null) delete next[file];
    else next[file] = text;
  return next;
}
