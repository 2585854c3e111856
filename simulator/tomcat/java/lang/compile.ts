import type { JavaClass, JavaClasses } from '../class.ts';
import { declareType, finish, header } from './declare.ts';
import type { Draft, Held, JavaProblemCode, Unit } from './draft.ts';
import { bodies, signatures } from './members.ts';
import { child, children, isDeclaration, parseSource, type Source, textOf } from './syntax.ts';

/** Something about a Java file, at a place in it. */
export interface JavaProblem {
  code: JavaProblemCode;
  file: string;
  from: number;
  to: number;
  values: Readonly<Record<string, string>>;
}

export interface Compiled {
  /** As far as they could be read. */
  classes: JavaClasses;
  problems: JavaProblem[];
  /** What fields of each class may hold. */
  held: ReadonlyMap<string, readonly Held[]>;
  /** Where each class is named, for problems about it. */
  places: ReadonlyMap<string, { file: string; from: number; to: number }>;
}

/** Compiles Java files that belong together, by path. Any text gives classes as far as it can be understood. */
export function compileJava(files: Readonly<Record<string, string>>): Compiled {
  const problems: JavaProblem[] = [];
  const known = new Map<string, Draft>();
  const units = Object.entries(files).map(([file, text]) => unitOf(parseSource(file, text), known, problems));
  const drafts: { draft: Draft; unit: Unit }[] = [];
  for (const unit of units) {
    syntaxProblems(unit);
    for (const node of children(unit.source.tree.topNode)) if (isDeclaration(node)) declareType(node, unit);
    for (const draft of known.values()) if (draft.source === unit.source) drafts.push({ draft, unit });
  }
  for (const step of [header, signatures, bodies, finish]) for (const { draft, unit } of drafts) step(draft, unit);
  const places = new Map(
    [...known.values()].map((draft) => [draft.name, { file: draft.source.file, ...nameRange(draft) }]),
  );
  return {
    classes: Object.fromEntries([...known.values()].map((draft) => [draft.name, classOf(draft)])),
    problems,
    held: new Map([...known.values()].map((draft) => [draft.name, draft.held])),
    places,
  };
}

function unitOf(source: Source, known: Map<string, Draft>, problems: JavaProblem[]): Unit {
  const nodes = children(source.tree.topNode);
  const name = nodes.find((node) => node.name === 'PackageDeclaration');
  const scoped = name && child(name, 'ScopedIdentifier', 'Identifier');
  const imports = new Map<string, string>();
  const onDemand: string[] = [];
  for (const node of nodes.filter((one) => one.name === 'ImportDeclaration')) {
    const path = child(node, 'ScopedIdentifier', 'Identifier');
    if (!path || child(node, 'static')) continue;
    const full = textOf(source, path).replace(/\s+/g, '');
    if (child(node, 'Asterisk')) onDemand.push(full);
    else imports.set(full.slice(full.lastIndexOf('.') + 1), full);
  }
  return {
    source,
    packageName: scoped ? textOf(source, scoped).replace(/\s+/g, '') : '',
    imports,
    onDemand,
    known,
    depth: 0,
    report: (code, { from, to }, values = {}) => problems.push({ code, file: source.file, from, to, values }),
  };
}

/** Error nodes of the grammar; `X.class`, which it does not know in all places, is none. */
function syntaxProblems(unit: Unit) {
  let last = -2;
  unit.source.tree.iterate({
    enter(node) {
      if (!node.type.isError) return;
      const literal =
        /^class$/.test(textOf(unit.source, node)) && node.node.parent?.name === 'ObjectCreationExpression';
      if (literal || node.from <= last + 1) return;
      last = Math.max(node.to, node.from);
      unit.report('syntax', { from: node.from, to: Math.max(node.to, node.from) });
    },
  });
}

function nameRange({ node }: Draft): { from: number; to: number } {
  const { from, to } = child(node, 'Definition', 'Identifier') ?? { from: node.from, to: node.from };
  return { from, to };
}

function classOf(draft: Draft): JavaClass {
  const { name, kind, modifiers, superclass, interfaces, fields, initializers, constants, components } = draft;
  const methods = draft.methods.map(({ variables: _, ...method }) => method);
  const filled = <T extends object>(one: T) => Object.keys(one).length > 0;
  return {
    name,
    kind,
    modifiers,
    ...(superclass === undefined ? {} : { superclass }),
    interfaces,
    fields,
    methods,
    ...(initializers.length > 0 ? { initializers } : {}),
    ...(constants ? { constants } : {}),
    ...(filled(draft.constantArguments) ? { constantArguments: draft.constantArguments } : {}),
    ...(filled(draft.bodies) ? { bodies: draft.bodies } : {}),
    ...(components ? { components } : {}),
    ...(draft.inner && draft.around ? { outer: draft.around.name } : {}),
    ...(draft.lambdas.length > 0 ? { lambdas: draft.lambdas } : {}),
    ...(filled(draft.names) ? { names: draft.names } : {}),
  };
}
