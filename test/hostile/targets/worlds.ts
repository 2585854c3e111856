import { guideLab, redisLab, visitors } from '../../../lessons/lab.ts';
import { Engine } from '../../../simulator/engine/engine.ts';
import type { World } from '../../../simulator/engine/world.ts';
import {
  BOOTED_AT,
  boot,
  completeIn,
  forkWorld,
  type Lab,
  nginxFiles,
  readLink,
  run,
  server,
  shownTerminal,
} from '../../../simulator/index.ts';
import { edited, found, type Line, pasted } from '../../../site/lab/views/terminal/line.ts';
import { recorded } from '../recorded.ts';
import type { TextTarget } from '../target.ts';
import { stays } from './stays.ts';

// Whole worlds: what is typed, asked for, saved or linked is done in one, and time passes.

const guideConf = `events {}
http {
    upstream backserver {
        ip_hash;
        server localhost:8080;
        server localhost:8081;
    }
    map $arg_user $who { ~^(?<first>.)(.*)$ $first; default -; }
    server {
        listen 80;
        location / { proxy_pass http://backserver; }
        location ~ ^/(a+)/(.*)$ { rewrite ^/(.*)/(.*)$ /$2?$1 break; proxy_pass http://backserver; }
        location /return { return 302 http://$host$request_uri; }
        location ~* \\.(jpg|png)$ { return 200 "$uri $args $http_user_agent $cookie_jsessionid $who\\n"; }
        error_page 404 502 /return;
    }
}
`;
const lab: Lab = {
  ...redisLab([visitors.A, visitors.B]),
  nginx: { files: nginxFiles(guideConf) },
  terminals: { count: 1, redis: 'built' },
};
const booted = boot(lab);
const newWorld = () => new Engine(forkWorld(booted));

/** Lets time pass, but no more things happen than anybody waits for. */
function pass(engine: Engine, ms: number): void {
  const until = engine.world.now + ms;
  for (let steps = 0; steps < 400 && engine.advance(until); steps++);
  engine.world.now = Math.max(engine.world.now, Math.min(until, engine.world.queue[0]?.at ?? until));
}

/** Keys that are no signs: Ctrl with a letter, arrows as readline's Ctrl-P and Ctrl-N. */
const ctrl = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 64);
const keys = [...'ACEHKLNPRUWZ'].map(ctrl);

/** Somebody at the keyboard of a window: signs are typed, control characters are keys. */
class Keyboard {
  readonly engine = newWorld();
  #line: Line = { text: '', at: 0 };
  #place: number | undefined;

