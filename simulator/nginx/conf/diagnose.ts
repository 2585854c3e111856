import type { Files } from '../../core/language.ts';
import type { Problem } from '../../core/text.ts';
import { type Cycle, newScope } from './cycle.ts';
import { debian, type Environment } from './environment.ts';
import { HOSTS_FILE, hostsIn } from './hosts-file.ts';
import { readConfiguration } from './read.ts';
import { checkStart } from './start.ts';
import type { NginxTree } from './tree.ts';

/** All that reading a configuration tells. */
export interface Diagnosis {
  tree: NginxTree;
  /** In nginx's order: up to the first error they are what nginx reports, the rest is for the editor. */
  problems: Problem[];
  /** Nothing was wrong at the end of the file; what is wrong then names no line. */
  syntaxOk: boolean;
}

/** What every machine's /etc/hosts says. */
const LOCAL_NAMES = { localhost: ['127.0.0.1'] };
let usual: Environment | undefined;

/** The lab's machine, with the /etc/hosts among the files if there is one. */
function labMachine(files: Files): Environment {
  const hosts = files[HOSTS_FILE];
  return hosts === undefined ? (usual ??= debian(LOCAL_NAMES)) : debian({ ...LOCAL_NAMES, ...hostsIn(hosts) });
}

/** Reads and checks a configuration with its includes. Never throws; never more than one pass over the text. */
export function diagnose(files: Files, name: string, environment: Environment = labMachine(files)): Diagnosis {
  const cycle: Cycle = {
    files,
    environment,
    problems: [],
    main: newScope('M'),
    http: {
      servers: [],
      locations: [],
      upstreams: [],
      variables: { defined: new Set(), used: new Map() },
      ports: [],
      logFormats: new Set(['combined']),
    },
    logs: [],
    paths: [],
    zones: new Map(),
    threadPools: new Map(),
    opened: 0,
    compiled: new Set(),
    hashed: new Set(),
    late: new Map(),
  };
  const tree = readConfiguration(files, name, cycle);
  const syntaxOk = !cycle.problems.some((problem) => problem.severity === 'error');
  if (syntaxOk) checkStart(cycle, { file: name, line: 1, from: 0, to: 0 });
  return { tree, problems: cycle.problems, syntaxOk };
}
