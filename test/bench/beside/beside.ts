import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { installed } from '../../take-home/programs.ts';
import { configurationTest } from './configuration.ts';
import { requests } from './requests.ts';
import { scenario } from './scenario.ts';
import { search } from './search.ts';
import type { Comparing, Comparison, Program, SideBySide } from './side-by-side.ts';
import { compiled, TOMCAT_HOME, tomcatIsThere } from './stack.ts';

const STACK: Program[] = ['nginx', 'tomcat10', 'javac'];

/** What is compared, with the programs that it needs. The webapp is compiled only where Tomcat and javac are. */
const all: { of: Comparing[]; needs: Program[]; measure: (webapp: string) => Promise<Comparison[]> }[] = [
  { of: ['configuration-test'], needs: ['nginx'], measure: async () => [await configurationTest()] },
  {
    of: ['requests-in-memory'],
    needs: [...STACK, 'wrk'],
    measure: async (webapp) => [await requests(webapp, 'memory')],
  },
  {
    of: ['requests-through-redis'],
    needs: [...STACK, 'wrk', 'redis-server'],
    measure: async (webapp) => [await requests(webapp, 'redis')],
  },
  { of: ['scenario', 'grading'], needs: [...STACK, 'curl'], measure: scenario },
  { of: ['search'], needs: ['spin', 'gcc'], measure: async () => [await search()] },
];

/** Measures the real programs and the simulator side by side; what is not installed is left out, and said. */
export async function besides(tell: (comparison: Comparison) => void): Promise<SideBySide> {
  const isMissing = (program: Program) => versionOf(program) === undefined;
  const webapp = ['tomcat10', 'javac'].some((name) => isMissing(name as Program)) ? '' : compiled();
  const comparisons: Comparison[] = [];
  try {
    for (const { of, needs, measure } of all) {
      const missing = needs.filter(isMissing);
      const told = missing.length > 0 ? of.map((one) => ({ of: one, missing })) : await measure(webapp);
      comparisons.push(...told);
      for (const one of told) tell(one);
    }
  } finally {
    if (webapp !== '') rmSync(webapp, { recursive: true });
  }
  return {
    date: new Date().toISOString().slice(0, 10),
    command: 'npm run bench -- beside --write',
    machine: { system: `${type()} ${release()}`, processor: cpus()[0]?.model ?? '', cores: cpus().length },
    versions: versions(),
    comparisons,
  };
}

/** How each program is asked for its version, and where its answer has it. */
const asked: Record<Exclude<Program, 'node' | 'tomcat10'>, [words: string[], version: RegExp]> = {
  nginx: [['-v'], /nginx\/(\S+)/],
  'redis-server': [['--version'], /v=(\S+)/],
  javac: [['-version'], /javac (\S+)/],
  wrk: [['-v'], /wrk (?:debian\/)?(\S+)/],
  curl: [['--version'], /curl (\S+)/],
  spin: [['-V'], /Version (\S+)/],
  gcc: [['-dumpfullversion'], /(\S+)/],
};

function versions(): SideBySide['versions'] {
  const programs = ['node', 'tomcat10', ...Object.keys(asked)] as Program[];
  return Object.fromEntries(programs.flatMap((name) => (versionOf(name) ? [[name, versionOf(name)]] : [])));
}

const known = new Map<Program, string | undefined>();

/** `undefined`: it is not installed. */
function versionOf(program: Program): string | undefined {
  if (!known.has(program)) known.set(program, askedVersion(program));
  return known.get(program);
}

function askedVersion(program: Program): string | undefined {
  if (program === 'node') return process.versions.node;
  if (program === 'tomcat10') return tomcatIsThere() ? tomcatVersion() : undefined;
  const path = installed(program);
  if (path === undefined) return undefined;
  const [words, version] = asked[program];
  const { stdout, stderr } = spawnSync(path, words, { encoding: 'utf8' });
  return version.exec(`${stdout}${stderr}`)?.[1] ?? '?';
}

function tomcatVersion(): string {
  const said = execFileSync('java', ['-cp', `${TOMCAT_HOME}/lib/catalina.jar`, 'org.apache.catalina.util.ServerInfo'], {
    encoding: 'utf8',
  });
  return /Tomcat\/(\S+)/.exec(said)?.[1] ?? '?';
}
