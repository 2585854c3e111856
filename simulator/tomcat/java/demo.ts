import type { JavaClass, JavaClasses, JavaValue } from './value.ts';

const bean = (shown: string, more: Partial<JavaClass> = {}): JavaClass => ({
  serializable: true,
  uid: 1,
  shown,
  ...more,
});

/** The classes in the webapp's WEB-INF/classes: good beans, and one for each way to go wrong. */
export const demoClasses: JavaClasses = {
  'demo.User': bean('User({name},{age})'),
  'demo.UserNoUid': bean('UserNoUid({name},{age})'),
  'demo.Plain': bean('Plain({text})', { serializable: false }),
  'demo.Wrapper': bean('Wrapper({name},{plain})'),
  'demo.TransientWrapper': bean('TransientWrapper({name},{plain})', { transient: ['plain'] }),
  'demo.Marked': bean('Marked(x={x},t={t})', { transient: ['t'] }),
  'demo.BadWrite': bean('BadWrite', { writeThrows: { class: 'java.io.IOException', message: 'writeObject refused' } }),
  'demo.BadWriteRt': bean('BadWriteRt', {
    writeThrows: { class: 'java.lang.IllegalStateException', message: 'writeObject runtime' },
  }),
  'demo.BadRead': bean('BadRead', {
    readThrows: { class: 'java.io.InvalidObjectException', message: 'readObject refused' },
  }),
  'demo.Gone': bean('Gone'),
  'demo.Passivator': bean('Passivator(passivated={passivated},activated={activated})'),
  'demo.Binder': bean('Binder'),
  'demo.Big': bean('Big'),
  'demo.MyEnum': bean('MyEnum'),
};

const object = (name: string, fields: Record<string, JavaValue> = {}): JavaValue => ({
  type: 'object',
  class: name,
  fields,
});
const plain = object('demo.Plain', { text: 'plain' });

/** What `/put?class=` puts into the session. */
export const demoObjects: Readonly<Record<string, JavaValue>> = {
  null: null,
  User: object('demo.User', { name: 'zhang', age: 20 }),
  UserNoUid: object('demo.UserNoUid', { name: 'zhang', age: 20 }),
  Plain: plain,
  Wrapper: object('demo.Wrapper', { name: 'w', plain }),
  TransientWrapper: object('demo.TransientWrapper', { name: 't', plain }),
  ListOfPlain: { type: 'list', items: ['ok', plain] },
  MapWithPlain: { type: 'map', entries: [['x', plain]] },
  Marked: object('demo.Marked', { x: 7, t: 'tt' }),
  BadWrite: object('demo.BadWrite'),
  BadWriteRt: object('demo.BadWriteRt'),
  BadRead: object('demo.BadRead'),
  Gone: object('demo.Gone'),
  Passivator: object('demo.Passivator', { passivated: 0, activated: 0 }),
  Binder: object('demo.Binder'),
  Big: object('demo.Big'),
  MyEnum: { type: 'enum', class: 'demo.MyEnum', constant: 'B' },
  Thread: object('java.lang.Thread'),
  Optional: object('java.util.Optional', { value: 'x' }),
};
