import type { SyntaxNode } from '@lezer/common';
import type { JavaClass, JavaField, JavaMethod } from '../class.ts';
import type { Expression, LambdaCode, Statement } from '../code.ts';
import type { Source } from './syntax.ts';

/** A class while it is compiled. */
export interface Draft {
  source: Source;
  /** Its declaration; of an anonymous class, its body. */
  node: SyntaxNode;
  name: string;
  simpleName: string;
  kind: JavaClass['kind'];
  modifiers: number;
  /** The class around it. */
  around?: Draft;
  /** Its objects know one of the class around it. */
  inner: boolean;
  /** Variables of the method around it, for a local or anonymous class. */
  scope?: Scope;
  captures: readonly string[];
  typeVariables: Map<string, string>;
  superclass?: string;
  interfaces: string[];
  fields: JavaField[];
  methods: DraftMethod[];
  initializers: Statement[];
  staticInitializers: Statement[];
  lambdas: LambdaCode[];
  constants?: string[];
  constantArguments: Record<string, readonly Expression[]>;
  bodies: Record<string, string>;
  components?: string[];
  /** Names that its source uses for classes. */
  names: Record<string, string>;
  /** Classes declared in it. */
  nested: Map<string, Draft>;
  /** How many local and anonymous classes of each name it has by now. */
  numbered: Map<string, number>;
  asserts: boolean;
  /** Classes that its fields name, also as `List<Item>`, other than transient and static ones. */
  held: Held[];
}

/** A class that a field may hold objects of. */
export interface Held {
  field: string;
  class: string;
  from: number;
  to: number;
}

export interface DraftMethod extends JavaMethod {
  /** Of each parameter, whether its type is a type variable. */
  variables: readonly boolean[];
}

/** Local variables that some code sees, and local classes. */
export interface Scope {
  names: Map<string, string | undefined>;
  classes: Map<string, Draft>;
  around?: Scope;
}

export const newScope = (around?: Scope): Scope => ({
  names: new Map(),
  classes: new Map(),
  ...(around ? { around } : {}),
});

/** Whether a local variable of that name is in sight. */
export function sees(scope: Scope | undefined, name: string): boolean {
  for (let next = scope; next; next = next.around) if (next.names.has(name)) return true;
  return false;
}

/** Where an expression or statement stands. */
export interface Place {
  draft: Draft;
  scope: Scope;
  /** No object of the class is at hand. */
  static: boolean;
  /** The method, for the names of lambdas. */
  method: string;
  typeVariables: ReadonlyMap<string, string>;
  /** The method's own descriptor, for the same. */
  descriptor: string;
  /** What the method gives back, for lambdas. */
  returns: string | undefined;
  /** The variable whose initial value it is. */
  assigned?: string;
  unit: Unit;
}

/** A file's names, and those of all other files. */
export interface Unit {
  source: Source;
  packageName: string;
  /** Single imports by simple name. */
  imports: ReadonlyMap<string, string>;
  /** Packages (or classes) imported on demand. */
  onDemand: readonly string[];
  /** Classes of all files by binary name. */
  known: Map<string, Draft>;
  /** Expressions within expressions, just now. */
  depth: number;
  report(code: JavaProblemCode, node: { from: number; to: number }, values?: Record<string, string>): void;
}

export type JavaProblemCode =
  /** The grammar expected something else here. */
  | 'syntax'
  /** A type that no file, import or package known to the lab declares. */
  | 'unknown-type';

/** Code inside a block. */
export const within = (place: Place): Place => ({ ...place, scope: newScope(place.scope) });
