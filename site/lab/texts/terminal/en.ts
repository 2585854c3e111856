import type { TerminalWords } from './words.ts';

/** One sentence about a command, in place of its manual. */
const abouts: Readonly<Record<string, string>> = {
  cat: 'cat FILE prints a file.',
  cd: 'cd FOLDER goes into a folder; cd - goes back; cd alone goes home.',
  cp: 'cp FILE… FOLDER copies; -r takes folders too.',
  curl: 'curl URL asks a server. -i shows the head of the answer, -v everything; -c FILE keeps cookies, -b FILE sends them.',
  grep: 'grep TEXT FILE prints the lines with a text; -v those without, -n with numbers, -i without regard to case.',
  head: 'head -n 5 FILE prints the beginning of a file.',
  kill: 'kill PID asks a process to end (SIGTERM); kill -9 PID ends it without asking.',
  less: 'less FILE shows a file.',
  ls: 'ls lists a folder; -l with sizes, -a with hidden files.',
  make: 'make builds what the Makefile of this folder describes.',
  nginx: 'nginx starts it; -t checks nginx.conf; -s reload, -s quit and -s stop speak to the one that runs.',
  ps: 'ps -ef or ps aux lists every process of the machine.',
  'redis-cli':
    'redis-cli speaks to a Redis: -h host, -p port, -a password, -n database; with a command it sends just that one.',
  'redis-server': './src/redis-server ./redis.conf starts Redis with that file.',
  sed: "sed -i 's/old/new/' FILE replaces a text in a file.",
  tail: 'tail -f FILE prints what is appended to a file until Ctrl-C.',
  tar: 'tar xzf ARCHIVE unpacks it here.',
  vi: 'vi FILE opens a file in the editor of this page.',
  wget: 'wget URL downloads a file here.',
};

const files = 'files: ls  cd  cat  head  tail -f  grep  sed -i  cp  mv  rm  mkdir  touch  find  vi';
const processes = 'processes: ps -ef  jps  kill  pkill  jobs  fg  bg  netstat -lntp  lsof -i :8080';
const programs =
  'programs: nginx -t  nginx -s reload  bin/startup.sh  bin/shutdown.sh  bin/catalina.sh run  ./src/redis-server  ./src/redis-cli  curl';
const guide = 'the guide’s own: wget  tar xzf  make';

/** The terminals in English. */
export const words: TerminalWords = {
  label: 'Terminals',
  window: (number) => `Window ${number}`,
  newWindow: 'New window',
  newWindowHint: 'One more window on the same machine',
  closeWindow: (number) => `Close window ${number}`,
  input: 'Command line',
  screen: (number) => `Screen of window ${number}`,
  waitsFor: (program) => `${program} has this window. Ctrl-C ends it.`,
  closed: 'This window is closed.',
  none: 'No window is open.',
  paused: 'Time stands still: programs go on when you press play.',
  candidates: 'Tab: it could be',
  keys: { interrupt: 'Ctrl-C', complete: 'Tab', up: 'Earlier line', down: 'Later line' },
  lab: 'Lab:',
  hints: {
    'syntax-not-modelled': ({ text }) => `bash knows “${text}”; the lab’s shell does not. Try it in plainer steps.`,
    'command-not-modelled': ({ command }) =>
      `${command} exists on real machines, but has no part in this lab. “help” lists what does.`,
    'redis-command-not-modelled': ({ command }) =>
      `A real Redis carries out “${command}”; the lab’s Redis does not have it, and nothing has changed.`,
    'option-not-modelled': ({ command, option }) => `${command} may know ${option}; in the lab it does nothing.`,
    'contents-left-out': ({ file }) => `${file} is here, but the lab leaves out what stands in it.`,
    'opened-in-editor': ({ file }) => `${file} is open in the editor below. What you write there is saved as you type.`,
    'not-in-editor': ({ file }) =>
      `The editor of this page only opens files of nginx, the Tomcats and Redis. For ${file}: echo, cat, sed -i.`,
    'guide-comment': () => 'A line that begins with // is an explanation in the guide, not a command: left out.',
    'window-occupied': ({ program }) =>
      `${program} has this window, so nobody reads this line yet. Open a new window, or end the program with Ctrl-C.`,
    'no-service-manager': ({ unit, instead }) =>
      `Here programs were unpacked, not installed as services, so systemd knows no ${unit || 'unit of theirs'}. In this lab: ${instead}`,
    'no-such-host': ({ program }) => `This lab has nothing for ${program} to run.`,
    help: () =>
      [
        files,
        processes,
        programs,
        guide,
        'Arrow keys bring earlier lines back, Tab completes, Ctrl-C ends a program, Ctrl-L clears. man COMMAND says one sentence.',
      ].join('\n'),
    about: ({ command }) => abouts[command] ?? `The lab has no page about ${command}.`,
  },
};
