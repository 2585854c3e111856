import { own } from '../core/own.ts';
import { diagnose } from './conf/diagnose.ts';
import { debian } from './conf/environment.ts';
import { HOSTS_FILE, hostsIn } from './conf/hosts-file.ts';
import { messageOf } from './conf/messages.ts';
import { readSettings } from './settings/read.ts';
import type { NginxSettings } from './settings/settings.ts';
import type { Resolve } from './settings/upstream.ts';

/** What reading nginx.conf came to: settings unless nginx refuses it, and the lines it prints, warnings included. */
export interface Loaded {
  settings: NginxSettings | undefined;
  lines: string[];
  /** Nothing was wrong at the end of the file. */
  syntaxOk: boolean;
}

/** Reads `nginx.conf` with its includes as start and reload do: up to the first error. Names are resolved now, once. */
export function load(files: Readonly<Record<string, string>>, resolve: Resolve): Loaded {
  const hosts = hostsIn(files[HOSTS_FILE] ?? '');
  const lowerCase: Resolve = (name) => own(hosts, name.toLowerCase()) ?? resolve(name.toLowerCase());
  // Whether an address is one of the machine's own only shows when it is bound.
  const environment = { ...debian({}), resolve: lowerCase, localAddress: () => true };
  const { tree, problems, syntaxOk } = diagnose(files, 'nginx.conf', environment);
  const said = problems.filter(({ severity }) => severity !== 'hint');
  const first = said.findIndex(({ severity }) => severity === 'error');
  const lines = said
    .slice(0, first < 0 ? said.length : first + 1)
    .flatMap((problem) => messageOf(problem).split('\n'))
    .filter((line) => line !== '');
  return { settings: first < 0 ? readSettings(tree, lowerCase) : undefined, lines, syntaxOk };
}
