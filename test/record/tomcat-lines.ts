/** What every start and stop says: recordings leave it out. */
const ROUTINE =
  /^DD-\S+ \S+ INFO \[[^\]]*\] \S*\.(VersionLoggerListener\.log|AbstractProtocol\.\w+|Catalina\.(load|start|stop)|StandardService\.\w+|StandardEngine\.startInternal|HostConfig\.deploy\w+|TldScanner\.scanJars|StandardServer\.await|AprLifecycleListener\.\w+) |SessionIdGeneratorBase\.createSecureRandom/;

/** So many frames of a stack are kept. */
const FRAMES = 10;

/** Lines of a log as recordings have them: without dates, durations and this machine's paths, stacks cut. */
export function recordedLines(lines: readonly string[], base: string, terminal = false): string[] {
  const kept: string[] = [];
  let frames = 0;
  const cut = () => {
    if (frames > FRAMES) kept.push(`\t... (${frames - FRAMES} frames not shown)`);
    frames = 0;
  };
  for (const line of lines.map((line) => plain(line, base))) {
    if (terminal && line.startsWith('NOTE: Picked up JDK_JAVA_OPTIONS')) continue;
    if (!/^\s+at /.test(line)) {
      cut();
      if (!ROUTINE.test(line)) kept.push(line);
    } else if (++frames <= FRAMES) kept.push(line);
  }
  cut();
  return kept;
}

const plain = (line: string, base: string) =>
  line
    .replace(/^\d\d-\w{3}-\d{4} [\d:.]+/, 'DD-Mon-YYYY HH:MM:SS.mmm')
    .replace(/^\w{3} \d\d, \d{4} [\d:]+ [AP]M/, 'Mon DD, YYYY H:MM:SS AM')
    .replace(/\[\d+\] (milliseconds|ms)/, '[N] $1')
    .replaceAll(base, '${catalina.base}')
    .replace(/@[0-9a-f]{5,8}\b/g, '@HASH');
