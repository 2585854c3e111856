import {
  isSerializable,
  type JavaValue,
  serialized,
  sessionObjects,
  sourceText,
  type World,
} from '../../../../simulator/index.ts';
import type { JavaNode } from '../../opened-key.ts';
import type { Cell } from '../../xray.ts';
import { javaTree } from '../java-tree.ts';

type Tomcat = Extract<World['hosts'] extends Map<string, infer H> ? H : never, { kind: 'tomcat' }>;
type Webapp = Tomcat['webapps'] extends Map<string, infer W> ? W : never;
export type JavaClasses = Webapp['classes'];

/** A value in a Tomcat's memory, as its bytes would show it: so it compares with what lies in files and in Redis. */
export function valueCell(value: JavaValue, classes: JavaClasses): Cell {
  if (value === null) return cell('null');
  const bytes = isSerializable(value, classes) ? serialized(value, classes) : undefined;
  if (bytes === undefined || !('value' in bytes)) return { type: 'value', text: sourceText(value), lost: true };
  return bytesCell(bytes.value, classes);
}

/** An object as its bytes tell it. */
export function bytesCell(bytes: string, classes: JavaClasses): Cell {
  const [content] = sessionObjects(bytes, classes).contents;
  return cell(content ? nodeText(javaTree([['', content]])[0]) : '');
}

const cell = (text: string): Cell => ({ type: 'value', text, lost: false });

export const nodeCell = (node: JavaNode): Cell => cell(nodeText(node));

/** A decoded object on one line: `demo.User{age=20, name="zhang"}`. */
function nodeText(node: JavaNode | undefined): string {
  if (!node) return '';
  const { type, value, parts, note } = node;
  if (value !== undefined) return value;
  if (note === 'same') return `${type} …`;
  const inside = parts.map((part) => `${part.name}=${nodeText(part)}`);
  return `${type}{${inside.join(', ')}${note === undefined ? '' : ' …'}}`;
}
