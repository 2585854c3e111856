import type { JavaContent, JavaValue } from '../../../simulator/index.ts';
import type { JavaNode } from '../opened-key.ts';

type JavaObject = Extract<JavaContent, { type: 'object' }>;

/** More than this nobody reads; streams can be made to grow beyond any bound. */
const MOST_NODES = 300;
const MOST_DEPTH = 8;

/** Objects of a stream as trees to be shown; `named`: what they are called where they lie. */
export function javaTree(named: readonly (readonly [name: string, content: JavaContent])[]): JavaNode[] {
  let left = MOST_NODES;
  const list = (contents: typeof named, depth: number): JavaNode[] =>
    contents.slice(0, Math.max(0, left)).map(([name, content]) => node(name, content, depth));

  function node(name: string, content: JavaContent, depth: number): JavaNode {
    left--;
    const leaf = (type: string, value?: string): JavaNode => ({
      name,
      type,
      uid: undefined,
      value,
      parts: [],
      note: undefined,
    });
    const told = valueOf(content);
    if (told) return leaf(told.type, told.value);
    switch (content.type) {
      case 'reference': {
        const { to } = content;
        return { ...leaf('type' in to ? typeOf(to) : to.name), note: 'same' };
      }
      case 'object':
      case 'array': {
        const parts = partsOf(content);
        const shown = depth < MOST_DEPTH ? list(parts, depth + 1) : [];
        const note = isCut(content) ? 'cut' : shown.length < parts.length ? 'more' : undefined;
        return { ...leaf(typeOf(content)), uid: uidOf(content), parts: shown, note };
      }
      case 'exception': {
        const of: typeof named = content.of ? [['', content.of]] : [];
        return { ...leaf(typeOf(content)), parts: list(of, depth + 1) };
      }
      default:
        return leaf(typeOf(content));
    }
  }
  return list(named, 0);
}

/** What a content says by itself; undefined of what consists of parts. */
export function valueOf(content: JavaContent): { type: string; value: string } | undefined {
  switch (content.type) {
    case 'null':
      return { type: '', value: 'null' };
    case 'primitive':
      return { type: primitiveType(content.value), value: primitiveText(content.value) };
    case 'string':
      return { type: 'java.lang.String', value: JSON.stringify(content.value) };
    case 'enum':
      return { type: typeOf(content), value: content.constant ?? '' };
    case 'class':
      return { type: 'java.lang.Class', value: sourceName(content.description?.name ?? '') };
    case 'block':
      return { type: 'byte[]', value: hexOf(content.bytes) };
    case 'reference':
      return 'type' in content.to && content.to.type !== 'reference' && isPlain(content.to)
        ? valueOf(content.to)
        : undefined;
    case 'object':
      return boxed(content) ?? date(content);
    default:
      return undefined;
  }
}

const isPlain = (content: JavaContent) => ['string', 'enum', 'class'].includes(content.type) || isBox(content);

const isBox = (content: JavaContent): content is JavaObject =>
  content.type === 'object' &&
  /^java\.lang\.(Integer|Long|Short|Byte|Float|Double|Boolean|Character)$/.test(content.description?.name ?? '');

function boxed(content: JavaObject): { type: string; value: string } | undefined {
  const inside = isBox(content) ? content.data.at(-1)?.values[0] : undefined;
  return inside?.type === 'primitive' ? { type: typeOf(content), value: primitiveText(inside.value) } : undefined;
}

function date(content: JavaObject): { type: string; value: string } | undefined {
  const extra = content.description?.name === 'java.util.Date' ? content.data[0]?.extra[0] : undefined;
  if (extra?.type !== 'block' || extra.bytes.length !== 8) return undefined;
  const ms = Number(BigInt.asIntN(64, BigInt(`0x${hexOf(extra.bytes).replaceAll(' ', '')}`)));
  return Math.abs(ms) <= 8.64e15 ? { type: 'java.util.Date', value: new Date(ms).toISOString() } : undefined;
}

function partsOf(content: Extract<JavaContent, { type: 'object' | 'array' }>): [name: string, content: JavaContent][] {
  if (content.type === 'array') return content.items.map((item, index) => [`[${index}]`, item]);
  return content.data.flatMap(({ description: { name, fields }, values, extra }) => {
    const things = extra.filter(({ type }) => type !== 'block');
    // A collection of the JDK is what it holds; its fields are how it holds it.
    if (name.startsWith('java.util.') && extra.length > 0) return isMap(name) ? pairs(things) : numbered(things);
    const own = values.map((value, index): [string, JavaContent] => [fields[index]?.name ?? '', value]);
    return [...own, ...numbered(extra)];
  });
}

const isMap = (name: string) => /(Map|Hashtable|Properties)$/.test(name);

const numbered = (things: readonly JavaContent[]): [string, JavaContent][] =>
  things.map((thing, index) => [`[${index}]`, thing]);

function pairs(things: readonly JavaContent[]): [string, JavaContent][] {
  const found: [string, JavaContent][] = [];
  for (let i = 0; i + 1 < things.length; i += 2) {
    const [key, value] = [things[i], things[i + 1]];
    if (key && value) found.push([valueOf(key)?.value ?? typeOf(key), value]);
  }
  return found;
}

const isCut = (content: Extract<JavaContent, { type: 'object' | 'array' }>) =>
  !content.description ||
  (content.type === 'array'
    ? content.items.length < content.length
    : content.data.length === 0 || content.data.some(({ complete }) => !complete));

function uidOf({ description }: Extract<JavaContent, { type: 'object' | 'array' }>): string | undefined {
  const isOwn = description && !/^(\[|java\.|javax\.)/.test(description.name);
  return isOwn ? description.uid : undefined;
}

function typeOf(content: JavaContent): string {
  if (content.type === 'description') return 'java.io.ObjectStreamClass';
  return 'description' in content ? sourceName(content.description?.name ?? '') : content.type;
}

const primitives: Readonly<Record<string, string>> = {
  B: 'byte',
  C: 'char',
  D: 'double',
  F: 'float',
  I: 'int',
  J: 'long',
  S: 'short',
  Z: 'boolean',
};

/** `[I` and `[Ljava.lang.String;` as sources write them. */
function sourceName(name: string): string {
  const dimensions = /^\[*/.exec(name)?.[0].length ?? 0;
  if (dimensions === 0) return name;
  const component = name.slice(dimensions);
  return (primitives[component] ?? component.replace(/^L|;$/g, '')) + '[]'.repeat(dimensions);
}

const primitiveType = (value: JavaValue): string =>
  typeof value === 'boolean'
    ? 'boolean'
    : value !== null && typeof value === 'object' && 'value' in value
      ? value.type
      : 'int';

function primitiveText(value: JavaValue): string {
  if (value === null || typeof value !== 'object' || !('value' in value)) return String(value);
  return value.type === 'char' ? JSON.stringify(String.fromCharCode(Number(value.value))) : value.value;
}

const hexOf = (bytes: string): string =>
  Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
