import { HOME_PORT } from '../compose.ts';
import { reason } from './en.ts';
import { lines, minutes, table } from './markdown.ts';
import type { About, Difference, Script } from './words.ts';

/** README.en.md. */
export const readmeEn = (about: About): string =>
  lines(
    `# Session Lab, taken home: ${about.id}`,
    'The lab on real programs: your files, the demo webapp as Java sources, and a script that does to real servers what was done in the lab and compares what comes of it. [中文](README.zh-CN.md)',
    '## What is inside',
    table(['file', 'what'], inside(about)),
    '## Start it',
    'You need Docker with Compose (`docker compose version`) and a shell: Linux, macOS, or on Windows WSL or Git Bash. The first start fetches the images and compiles the webapp.',
    about.jars.length > 0 && jars(about),
    `\`\`\`sh\n${about.scripts.map(({ file }) => `sh ${file}`).join('\n')}\n\`\`\``,
    table(['script', 'takes', 'visits', 'compared', 'starts, stops, crashes'], about.scripts.map(row)),
    'Each begins with fresh containers. `sh replay.sh 60` plays only the first 60 seconds; Ctrl-C ends it with what there is so far.',
    ...about.scripts.flatMap(({ file, end }) =>
      end ? [`\`${file}\` ends before its run does, after ${minutes(end.at, 'min', 's')}: ${reason(end)}`] : [],
    ),
    'By hand:',
    byHand(about),
    '## What to expect',
    'Every visit is printed as a line: a mark, the time, who asked for what, and what came: status, the Tomcat that wrote the page, the page. Ids of sessions are shown as `*`.',
    table(
      ['mark', 'meaning'],
      [
        ['`=`', 'as in the lab'],
        ['`!`', 'not as in the lab; the next line says what came there'],
        ['`?`', 'not compared: there, it hangs on chance or on a millisecond'],
      ],
    ),
    'The last line counts them. The exit code is 0 when nothing was otherwise, 1 when something was, 2 when the servers did not come up. What is expected was worked out by playing this very run in the simulator when the zip was made; so if a line differs, one of the two is wrong about these programs, and the lab would like to know.',
    '## From one machine to containers',
    'In the lab nginx, the Tomcats and Redis run on one machine, and your files say so: `server localhost:8080`, `bind 127.0.0.1`, `host="localhost"`. Containers usually have a `localhost` each. Here they share one network namespace, that of the container `machine` (`network_mode: service:machine`), so that every address in your files leads where it leads in the lab, and not one byte of them had to change. `network_mode: host` would do the same on Linux, but it would take your own ports 80, 8080 and 6379, and Docker Desktop treats it differently.',
    'The visitors live in `machine` too. Their addresses, and the 192.168.25.128 of the lab’s machine, are put on its loopback interface (that is what `NET_ADMIN` is for), and curl sends from them. So nginx sees each visitor’s own address as in the lab, which `ip_hash`, `$remote_addr` and Redis’s protected mode look at. An `X-Forwarded-For` header would not do: `ip_hash` does not read it.',
    '## What differs',
    bullets(about),
  );

const row = ({ file, lasts, visits, asserted, faults }: Script) => [
  `\`${file}\``,
  minutes(lasts, 'min', 's'),
  String(visits),
  String(asserted),
  String(faults),
];

const inside = ({ scripts, services, webapps, jars }: About): string[][] => [
  ['`compose.yaml`, `.env`', 'the containers; the images’ names'],
  [services.map((name) => `\`${name}/\``).join(', '), 'the files of each server, as you left them'],
  [webapps.map((name) => `\`webapp-${name}/\``).join(', '), 'the demo webapp: `/login?user=`, `/whoami`, `/put` …'],
  ['`tomcat/`', 'how a Tomcat’s image is built: javac, then the webapp and the jars'],
  ['`machine/`', 'the machine that all servers share, and the visitors'],
  [scripts.map(({ file }) => `\`${file}\``).join(', '), 'the run: visits, faults, and what came of them in the lab'],
  ['`lab.sh`', 'what those scripts are made of'],
  ...(jars.length > 0 ? [[`\`${jars[0]?.split('/')[0]}/lib/\` …`, 'for the jars, which you have to bring']] : []),
];

