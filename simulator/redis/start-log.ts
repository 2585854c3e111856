import type { Outbox } from '../engine/world.ts';
import type { Redis } from './host.ts';
import { log, logLine, write } from './log.ts';

/** What the program writes before it listens. */
export function logStart(host: Redis, out: Outbox): void {
  const { server, version, pid } = host;
  if (!server) return;
  const child = (text: string) => write(host, logLine(host, 'C', '#', text, out), out);
  const noFile = `Warning: no config file specified, using the default config. In order to specify a config file use ${server.executable} /path/to/redis.conf`;
  if (version === '3.2.1') {
    if (server.configFile === null) child(noFile);
    return;
  }
  child('oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo');
  child(`Redis version=7.0.15, bits=64, commit=00000000, modified=0, pid=${pid}, just started`);
  child(server.configFile === null ? noFile : 'Configuration loaded');
  log(host, '*', 'monotonic clock: POSIX clock_gettime', out);
}

/** What it writes once its ports are open, and when it serves. The machine is a stock Debian: nothing is tuned. */
export function logReady(host: Redis, stage: 'initialized' | 'ready', out: Outbox): void {
  const { server, version } = host;
  if (!server) return;
  const { port } = server.settings;
  const old = version === '3.2.1';
  if (stage === 'ready')
    return log(
      host,
      '*',
      old ? `The server is now ready to accept connections on port ${port}` : 'Ready to accept connections',
      out,
    );
  const drawn =
    old ||
    (server.terminal !== null && !server.redirected && !server.settings.daemonize && server.settings.logfile === '');
  if (drawn || server.settings.alwaysShowLogo) for (const line of banner(host, port)) write(host, line, out);
  else log(host, '*', `Running mode=standalone, port=${port}.`, out);
  log(host, '#', old ? 'Server started, Redis version 3.2.1' : 'Server initialized', out);
  for (const warning of warnings[version]) log(host, '#', warning, out);
}

/** vm.overcommit_memory = 0 and transparent huge pages for those who ask: each version knows one or both. */
const warnings: Record<Redis['version'], string[]> = {
  '3.2.1': [
    "WARNING overcommit_memory is set to 0! Background save may fail under low memory condition. To fix this issue add 'vm.overcommit_memory = 1' to /etc/sysctl.conf and then reboot or run the command 'sysctl vm.overcommit_memory=1' for this to take effect.",
    "WARNING you have Transparent Huge Pages (THP) support enabled in your kernel. This will create latency and memory usage issues with Redis. To fix this issue run the command 'echo never > /sys/kernel/mm/transparent_hugepage/enabled' as root, and add it to your /etc/rc.local in order to retain the setting after a reboot. Redis must be restarted after THP is disabled.",
  ],
  '7.0.15': [
    "WARNING Memory overcommit must be enabled! Without it, a background save or replication may fail under low memory condition. Being disabled, it can can also cause failures without low memory condition, see https://github.com/jemalloc/jemalloc/issues/1328. To fix this issue add 'vm.overcommit_memory = 1' to /etc/sysctl.conf and then reboot or run the command 'sysctl vm.overcommit_memory=1' for this to take effect.",
  ],
};

/** The logo (asciilogo.h) with what is written beside it. */
function banner({ version, pid }: Redis, port: number): string[] {
  const site = version === '3.2.1' ? 'http://redis.io        ' : 'https://redis.io       ';
  return [
    '                _._                                                  ',
    "           _.-``__ ''-._                                             ",
    `      _.-\`\`    \`.  \`_.  ''-._           Redis ${version} (00000000/0) 64 bit`,
    `  .-\`\` .-\`\`\`.  \`\`\`\\/    _.,_ ''-._                                 ${version === '3.2.1' ? '  ' : ' '}`,
    " (    '      ,       .-`  | `,    )     Running in standalone mode",
    ` |\`-._\`-...-\` __...-.\`\`-._|'\` _.-'|     Port: ${port}`,
    ` |    \`-._   \`._    /     _.-'    |     PID: ${pid}`,
    "  `-._    `-._  `-./  _.-'    _.-'                                   ",
    " |`-._`-._    `-.__.-'    _.-'_.-'|                                  ",
    ` |    \`-._\`-._        _.-'_.-'    |           ${site}`,
    "  `-._    `-._`-.__.-'_.-'    _.-'                                   ",
    " |`-._`-._    `-.__.-'    _.-'_.-'|                                  ",
    " |    `-._`-._        _.-'_.-'    |                                  ",
    "  `-._    `-._`-.__.-'_.-'    _.-'                                   ",
    "      `-._    `-.__.-'    _.-'                                       ",
    "          `-._        _.-'                                           ",
    "              `-.__.-'                                               ",
    '',
  ];
}
