import type { JavaClass, JavaClasses } from './class.ts';

/**
 * Compiled classes lie beside their sources, as javac leaves them: `…/WEB-INF/classes/demo/User.class`. In the lab such a file
 * holds the class as JSON. So a world stays plain data, Tomcat needs no compiler, and a source that was changed but
 * not compiled has no effect, as in reality. `lang/class-files.ts` makes them.
 */
export const classFileText = (definition: JavaClass): string => `${JSON.stringify(definition)}\n`;

/** The compiled classes below a folder such as `webapps/ROOT/WEB-INF/classes`; undefined: there are none. */
export function classesBelow(files: Readonly<Record<string, string>>, folder: string): JavaClasses | undefined {
  const found: Record<string, JavaClass> = {};
  let any = false;
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(`${folder}/`) || !path.endsWith('.class')) continue;
    any = true;
    const definition = classOf(text);
    const name = path.slice(folder.length + 1, -'.class'.length).replaceAll('/', '.');
    // A class file under another name than its own is not found by the JVM either.
    if (definition?.name === name) found[name] = definition;
  }
  return any ? found : undefined;
}

/** What somebody has written into the file by hand is no class. */
function classOf(text: string): JavaClass | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const has = (key: string) => Array.isArray((parsed as Record<string, unknown>)[key]);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    return ['fields', 'methods', 'interfaces'].every(has) ? (parsed as JavaClass) : undefined;
  } catch {
    return undefined;
  }
}