const jars = ({ jars }: About) =>
  lines(
    'The session manager’s jars are not ours to hand out. Put them where the lab has them:',
    `\`\`\`\n${jars.join('\n')}\n\`\`\``,
    table(
      ['jar', 'where from'],
      [
        [
          '`tomcat-redis-session-manager-2.0.0.jar`',
          'built from <https://github.com/jcoleman/tomcat-redis-session-manager> with its Gradle build (`gradle jar`, Java 7 or 8)',
        ],
        ['`jedis-2.5.2.jar`', 'Maven: `redis.clients:jedis:2.5.2`'],
        ['`commons-pool2-2.2.jar`', 'Maven: `org.apache.commons:commons-pool2:2.2`'],
      ],
    ),
    'We know no checksums of theirs that we could vouch for; Maven’s repository publishes one beside each of its files.',
  );

const byHand = ({ services, jars }: About) =>
  `\`\`\`sh
docker compose up -d --build             # then http://localhost:${HOME_PORT}/login?user=zhang in a browser
docker compose logs -f nginx tomcat1
docker compose kill -s HUP nginx         # after a change of nginx/nginx.conf
docker compose restart tomcat1           # after a change of tomcat1/conf/
docker compose up -d --build tomcat1     # after a change of Java sources${jars.length > 0 ? ' or jars' : ''}
docker compose kill -s KILL tomcat1      # kill -9; docker compose start tomcat1 brings it back
${services.includes('redis') ? 'docker compose exec redis-cli redis-cli\n' : ''}docker compose down -v                   # the end
\`\`\``;

const differences: Record<Difference, string> = {
  workers:
    '`worker_processes` is not 1 here. Each worker of the real nginx counts turns and failures by itself (unless the upstream has a `zone`), and which one takes a connection is chance; the lab has one worker. Servers may differ.',
  daemon:
    'Your `nginx.conf` says `daemon`; with `daemon on` the container ends as soon as nginx has gone to the background.',
  'redis-daemon':
    'Your `redis.conf` says `daemonize yes`. A container lives as long as its first process, so Redis is started with `--daemonize no` behind the file, which wins.',
  ipv6: 'Visitors with an IPv6 address come from another one here; which server they get is not compared.',
  'stripped-web-xml':
    'Each Tomcat’s `conf/web.xml` is the lab’s short one: no default servlet and no JSP, which the demo webapp does without.',
  terminal:
    'There is no shell on a machine with all servers. Plain calls of redis-cli are replayed in a container of their own, with what they print; other lines that were typed are not.',
  'tomcat-7':
    'Tomcat 7 and the old Redis are from 2016. Should a registry or a new Docker no longer have such images, `.env` names later ones; then a few log lines and bytes are others.',
};

const bullets = ({ differences: found, images }: About) =>
  [
    `Images: ${Object.values(images)
      .map((image) => `\`${image}\``)
      .join(', ')}.`,
    'Times are real. A Tomcat takes as long to start as your machine needs; where the lab had it up before the next step, the script waits for it, and what follows is as much later.',
    'Crash is `docker compose kill -s KILL`, stop is SIGTERM, hang is `docker compose pause`. A `kill -9` of nginx ends its workers too, here as in the lab.',
    'A cut or slow network between two servers and a slow processor are not replayed: all servers share one loopback interface, on which `tc` and `iptables` cannot tell one Tomcat from another. Nor does the clock jump: half an hour in the lab is half an hour here.',
    ...found.map((one) => differences[one]),
    'Docker was not at hand where this was made. What the project’s tests do check: the real nginx 1.22.1 and Redis accept the configurations of every exercise’s solution, and the scripts have been run against real nginx, Tomcat 10.1.60 and Redis as plain processes in one network namespace.',
  ]
    .map((line) => `- ${line}`)
    .join('\n');
