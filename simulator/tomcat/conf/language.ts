import type { Language } from '../../core/language.ts';
import { complete } from './complete.ts';
import { fixes } from './fixes.ts';
import { hover } from './hover.ts';
import { problemsOf, statementsOf, wordsOf } from './problems.ts';

/** server.xml, context.xml and web.xml, of the Tomcat that the RELEASE-NOTES beside them name. */
export const tomcatXml: Language = {
  id: 'xml',
  problems: problemsOf,
  statements: statementsOf,
  complete,
  hover,
  fixes,
  words: wordsOf,
};
