import type { JavaClass } from '../class.ts';
import type { JavaValue } from '../value.ts';
import { type Jvm, raise } from './jvm.ts';

export interface Variable {
  value: JavaValue;
  /** Of `var` and of inferred parameters: unknown. */
  descriptor: string | undefined;
}

/** Where some code runs: its class, its object, its variables. */
export interface Frame {
  jvm: Jvm;
  /** Whose source it is. */
  owner: JavaClass;
  self: JavaValue | undefined;
  variables: Map<string, Variable>;
  /** The block around it. */
  around?: Frame;
}

export const newFrame = (jvm: Jvm, owner: JavaClass, self: JavaValue | undefined): Frame => ({
  jvm,
  owner,
  self,
  variables: new Map(),
});

/** A block within. */
export const inner = (frame: Frame): Frame => ({ ...frame, variables: new Map(), around: frame });

/** A local variable by name. */
export function variable(frame: Frame, name: string): Variable | undefined {
  for (let next: Frame | undefined = frame; next; next = next.around) {
    const found = next.variables.get(name);
    if (found) return found;
  }
  return undefined;
}

/** Every step counts: code that never ends must end here. */
export function step(jvm: Jvm): void {
  if (--jvm.steps < 0) raise('java.lang.ThreadDeath');
}
