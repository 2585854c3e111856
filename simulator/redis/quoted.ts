const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\x07': '\\a',
  '\b': '\\b',
};

/** Bytes between quotes, everything that is not printable ASCII escaped (sds.c, `sdscatrepr`). */
export function quoted(bytes: string): string {
  const escape = (byte: string) => ESCAPES[byte] ?? `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `"${bytes.replace(/[^ !#-[\]-~]/g, escape)}"`;
}
