import type { XmlProblemCode } from '../../../simulator/tomcat/conf/problems.ts';

/** What Tomcat does not take of a file that is well-formed, and what the lab does not act on. */
export const settings = {
  'no-rules':
    'Tomcat knows no such element here and goes on without it. Check the spelling, upper and lower case, and whether it stands in the right place.',
  'property-unknown':
    '"{name}" is no attribute of this element. Tomcat logs it and goes on as if it were not there. Check the spelling, upper and lower case.',
  'value-unreadable':
    'Tomcat cannot use "{value}" for "{name}" and leaves the default, although its words do not say so. A number may have no blank, no unit and no point.',
  'max-inactive-ignored':
    'maxInactiveInterval has no effect. How long a session may idle is said in web.xml: session-timeout, in minutes.',
  'setter-threw':
    'One of the words is wrong, so Tomcat drops the whole attribute and DEFAULT stays. Several words are separated by a comma without a blank.',
  'uri-encoding': 'Java knows no character set "{encoding}". The connector keeps its default.',
  'class-not-found':
    'Tomcat finds no class "{class}". Check the name letter by letter; a class of a jar needs that jar in Tomcat’s own lib folder, and Tomcat started anew.',
  'class-not-named': 'This element must say which class it is: className="…".',
  'class-with-slashes': 'A class name is written with dots, not with slashes.',
  'class-needs':
    'The class is there, but not what it needs: {class}. Another jar is missing in Tomcat’s lib folder, or the class is made for another Tomcat.',
  'class-misfit': 'The class exists, but it is not what belongs here. A Valve and a Manager are not exchangeable.',
  'child-twice': 'There is already one of this name. Give it another name, or delete it.',
  'no-effect': 'Tomcat knows "{name}"; in this lab it changes nothing.',
  'element-ignored': 'Tomcat passes over "{name}" without a word: web.xml has no such element here.',
} as const satisfies Record<XmlProblemCode, string>;
