import { hashText } from './random.ts';

/**
 * A short name for data that is never changed in place (settings, files, a request on its way), equal for equal data:
 * two hashes and the length of its text. Written out once per object.
 */
export function named(data: object): string {
  const known = names.get(data);
  if (known !== undefined) return known;
  const text = JSON.stringify(data);
  const name = `${hashText(text).toString(36)}.${hashText(text, 1).toString(36)}.${text.length}`;
  names.set(data, name);
  return name;
}

const names = new WeakMap<object, string>();
