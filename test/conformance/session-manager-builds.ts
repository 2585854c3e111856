import type { JavaClass, JavaClasses } from '../../simulator/tomcat/java/class.ts';
import type { Expression } from '../../simulator/tomcat/java/code.ts';
import { demoClasses } from '../../simulator/tomcat/java/demo.ts';
import { withUid } from './tomcat-actions.ts';
import type { Scenario } from './tomcat-play.ts';

// The other build of the webapp that t2 runs in some scenarios: the recordings tell of it in their titles only.

/** The classes of t2; undefined: the same as on t1. */
export function otherBuild({ title }: Scenario): JavaClasses | undefined {
  const gone = /\bt2 .*\bwithout (?:the )?class (\w+)/.exec(title)?.[1];
  if (gone !== undefined) {
    const { [`demo.${gone}`]: _, ...others } = demoClasses;
    return others;
  }
  const user = demoClasses['demo.User'];
  if (!user || !/\bt2\b/.test(title)) return undefined;
  if (/same UID, one more field/.test(title)) return { ...demoClasses, 'demo.User': withEmail(user) };
  if (/name retyped String -> List/.test(title)) return { ...demoClasses, 'demo.User': retyped(user) };
  const [, name = 'User'] = /\b(User\w*) .*(?:UID|serialVersionUID)/.exec(title) ?? [];
  const changed = demoClasses[`demo.${name}`];
  const uid = /(?:UID|serialVersionUID)\D*?(?:\d+ -> )?(\d+)/.exec(title)?.[1] ?? '2';
  return changed && /another (UID|serialVersionUID)|(UID|serialVersionUID) (differs|mismatch|\d+|changed)/i.test(title)
    ? { ...demoClasses, [`demo.${name}`]: withUid(changed, uid) }
    : undefined;
}

function withEmail(user: JavaClass): JavaClass {
  const email = { name: 'email', modifiers: 1, descriptor: 'Ljava/lang/String;' };
  const shown = ['User(', '{name}', ',', '{age}', ',email=', '{email}', ')'].map(
    (part): Expression =>
      part.startsWith('{')
        ? { kind: 'name', name: part.slice(1, -1) }
        : { kind: 'literal', value: { type: 'string', value: part, interned: true } },
  );
  const value = shown.reduce((left, right) => ({ kind: 'binary', operator: '+', left, right }));
  const methods = user.methods.map((one) =>
    one.name === 'toString' ? { ...one, body: [{ kind: 'return', value } as const] } : one,
  );
  return { ...user, fields: [...user.fields, email], methods };
}

const retyped = (user: JavaClass): JavaClass => ({
  ...user,
  fields: user.fields.map((field) => (field.name === 'name' ? { ...field, descriptor: 'Ljava/util/List;' } : field)),
});
