import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Language } from '../../../lessons/texts.ts';
import { javaLanguage } from '../../../simulator/tomcat/java/lang/language.ts';
import { problems as en } from '../../../site/docs-texts/en/java-problems.ts';
import { problems as zhCn } from '../../../site/docs-texts/zh-cn/java-problems.ts';
import { readText } from '../read-text.ts';
import type { Said } from './programs.ts';

const sentences: Record<Language, Record<string, string>> = { en, 'zh-cn': zhCn };

/** javaLanguage looks at the sources of a webapp together. */
const FOLDER = 'webapps/ROOT/WEB-INF/classes/';

/** What a compiler says of a Java source, and what will become of its objects in sessions; those beside it are its package. */
export function compileJava(path: string, text: string, language: Language): Said {
  const name = `${FOLDER}${basename(path)}`;
  const problems = javaLanguage.problems({ ...besides(path), [name]: text }, name);
  return {
    accepted: !problems.some(({ severity }) => severity === 'error'),
    lines: problems.map(({ code, line, severity, values }) => {
      const sentence = sentences[language][code.replace('java.', '')] ?? code;
      const filled = sentence.replace(/\{(\w+)\}/g, (gap, key: string) => String(values[key] ?? gap));
      return `${basename(path)}:${line}: ${severity === 'hint' ? 'note' : severity}: ${filled}`;
    }),
  };
}

function besides(path: string): Record<string, string> {
  const folder = dirname(path);
  const names = readdirSync(folder).filter((name) => name.endsWith('.java'));
  return Object.fromEntries(
    names.flatMap((name) => {
      const read = readText(join(folder, name));
      return 'text' in read ? [[`${FOLDER}${name}`, read.text]] : [];
    }),
  );
}
