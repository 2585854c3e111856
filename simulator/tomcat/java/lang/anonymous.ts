import type { SyntaxNode } from '@lezer/common';
import { descriptorOfName } from '../class.ts';
import type { Expression } from '../code.ts';
import { jdkClass } from '../jdk/classes.ts';
import { declare, finish } from './declare.ts';
import type { Draft, Place } from './draft.ts';
import { capturedIn } from './lambdas.ts';
import { members } from './members.ts';

/** `new Base(…) { … }`: a class called after the one around it and a number. */
export function anonymousClass(body: SyntaxNode, base: string, values: readonly Expression[], place: Place): Draft {
  const draft = declare(place.unit, body, {
    name: numbered('', place.draft),
    simpleName: '',
    kind: 'class',
    modifiers: 0,
    around: place.draft,
    inner: !place.static,
    scope: place.scope,
    captures: capturedIn(body, place),
  });
  const known = place.unit.known.get(base);
  const isInterface = known ? known.kind === 'interface' : jdkClass(base)?.kind === 'interface';
  draft.superclass = isInterface ? 'java.lang.Object' : base;
  draft.interfaces = isInterface ? [base] : [];
  const above = known?.methods.find(({ name, parameters }) => name === '<init>' && parameters.length === values.length);
  const types = above
    ? (above.descriptor.slice(1, above.descriptor.indexOf(')')).match(/\[*(?:L[^;]*;|[A-Z])/g) ?? [])
    : values.map(() => 'Ljava/lang/Object;');
  const own = above?.captures?.outer ? types.slice(1) : types;
  const names = values.map((_, i) => `argument${i}`);
  members(draft, place.unit);
  draft.methods.push({
    name: '<init>',
    modifiers: 0,
    descriptor: `(${draft.inner ? descriptorOfName(place.draft.name) : ''}${own.join('')})V`,
    parameters: names,
    variables: [],
    captures: { outer: draft.inner, variables: draft.captures },
    body: [{ kind: 'constructor', of: 'super', arguments: names.map((name) => ({ kind: 'name', name })) }],
  });
  finish(draft, place.unit);
  return draft;
}

/** `Outer$1`, `Outer$1Local`: counted for each name apart. */
export function numbered(simpleName: string, around: Draft): string {
  const number = (around.numbered.get(simpleName) ?? 0) + 1;
  around.numbered.set(simpleName, number);
  return `${around.name}$${number}${simpleName}`;
}
