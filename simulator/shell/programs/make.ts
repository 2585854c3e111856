import { nameOf } from '../../core/path.ts';
import type { DiskFile } from '../../engine/world.ts';
import { type Call, fails, pathFor, prints, type Result, treeFor, unknownOption } from '../call.ts';
import { objects, programs } from '../files/redis-tarball.ts';
import type { Beat } from '../job.ts';
import type { Printed } from '../state.ts';

/** GNU make in the folder of Redis: all, install, test, clean, distclean. Compiling is shortened to a few seconds. */
export function make(call: Call): Result {
  const targets = call.args.filter((arg) => !/^(?:-j\d*|\d+|\w+=.*)$/.test(arg));
  const option = targets.find((target) => target.startsWith('-'));
  if (option) return unknownOption(call, option);
  const tree = treeFor(call);
  const makefile = tree.get(pathFor(call, 'Makefile'));
  const [target] = targets;
  if (makefile?.kind !== 'file' || makefile.is !== 'makefile')
    return fails(
      2,
      target === undefined
        ? 'make: *** No targets specified and no makefile found.  Stop.'
        : `make: *** No rule to make target '${target}'.  Stop.`,
    );
  const { cwd } = call.turn.terminal;
  const place: Place = { src: nameOf(cwd) === 'src' ? cwd : `${cwd}/src`, top: nameOf(cwd) !== 'src' };
  const built = programs.every((name) => tree.has(`${place.src}/${name}`));
  switch (target ?? 'all') {
    case 'all':
      return built ? prints(...inside(place, 'all', goodIdea)) : timed(compiling(place));
    case 'install':
      return timed([...(built ? [] : compiling(place)), installing(place)]);
    case 'clean':
    case 'distclean':
      return clean(call, place, target ?? '');
    case 'test':
      return noTcl(place);
    default:
      return fails(2, `make: *** No rule to make target '${target}'.  Stop.`);
  }
}

/** Where the sources are, and whether make was called in the folder above. */
interface Place {
  src: string;
  top: boolean;
}

const goodIdea = ['', "Hint: It's a good idea to run 'make test' ;)", ''];

/** What the outer make prints around the inner one. */
const inside = ({ src, top }: Place, target: string, lines: readonly string[]): string[] =>
  top
    ? [
        `cd src && make ${target}`,
        `make[1]: Entering directory '${src}'`,
        ...lines,
        `make[1]: Leaving directory '${src}'`,
      ]
    : [...lines];

const program = (name: string): DiskFile => ({ kind: 'opaque', size: 5_000_000, is: name });
const said = (lines: readonly string[]): Printed[] => lines.map((text) => ({ to: 1, text }));
const timed = (beats: Beat[]): Result => ({ program: { kind: 'timed', name: 'make', beats }, printed: [] });

/** The lines of a real build, three in a tenth of a second. */
function compiling({ src, top }: Place): Beat[] {
  const start = [
    'rm -rf redis-server redis-sentinel redis-cli redis-benchmark redis-check-rdb redis-check-aof *.o *.gcda *.gcno *.gcov redis.info lcov-html',
    '(cd ../deps && make distclean)',
  ];
  const lines = [
    ...objects.map((name) => `    CC ${name}.o`),
    '    LINK redis-server',
    '    CC redis-cli.o',
    '    LINK redis-cli',
    '    CC redis-benchmark.o',
    '    LINK redis-benchmark',
    '    CC redis-check-aof.o',
    '    LINK redis-check-aof',
  ];
  const [entering, leaving] = [inside({ src, top }, 'all', start), inside({ src, top }, 'all', goodIdea)];
  const beats: Beat[] = [{ after: 200, printed: said(top ? entering.slice(0, -1) : start) }];
  for (let at = 0; at < lines.length; at += 3) beats.push({ after: 100, printed: said(lines.slice(at, at + 3)) });
  const files: Record<string, DiskFile> = {};
  for (const name of objects) files[`${src}/${name}.o`] = { kind: 'opaque', size: 90_000, is: '' };
  for (const name of programs) files[`${src}/${name}`] = program(name);
  beats.push({ after: 100, printed: said(top ? leaving.slice(2) : goodIdea), files });
  return beats;
}

function installing(place: Place): Beat {
  const lines = inside(place, 'install', [...goodIdea, ...Array<string>(5).fill('    INSTALL install')]);
  const files = Object.fromEntries(programs.map((name) => [`/usr/local/bin/${name}`, program(name)]));
  return { after: 100, printed: said(lines), files };
}

function clean({ turn }: Call, place: Place, target: string): Result {
  for (const name of programs) turn.out.writeFile(`${place.src}/${name}`, undefined);
  for (const name of objects) turn.out.writeFile(`${place.src}/${name}.o`, undefined);
  const removing = `rm -rf ${programs.join(' ')} *.o *.gcda *.gcno *.gcov redis.info lcov-html`;
  return prints(...inside(place, target, [removing]));
}

/** The tests are written in Tcl, which the machine does not have. */
function noTcl(place: Place): Result {
  const failed = 'make[1]: *** [Makefile:212: test] Error 1';
  const lines = inside(place, 'test', ['You need tcl 8.5 or newer in order to run the Redis test', failed]);
  return { printed: [...said(lines), { to: 2, text: 'make: *** [Makefile:6: test] Error 2' }], status: 2 };
}