  press(key: string): void {
    const { text, at } = this.#line;
    const { history } = this.#terminal;
    const seek = (place: number) => {
      this.#place = Math.min(Math.max(0, place), history.length);
      const recalled = history[this.#place] ?? '';
      this.#line = { text: recalled, at: recalled.length };
    };
    if (key === '\n') this.#enter(text);
    else if (key === '\t') {
      const { line, at: now } = completeIn(this.engine.world, 'terminal1', text, at);
      if (now < 0 || now > line.length) throw new Error('the cursor is beside the line');
      this.#line = { text: line, at: now };
    } else if (key === ctrl('P')) seek((this.#place ?? history.length) - 1);
    else if (key === ctrl('N')) seek((this.#place ?? history.length) + 1);
    else if (key === ctrl('R')) seek(found(history, text, this.#place));
    else if (key === ctrl('C')) this.#signal('SIGINT');
    else if (key === ctrl('Z')) this.#signal('SIGTSTP');
    else if (key === ctrl('\\')) this.#signal('SIGQUIT');
    else if (key < ' ') this.#line = edited(this.#line, String.fromCharCode(key.charCodeAt(0) + 96)) ?? this.#line;
    else this.#line = { text: text.slice(0, at) + key + text.slice(at), at: at + key.length };
  }

  paste(text: string): void {
    const { typed, rest } = pasted(this.#line, text);
    if (typed !== '') this.#enter(typed);
    this.#line = rest;
  }

  get #terminal() {
    const host = this.engine.world.hosts.get('terminal1');
    if (host?.kind !== 'terminal') throw new Error('the window is gone');
    return host;
  }

  #enter(line: string): void {
    this.engine.step({ kind: 'type', host: 'terminal1', line });
    pass(this.engine, line.length % 7 === 0 ? 1500 : 20);
    shownTerminal(this.#terminal);
    this.#line = { text: '', at: 0 };
    this.#place = undefined;
  }

  #signal(signal: 'SIGINT' | 'SIGTSTP' | 'SIGQUIT'): void {
    this.engine.step({ kind: 'interrupt', host: 'terminal1', signal });
    pass(this.engine, 20);
    this.#line = { text: '', at: 0 };
  }
}

const keyboard = stays(40, () => new Keyboard());
const visiting = stays(200, newWorld);

/** Makes one world with a configuration, if nginx takes it, and asks for a page there. */
function served(config: string, path: string): World {
  const world = boot({ ...guideLab([visitors.A]), nginx: { files: nginxFiles(config) } });
  run(world, [{ at: BOOTED_AT, action: { kind: 'visit', host: 'A', visit: { path } } }], BOOTED_AT + 500);
  return world;
}

const lines = [
  'curl -i -b jar http://localhost:8081/login?user=zhang | grep -v x > a 2>&1 &\n',
  'cd /etc/ng\tsed -i s/a/b/g nginx.conf\nnginx -t && nginx -s reload\n',
  'for i in 1 2 3; do echo $i $(ls /opt); done\n',
  './redis-3.2.1/src/redis-cli\nset a "b c"\nget a\nmulti\nexec\nquit\n',
  "find / -name '*a*b*.jar' | sort | uniq -c | tail -n 3\n",
  `tail -f /opt/tomcat1/logs/catalina.out\n${ctrl('Z')}bg\njobs\nfg %1\n${ctrl('C')}`,
  `echo a${ctrl('P')}${ctrl('W')}${ctrl('A')}x${ctrl('R')}\n`,
  'cat <<a >b\n$x\na\nbash b; while true; do sleep 1; done\n',
  "grep -E '(a|b)+c?' /etc/nginx/nginx.conf; awk -F: '/a/{print $2,$NF}' b; kill -9 %1\n",
];
const shellWords =
  'ls cd cat rm cp mv mkdir grep sed awk find -name head tail -f sort ps kill -9 jobs fg bg nginx -s curl http://localhost/ wget tar make redis-cli systemctl exit ; && || | > < & 2>&1 $x $( ) ` " \' \\ for do done while'
    .split(' ')
    .map((word) => `${word} `);

const link = 'v=1&lab=ip-hash&';
const acts = [
  'a=V:A/whoami@0.5,K:tomcat1@900&end=1000&at=0',
  'seed=7&tomcats=tomcat1/10.1.60,t2/7.0.69&redis=7.0.15&visitors=A/203.0.113.1&a=V:A/login@1&end=50',
  'f=nginx/nginx.conf:events%20%7B%7D&windows=2/built&localhost=127.0.0.1,%3A%3A1&end=300',
  'a=E:nginx/nginx.conf=x@1,T:terminal1/ls@2,J:C/10.0.0.1@3,C:A/nginx@4,R:redis/%5B%22PING%22%5D@5&end=9',
];

export const worldTargets: readonly TextTarget[] = [
  {
    name: 'terminal-keys',
    what: 'keys pressed in a window with bash: the line, its history and completion, what is typed and what comes of it',
    good: lines,
    words: [...keys, '\n', '\t', ctrl('\\'), ...shellWords],
    longest: 120,
    take(text) {
      const window = keyboard();
      if (text.length % 10 === 0) window.paste(text);
      else for (const key of text) window.press(key);
    },
  },
  {
    name: 'address-bar',
    what: 'what a visitor asks for, as nginx and Tomcat read it: path, query, method, host',
    good: [
      '/login?user=zhang',
      '/aaa/b/../whoami;jsessionid=A.tomcat1?x=%E6%B1%A4#y',
      '/x.jpg?user=<b>',
      '/put?class=demo.User&k=v&n=1&value=a%00b',
      'http://shop.example/a%20b?c&d=&e',
      '/return/%2e%2e//./x',
    ],
    words: [
      '/',
      '..',
      '//',
      '%',
      '%2f',
      '%00',
      '%ff',
      '?',
      '&',
      '=',
      ';jsessionid=',
      '#',
      'user=',
      ' HTTP/1.1\r\n',
      '<script>',
    ],
    take(text) {
      const engine = visiting();
      const method = ['GET', 'POST', 'HEAD', text.slice(0, 3)][text.length % 4] as string;
      engine.step({ kind: 'visit', host: text.length % 2 ? 'A' : 'B', visit: { path: text, method } });
      pass(engine, 40);
    },
  },
  {
    name: 'nginx-served',
    slow: true,
    what: 'any nginx.conf, started, and a page asked for',
    good: [
      guideConf,
      ...recorded<{ config?: string }>('nginx/config-cases.jsonl', 400).flatMap(({ config }) => config ?? []),
    ],
    words: [
      'server{',
      'location ~ ',
      'rewrite ^/(.*)$ /$1 last;',
      'return 200 $uri;',
      'if ($a ~ b){',
      '(a+)+$',
      '}',
      ';',
      'map ',
    ],
    longest: 700,
    take: (text) => served(text, '/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'),
  },
  {
    name: 'nginx-matched',
    slow: true,
    what: 'any regular expression in nginx.conf (location, rewrite, if, map, server_name), against any path',
    good: [
      '^/(a+)+$',
      '(?<name>a|aa)*b',
      '(.*)*x$',
      '^/(?i)([[:alpha:]]+\\s?)*$',
      '(a?){20}a{20}',
      '(?=a*)(?!b)\\1(a)',
    ],
    words: [
      '(',
      ')',
      '(?:',
      '(?=',
      '(?<!',
      '(?>',
      '*',
      '+',
      '?',
      '{2,5}',
      '++',
      '|',
      '[^a]',
      '.',
      '\\w',
      '\\1',
      '$',
      '^',
      'a',
    ],
    take: (text) => served(matching(text), `/${'a'.repeat(40)}!`),
  },
  {
    name: 'link-played',
    slow: true,
    what: 'a shared link: its lab built and started, its actions done',
    good: acts.map((act) => link + act),
    words: [
      '&a=',
      '&f=',
      '&s=',
      '@1',
      ',',
      ':',
      '/',
      '%',
      ';',
      '=',
      'V:A',
      'K:nginx',
      'E:',
      'T:terminal1/',
      '+0:',
      '$',
    ],
    longest: 160,
    take(text) {
      const read = readLink(text.startsWith(link) ? text : link + text, () => lab).link;
      if (!read) return;
      const world = boot(read.lab);
      const plan = (read.run?.actions ?? []).map((act) => ({ ...act, at: act.at + BOOTED_AT }));
      run(world, plan.slice(0, 20), BOOTED_AT + 100);
    },
  },
];

/** One pattern wherever nginx takes one. A quoted word keeps what stands in it. */
function matching(pattern: string): string {
  const word = `"${pattern.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`;
  return `events {} http { map $uri $m { "~${word.slice(1)} yes; default no; }
    server { listen 80; server_name ${server.site} "~${word.slice(1)};
      rewrite ${word} /x; if ($uri ~ ${word}) { set $y $1; } location ~ ${word} { return 200 "$m $y $1"; } } }`;
}
