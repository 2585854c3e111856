import {
  ABSTRACT,
  FINAL,
  INTERFACE,
  type JavaClass,
  type JavaClasses,
  PRIVATE,
  PUBLIC,
  STATIC,
  TRANSIENT,
} from './class.ts';
import type { Expression, Statement } from './code.ts';
import { arrayList, hashMap, type JavaObject, type JavaValue } from './value.ts';

interface Bean {
  /** Types by field name; `transient` stands before a type. */
  fields?: Readonly<Record<string, string>>;
  /** `toString()`; `{name}` stands for a field. */
  shown: string;
  interfaces?: readonly string[];
  /** Its own `writeObject` or `readObject` throws this. */
  throws?: { in: 'writeObject' | 'readObject'; class: string; message: string };
  uid?: false;
}

/** A class that is no more than its fields and a `toString()`. */
function bean(
  name: string,
  { fields = {}, shown, interfaces = ['java.io.Serializable'], throws, uid }: Bean,
): JavaClass {
  const declared = Object.entries(fields).map(([field, type]) => ({
    name: field,
    modifiers: PUBLIC | (type.startsWith('transient ') ? TRANSIENT : 0),
    descriptor: type.replace('transient ', ''),
  }));
  const hasUid = uid !== false && interfaces.length > 0;
  return {
    name,
    kind: 'class',
    modifiers: PUBLIC,
    superclass: 'java.lang.Object',
    interfaces,
    fields: [
      ...(hasUid
        ? [
            {
              name: 'serialVersionUID',
              modifiers: PRIVATE | STATIC | FINAL,
              descriptor: 'J',
              initial: literal({ type: 'long', value: '1' }),
            },
          ]
        : []),
      ...declared,
    ],
    methods: [
      { name: '<init>', modifiers: PUBLIC, descriptor: '()V', parameters: [], body: [] },
      {
        name: 'toString',
        modifiers: PUBLIC,
        descriptor: '()Ljava/lang/String;',
        parameters: [],
        body: [{ kind: 'return', value: template(shown) }],
      },
      ...(throws ? [throwing(throws)] : []),
    ],
  };
}

const literal = (value: JavaValue): Expression => ({ kind: 'literal', value });

/** `"User(" + name + ")"` of `User({name})`. */
function template(shown: string): Expression {
  const parts = shown
    .split(/[{}]/)
    .map(
      (part, i): Expression =>
        i % 2 === 0 ? literal({ type: 'string', value: part, interned: true }) : { kind: 'name', name: part },
    );
  return parts.reduce((left, right) => ({ kind: 'binary', operator: '+', left, right }));
}

function throwing({ in: name, class: exception, message }: NonNullable<Bean['throws']>) {
  const stream = name === 'writeObject' ? 'ObjectOutputStream' : 'ObjectInputStream';
  const value: Expression = {
    kind: 'new',
    class: exception,
    arguments: [literal({ type: 'string', value: message, interned: true })],
  };
  const body: Statement[] = [{ kind: 'throw', value }];
  return { name, modifiers: PRIVATE, descriptor: `(Ljava/io/${stream};)V`, parameters: ['stream'], body };
}

const text = 'Ljava/lang/String;';
const plain = 'Ldemo/Plain;';
const person = { name: text, age: 'I' };

const listeners: readonly JavaClass[] = ['ActivationListener', 'BindingListener'].map((name) => ({
  name: `javax.servlet.http.HttpSession${name}`,
  kind: 'interface',
  modifiers: PUBLIC | INTERFACE | ABSTRACT,
  interfaces: [],
  fields: [],
  methods: [],
}));

const beans: readonly JavaClass[] = [
  bean('demo.User', { fields: person, shown: 'User({name},{age})' }),
  bean('demo.UserNoUid', { fields: person, shown: 'UserNoUid({name},{age})', uid: false }),
  bean('demo.Plain', { fields: { text }, shown: 'Plain({text})', interfaces: [] }),
  bean('demo.Wrapper', { fields: { name: text, plain }, shown: 'Wrapper({name},{plain})' }),
  bean('demo.TransientWrapper', {
    fields: { name: text, plain: `transient ${plain}` },
    shown: 'TransientWrapper({name},{plain})',
  }),
  bean('demo.Marked', { fields: { x: 'I', t: `transient ${text}` }, shown: 'Marked(x={x},t={t})' }),
  bean('demo.BadWrite', {
    shown: 'BadWrite',
    throws: { in: 'writeObject', class: 'java.io.IOException', message: 'writeObject refused' },
  }),
  bean('demo.BadWriteRt', {
    shown: 'BadWriteRt',
    throws: { in: 'writeObject', class: 'java.lang.IllegalStateException', message: 'writeObject runtime' },
  }),
  bean('demo.BadRead', {
    shown: 'BadRead',
    throws: { in: 'readObject', class: 'java.io.InvalidObjectException', message: 'readObject refused' },
  }),
  bean('demo.Gone', { shown: 'Gone' }),
  bean('demo.Passivator', {
    fields: { passivated: 'I', activated: 'I' },
    shown: 'Passivator(passivated={passivated},activated={activated})',
    interfaces: ['java.io.Serializable', 'javax.servlet.http.HttpSessionActivationListener'],
  }),
  bean('demo.Binder', {
    shown: 'Binder',
    interfaces: ['java.io.Serializable', 'javax.servlet.http.HttpSessionBindingListener'],
  }),
  bean('demo.Big', { shown: 'Big' }),
  {
    name: 'demo.MyEnum',
    kind: 'enum',
    modifiers: PUBLIC | FINAL,
    superclass: 'java.lang.Enum',
    interfaces: [],
    fields: [],
    methods: [],
    constants: ['A', 'B', 'C'],
  },
];

/** The classes in the webapp's WEB-INF/classes: good beans, and one for each way to go wrong. */
export const demoClasses: JavaClasses = Object.fromEntries([...listeners, ...beans].map((one) => [one.name, one]));

const object = (name: string, fields: Record<string, JavaValue> = {}): JavaObject => ({
  type: 'object',
  class: name,
  fields,
});
const held = object('demo.Plain', { text: 'plain' });

/** What `/put?class=` puts into the session. */
export const demoObjects: Readonly<Record<string, JavaValue>> = {
  null: null,
  User: object('demo.User', { name: 'zhang', age: 20 }),
  UserNoUid: object('demo.UserNoUid', { name: 'zhang', age: 20 }),
  Plain: held,
  Wrapper: object('demo.Wrapper', { name: 'w', plain: held }),
  TransientWrapper: object('demo.TransientWrapper', { name: 't', plain: held }),
  ListOfPlain: arrayList(['ok', held]),
  MapWithPlain: hashMap([['x', held]], () => 120),
  Marked: object('demo.Marked', { x: 7, t: 'tt' }),
  BadWrite: object('demo.BadWrite'),
  BadWriteRt: object('demo.BadWriteRt'),
  BadRead: object('demo.BadRead'),
  Gone: object('demo.Gone'),
  Passivator: object('demo.Passivator', { passivated: 0, activated: 0 }),
  Binder: object('demo.Binder'),
  Big: object('demo.Big'),
  MyEnum: { type: 'enum', class: 'demo.MyEnum', constant: 'B' },
  Thread: object('java.lang.Thread', { name: 't' }),
  Optional: object('java.util.Optional', { value: 'x' }),
};
