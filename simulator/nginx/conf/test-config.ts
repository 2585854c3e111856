import type { Files } from '../../core/language.ts';
import { diagnose } from './diagnose.ts';
import type { Environment } from './environment.ts';
import { messageOf } from './messages.ts';

/** What `nginx -t` came to. */
export interface ConfigTest {
  ok: boolean;
  /** Its lines, all on stderr, in the style of nginx.org's builds. */
  stderr: string[];
}

/** `nginx -t`: warnings up to the first error, then the verdict. A name with a line feed makes two lines of one message. */
export function testConfig(files: Files, name: string, environment?: Environment): ConfigTest {
  const { problems, syntaxOk } = diagnose(files, name, environment);
  const said = problems.filter((problem) => problem.severity !== 'hint');
  const first = said.findIndex((problem) => problem.severity === 'error');
  const lines = said.slice(0, first < 0 ? said.length : first + 1).map(messageOf);
  if (syntaxOk) {
    // Errors after reading come below this line; warnings are all from reading.
    lines.splice(first < 0 ? lines.length : first, 0, `nginx: the configuration file ${name} syntax is ok`);
  }
  const ok = first < 0;
  lines.push(`nginx: configuration file ${name} test ${ok ? 'is successful' : 'failed'}`);
  return { ok, stderr: lines.filter((line) => line !== '').flatMap((line) => line.split('\n')) };
}
