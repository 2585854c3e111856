import type { ServletPackage } from './servlet.ts';

/** What `/put?class=` makes: a class of the learner's, or one of the demo's below. */
const goods = `package demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What is put into sessions. */
final class Goods {
    private Goods() {
    }

    /** new X("zhang", 20) where X has such a made, else new X(); null where there is no class of that name. */
    static Object make(String name) {
        if (name.equals("ListOfPlain")) return new ArrayList<Object>(Arrays.asList("ok", new Plain()));
        if (name.equals("MapWithPlain")) {
            Map<String, Object> map = new HashMap<String, Object>();
            map.put("x", new Plain());
            return map;
        }
        if (name.equals("MyEnum")) return MyEnum.B;
        if (name.equals("Thread")) return new Thread("t");
        if (name.equals("Optional")) return java.util.Optional.of("x");
        Class<?> type;
        try {
            type = Class.forName("demo." + name);
        } catch (ClassNotFoundException e) {
            return null;
        }
        if (type.isEnum()) return type.getEnumConstants()[0];
        try {
            try {
                return type.getDeclaredConstructor(String.class, int.class).newInstance("zhang", 20);
            } catch (NoSuchMethodException e) {
                return type.getDeclaredConstructor().newInstance();
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
`;

interface Bean {
  fields?: string;
  made?: string;
  shown: string;
  /** What it implements; `Serializable` where that is left out. */
  interfaces?: readonly string[];
  uid?: false;
  methods?: string;
}

const person = {
  fields: 'public String name;\n    public int age;',
  made: '(String name, int age) {\n        this.name = name;\n        this.age = age;\n    }',
};

const beans: Readonly<Record<string, Bean>> = {
  User: { ...person, shown: '"User(" + name + "," + age + ")"' },
  UserNoUid: { ...person, shown: '"UserNoUid(" + name + "," + age + ")"', uid: false },
  Plain: { fields: 'public String text = "plain";', shown: '"Plain(" + text + ")"', interfaces: [], uid: false },
  Wrapper: {
    fields: 'public String name = "w";\n    public Plain plain = new Plain();',
    shown: '"Wrapper(" + name + "," + plain + ")"',
  },
  TransientWrapper: {
    fields: 'public String name = "t";\n    public transient Plain plain = new Plain();',
    shown: '"TransientWrapper(" + name + "," + plain + ")"',
  },
  Marked: {
    fields: 'public int x = 7;\n    public transient String t = "tt";',
    shown: '"Marked(x=" + x + ",t=" + t + ")"',
  },
  BadWrite: { shown: '"BadWrite"', methods: refusing('writeObject', 'java.io.IOException', 'writeObject refused') },
  BadWriteRt: {
    shown: '"BadWriteRt"',
    methods: refusing('writeObject', 'IllegalStateException', 'writeObject runtime'),
  },
  BadRead: {
    shown: '"BadRead"',
    methods: refusing('readObject', 'java.io.InvalidObjectException', 'readObject refused'),
  },
  Gone: { shown: '"Gone"' },
  Passivator: {
    fields: 'public int passivated;\n    public int activated;',
    shown: '"Passivator(passivated=" + passivated + ",activated=" + activated + ")"',
    interfaces: ['java.io.Serializable', 'SERVLET.servlet.http.HttpSessionActivationListener'],
    methods:
      listening('sessionWillPassivate', 'HttpSessionEvent', 'passivated++;') +
      listening('sessionDidActivate', 'HttpSessionEvent', 'activated++;'),
  },
  Binder: {
    shown: '"Binder"',
    interfaces: ['java.io.Serializable', 'SERVLET.servlet.http.HttpSessionBindingListener'],
    methods: ['valueBound', 'valueUnbound']
      .map((name) =>
        listening(name, 'HttpSessionBindingEvent', `System.out.println("DEMO ${name} " + event.getName());`),
      )
      .join(''),
  },
  Big: { shown: '"Big"' },
};

function refusing(name: string, exception: string, message: string): string {
  const stream = name === 'writeObject' ? 'ObjectOutputStream' : 'ObjectInputStream';
  return `
    private void ${name}(java.io.${stream} stream) throws java.io.IOException {
        throw new ${exception}("${message}");
    }
`;
}

function listening(name: string, event: string, body: string): string {
  return `
    @Override
    public void ${name}(SERVLET.servlet.http.${event} event) {
        ${body}
    }
`;
}

function source(name: string, { fields, made, shown, interfaces = ['java.io.Serializable'], uid, methods }: Bean) {
  const implemented = interfaces.length > 0 ? ` implements ${interfaces.join(', ')}` : '';
  return [
    `package demo;\n\npublic class ${name}${implemented} {\n`,
    uid === false ? '' : '    private static final long serialVersionUID = 1L;\n\n',
    fields ? `    ${fields}\n\n` : '',
    made ? `    public ${name}${made}\n\n` : '',
    `    @Override\n    public String toString() {\n        return ${shown};\n    }\n${methods ?? ''}}\n`,
  ].join('');
}

/** The demo's own classes, by file name: good ones, and one for each way to go wrong. */
export const goodsClasses = (servletPackage: ServletPackage): Record<string, string> => ({
  'Goods.java': goods,
  'MyEnum.java': 'package demo;\n\npublic enum MyEnum {\n    A, B, C\n}\n',
  ...Object.fromEntries(
    Object.entries(beans).map(([name, bean]) => [
      `${name}.java`,
      source(name, bean).replaceAll('SERVLET', servletPackage),
    ]),
  ),
});
