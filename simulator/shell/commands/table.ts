import { type Call, type CommandFunction, fails, hints, pathFor, prints, type Result, treeFor } from '../call.ts';
import { fits } from '../line/glob.ts';
import { curl } from '../programs/curl.ts';
import { nginx, redisClient, redisServer, tomcatScript } from '../programs/hosts.ts';
import { make } from '../programs/make.ts';
import { tar } from '../programs/tar.ts';
import { wget } from '../programs/wget.ts';
import { cd, cp, mkdir, mv, pwd, rm, rmdir, touch } from './files.ts';
import { bg, fg, jobs, wait } from './jobs.ts';
import { below, ls } from './ls.ts';
import { awk, grep, sed } from './match.ts';
import { jps, kill, lsof, netstat, pgrep, pkill, ps, ss } from './processes.ts';
import { bash, set } from './scripts.ts';
import { service, systemctl } from './services.ts';
import * as session from './session.ts';
import { cat, echo, head, less, sort, tail, tee, uniq, wc } from './text.ts';

const nothing: CommandFunction = () => prints();

const find: CommandFunction = (call) => {
  const at = call.args.indexOf('-name');
  const start = call.args[0]?.startsWith('-') ? '.' : (call.args[0] ?? '.');
  const pattern = at < 0 ? undefined : (call.args[at + 1] ?? '');
  const path = pathFor(call, start);
  if (!treeFor(call).has(path)) return fails(1, `find: ‘${start}’: No such file or directory`);
  const shown = below(treeFor(call), path).map(
    (one) => `${start.replace(/\/$/, '')}${one.slice(path === '/' ? 0 : path.length)}`,
  );
  return prints(...shown.filter((one) => pattern === undefined || fits(pattern, one.slice(one.lastIndexOf('/') + 1))));
};

/** Where a command is found. */
const which: CommandFunction = (call) => {
  const found = call.args.flatMap((name) => {
    const built = treeFor(call).has(`/usr/local/bin/${name}`) ? [`/usr/local/bin/${name}`] : [];
    return built.length > 0 || !commands.has(name) ? built : [`${name === 'nginx' ? '/usr/sbin' : '/usr/bin'}/${name}`];
  });
  return { printed: found.map((text) => ({ to: 1, text })), status: found.length === call.args.length ? 0 : 1 };
};

/** Every command that needs no path, by name. */
const commands: ReadonlyMap<string, CommandFunction> = new Map<string, CommandFunction>([
  ['awk', awk],
  ['bash', bash],
  ['bg', bg],
  ['cat', cat],
  ['cd', cd],
  ['chmod', nothing],
  ['chown', nothing],
  ['clear', session.clear],
  ['cp', cp],
  ['curl', curl],
  ['date', session.date],
  ['echo', echo],
  ['egrep', grep],
  ['emacs', session.edit],
  ['env', session.env],
  ['exit', session.exit],
  ['export', session.exportVariables],
  ['false', () => fails(1)],
  ['fg', fg],
  ['fgrep', grep],
  ['find', find],
  ['gedit', session.edit],
  ['grep', grep],
  ['head', head],
  ['help', session.help],
  ['history', session.history],
  ['hostname', () => prints('ubuntu')],
  ['id', () => prints('uid=0(root) gid=0(root) groups=0(root)')],
  ['java', session.java],
  ['jobs', jobs],
  ['jps', jps],
  ['kill', kill],
  ['killall', pkill],
  ['less', less],
  ['ll', ls],
  ['logout', session.exit],
  ['ls', ls],
  ['lsof', lsof],
  ['make', make],
  ['man', session.man],
  ['mkdir', mkdir],
  ['more', less],
  ['mv', mv],
  ['nano', session.edit],
  ['netstat', netstat],
  ['nginx', nginx],
  ['pgrep', pgrep],
  ['pidof', pgrep],
  ['pkill', pkill],
  ['printenv', session.env],
  ['ps', ps],
  ['pwd', pwd],
  ['rm', rm],
  ['rmdir', rmdir],
  ['sed', sed],
  ['service', service],
  ['set', set],
  ['sleep', session.sleep],
  ['sort', sort],
  ['ss', ss],
  ['sync', nothing],
  ['systemctl', systemctl],
  ['tail', tail],
  ['tar', tar],
  ['tee', tee],
  ['touch', touch],
  ['true', nothing],
  ['type', which],
  ['ulimit', () => prints('1024')],
  ['uname', session.uname],
  ['uniq', uniq],
  ['unset', session.unset],
  ['vi', session.edit],
  ['view', session.edit],
  ['vim', session.edit],
  ['wait', wait],
  ['wc', wc],
  ['wget', wget],
  ['which', which],
  ['whoami', () => prints('root')],
  [':', nothing],
]);

/** The names of the commands that need no path, for completion. */
export const commandNames: readonly string[] = [...commands.keys()].filter((name) => /^\w/.test(name));

/** Commands of real machines that have no part in the lab. */
const elsewhere = new Set(
  (
    'apt apt-get bzip2 chroot crontab cut dd df diff dig dnf docker dpkg du file firewall-cmd free fuser g++ gcc git go ' +
    'gunzip gzip host htop ifconfig ip iptables javac journalctl ln locate lsb_release mount mvn mysql nc node nohup npm ' +
    'nslookup passwd ping pip python python3 read reboot rsync ruby scp screen service sh shutdown source ssh su sysctl ' +
    'tcpdump telnet tmux top tr traceroute tree ufw unzip useradd vmstat watch xargs yum zip alias test printf exec eval'
  ).split(' '),
);

/** Words that only say how the command after them is to run. */
const prefixes = new Set(['sudo', 'nohup', 'command', 'time']);

/** The function of a command, or one that says in bash's words why there is none. */
export function commandNamed(call: Call): CommandFunction {
  const { name, args } = call;
  if (prefixes.has(name) && args.length > 0) {
    const at = args.findIndex((arg) => !arg.startsWith('-'));
    const inner: Call = { ...call, name: args[at] ?? '', args: args.slice(at + 1) };
    return at < 0 ? nothing : () => commandNamed(inner)(inner);
  }
  if (name.includes('/')) return () => byPath(call, pathFor(call, name));
  const installed = `/usr/local/bin/${name}`;
  if (treeFor(call).has(installed)) return () => byPath(call, installed);
  const known = commands.get(name);
  if (known) return known;
  if (elsewhere.has(name)) return () => hints({ code: 'command-not-modelled', values: { command: name } });
  return () => fails(127, `bash: ${name}: command not found`);
}

/** A file is run: a program of Redis, a script of a Tomcat, or nothing that can be run. */
function byPath(call: Call, path: string): Result {
  const { name } = call;
  const node = treeFor(call).get(path);
  if (!node) {
    const tool = /^\/(?:usr\/)?s?bin\/(\w+)$/.exec(path)?.[1];
    const known = tool === undefined ? undefined : commands.get(tool);
    return known?.(call) ?? fails(127, `bash: ${name}: No such file or directory`);
  }
  if (node.kind === 'folder') return fails(126, `bash: ${name}: Is a directory`);
  switch (node.is) {
    case 'redis-server':
    case 'redis-sentinel':
      return redisServer(call, path);
    case 'redis-cli':
      return redisClient(call, path);
    case 'tomcat-script':
      return tomcatScript(call, path);
    case 'redis-benchmark':
    case 'redis-check-rdb':
    case 'redis-check-aof':
      return hints({ code: 'command-not-modelled', values: { command: node.is } });
    default:
      return fails(126, `bash: ${name}: Permission denied`);
  }
}
