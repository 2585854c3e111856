import { own } from '../../../core/own.ts';
import { exceptionOf, raise } from '../run/jvm.ts';
import type { JavaLambda, JavaValue } from '../value.ts';
import { classNamed, isSubclass } from './classes.ts';
import type { Codec } from './codecs.ts';

/** A lambda is written as a SerializedLambda, if one of its interfaces is Serializable. */
export const lambdaCodec: Codec = {
  replace(object, { classes }) {
    const lambda = object as unknown as JavaLambda;
    const code = classNamed(lambda.home, classes)?.lambdas?.[lambda.index];
    const serializable = lambda.interfaces.some((name) => isSubclass(name, 'java.io.Serializable', classes));
    if (!serializable || !code) return undefined;
    const [target = 'java.lang.Runnable'] = lambda.interfaces;
    const [method, signature] = abstractMethodOf(target);
    const captured = code.method.static ? [] : [lambda.scope['this'] ?? null];
    const fields: Record<string, JavaValue> = {
      implMethodKind: code.method.static ? 6 : 7,
      capturedArgs: {
        type: 'array',
        class: '[Ljava.lang.Object;',
        items: [
          ...captured,
          ...Object.entries(lambda.scope).flatMap(([name, value]) => (name === 'this' ? [] : [value])),
        ],
      },
      capturingClass: { type: 'class', class: lambda.home },
      functionalInterfaceClass: interned(target.replaceAll('.', '/')),
      functionalInterfaceMethodName: interned(method),
      functionalInterfaceMethodSignature: interned(signature),
      implClass: interned(lambda.home.replaceAll('.', '/')),
      implMethodName: interned(code.method.name),
      implMethodSignature: interned(code.method.descriptor),
      instantiatedMethodType: interned(signature),
    };
    return { type: 'object', class: 'java.lang.invoke.SerializedLambda', fields };
  },
};

const interned = (value: string): JavaValue => ({ type: 'string', value, interned: true });

/** The one method of the JDK's functional interfaces. */
export function abstractMethodOf(name: string): readonly [method: string, signature: string] {
  return own(functionalMethods, name) ?? ['run', '()V'];
}

const object = 'Ljava/lang/Object;';
/** The methods of the JDK's interfaces that have one. */
export const functionalMethods: Readonly<Record<string, readonly [string, string]>> = {
  'java.lang.Runnable': ['run', '()V'],
  'java.util.concurrent.Callable': ['call', `()${object}`],
  'java.util.function.Supplier': ['get', `()${object}`],
  'java.util.function.Function': ['apply', `(${object})${object}`],
  'java.util.function.UnaryOperator': ['apply', `(${object})${object}`],
  'java.util.function.BinaryOperator': ['apply', `(${object}${object})${object}`],
  'java.util.function.BiFunction': ['apply', `(${object}${object})${object}`],
  'java.util.function.Consumer': ['accept', `(${object})V`],
  'java.util.function.BiConsumer': ['accept', `(${object}${object})V`],
  'java.util.function.Predicate': ['test', `(${object})Z`],
  'java.lang.Comparable': ['compareTo', `(${object})I`],
  'java.util.Iterator': ['next', `()${object}`],
  'java.util.Comparator': ['compare', `(${object}${object})I`],
};

/** Reading one asks its class for the lambda of that name (`$deserializeLambda$`). */
export const serializedLambdaCodec: Codec = {
  resolve({ fields }, { classes }) {
    const text = (name: string) => {
      const value = fields[name];
      return value !== null && typeof value === 'object' && value.type === 'string' ? value.value : '';
    };
    const home = text('implClass').replaceAll('/', '.');
    const lambdas = classNamed(home, classes)?.lambdas ?? [];
    const index = lambdas.findIndex(
      ({ method, interfaces }) =>
        method.name === text('implMethodName') &&
        method.descriptor === text('implMethodSignature') &&
        interfaces.some((name) => isSubclass(name, 'java.io.Serializable', classes)),
    );
    const code = lambdas[index];
    if (!code) {
      const cause = exceptionOf('java.security.PrivilegedActionException');
      return raise('java.lang.RuntimeException', 'Exception in SerializedLambda.readResolve', cause);
    }
    return { type: 'lambda', class: `${home}$$Lambda$1/0x0`, interfaces: code.interfaces, home, index, scope: {} };
  },
};
