/** System properties that a lab's JVM has; the two folders stay as they are written, as the logs here show them. */
const systemProperties: Readonly<Record<string, string>> = {
  'catalina.base': '${catalina.base}',
  'catalina.home': '${catalina.home}',
  'file.separator': '/',
  'java.io.tmpdir': '${catalina.base}/temp',
  'java.specification.version': '17',
  'java.vendor': 'Debian',
  'java.version': '17.0.15',
  'os.name': 'Linux',
  'path.separator': ':',
  'user.home': '/root',
  'user.name': 'root',
};

/** IntrospectionUtils.replaceProperties: `${name}` by a system property, unknown ones left alone; since 8.5 `${name:-default}`. */
export function replaceProperties(value: string, modern: boolean): string {
  return value.replace(/\$\{([^{}]*)\}/g, (whole, inside: string) => {
    const split = modern ? inside.indexOf(':-') : -1;
    const name = split < 0 ? inside : inside.slice(0, split);
    const found = Object.hasOwn(systemProperties, name) ? systemProperties[name] : undefined;
    return found ?? (split < 0 ? whole : inside.slice(split + 2));
  });
}
