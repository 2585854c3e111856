import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/java';

/** One file, and how the grammar reads it. */
export interface Source {
  file: string;
  text: string;
  tree: Tree;
}

/** Deeper than this nobody nests: javac runs out of stack, and so would whoever walks the tree. */
const DEEPEST = 400;

/** Reads a file; any text gives a tree, with error nodes where it is not Java. Of one nested too deep, only that it is wrong. */
export function parseSource(file: string, text: string): Source {
  const tree = parser.parse(text);
  return { file, text, tree: isTooDeep(tree) ? parser.parse('}') : tree };
}

function isTooDeep(tree: Tree): boolean {
  let [depth, most] = [0, 0];
  tree.iterate({
    enter: () => {
      depth++;
      if (depth > most) most = depth;
      return depth <= DEEPEST;
    },
    leave: () => {
      depth--;
    },
  });
  return most > DEEPEST;
}

/** What a node covers. */
export const textOf = ({ text }: Source, { from, to }: { from: number; to: number }): string => text.slice(from, to);

/** A node's children, in order. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

const marks = /^(?:[()[\]{};,.:@]|LineComment|BlockComment|⚠)$/;

/** Its children without brackets, separators, comments and errors. */
export const parts = (node: SyntaxNode): SyntaxNode[] => children(node).filter(({ name }) => !marks.test(name));

/** The first child of one of these kinds. */
export const child = (node: SyntaxNode, ...names: string[]): SyntaxNode | undefined =>
  children(node).find(({ name }) => names.includes(name));

/** Whether a node is a type. */
export const isType = ({ name }: SyntaxNode): boolean => types.has(name);

const types = new Set([
  'PrimitiveType',
  'TypeName',
  'ScopedTypeName',
  'GenericType',
  'ArrayType',
  'AnnotatedType',
  'void',
  'var',
]);

/** Whether a node declares a class, interface, enum, record or annotation. */
export const isDeclaration = ({ name }: SyntaxNode): boolean => declarations.has(name);

const declarations = new Set([
  'ClassDeclaration',
  'InterfaceDeclaration',
  'EnumDeclaration',
  'RecordDeclaration',
  'AnnotationTypeDeclaration',
]);

/** Every node below, deepest last; `enter` says whether to look inside. */
export function walk(node: SyntaxNode, enter: (node: SyntaxNode) => boolean): void {
  node.cursor().iterate((at) => enter(at.node));
}
