import { HOME_PORT } from '../compose.ts';
import { lines, minutes, table } from './markdown.ts';
import type { About, Difference, Script } from './words.ts';
import { reason } from './zh-cn.ts';

/** README.zh-CN.md. */
export const readmeZhCn = (about: About): string =>
  lines(
    `# 把 Session Lab 带回家：${about.id}`,
    '用真实的程序重做这个实验：你的配置文件、演示应用的 Java 源码，以及一个脚本。脚本在真实的服务器上重做实验里做过的事，并比较结果。[English](README.en.md)',
    '## 里面有什么',
    table(['文件', '内容'], inside(about)),
    '## 启动',
    '需要 Docker 和 Compose（`docker compose version`），以及一个 shell：Linux、macOS，Windows 上用 WSL 或 Git Bash。第一次启动会拉取镜像、编译应用。',
    about.jars.length > 0 && jars(about),
    `\`\`\`sh\n${about.scripts.map(({ file }) => `sh ${file}`).join('\n')}\n\`\`\``,
    table(['脚本', '用时', '访问', '比较', '启动、停止、崩溃'], about.scripts.map(row)),
    '每次都从全新的容器开始。`sh replay.sh 60` 只做前 60 秒；按 Ctrl-C 结束，并给出到此为止的结果。',
    ...about.scripts.flatMap(({ file, end }) =>
      end ? [`\`${file}\` 比实验里的运行结束得早，到 ${minutes(end.at, '分', '秒')}为止：${reason(end)}`] : [],
    ),
    '手动操作：',
    byHand(about),
    '## 会看到什么',
    '每次访问打印一行：标记、时间、谁请求了什么、结果如何（状态码、写出页面的 Tomcat、页面内容）。会话 id 显示为 `*`。',
    table(
      ['标记', '含义'],
      [
        ['`=`', '与实验一致'],
        ['`!`', '与实验不一致，下一行是实验里的结果'],
        ['`?`', '不比较：在实验里取决于随机或毫秒之差'],
      ],
    ),
    '最后一行是统计。退出码：0 全部一致，1 有不一致，2 服务器没有起来。预期结果是制作这个压缩包时用模拟器把同一过程跑一遍得出的。所以哪一行不一致，就说明两边有一边对这些程序的理解错了，欢迎告诉我们。',
    '## 从一台机器到几个容器',
    '实验里 nginx、Tomcat 和 Redis 在同一台机器上，你的文件也是这样写的：`server localhost:8080`、`bind 127.0.0.1`、`host="localhost"`。容器通常各有各的 `localhost`。这里让它们共用一个网络命名空间，也就是容器 `machine` 的（`network_mode: service:machine`），于是文件里的每个地址都和实验里指向同一处，文件一个字节也不用改。在 Linux 上 `network_mode: host` 也能做到，但会占用你自己的 80、8080、6379 端口，而且 Docker Desktop 对它的处理不一样。',
    '访客也在 `machine` 里。他们的地址，还有实验机器的 192.168.25.128，都加在它的回环接口上（`NET_ADMIN` 就是为了这个），curl 从这些地址发出请求。所以 nginx 看到的是每个访客自己的地址，和实验里一样；`ip_hash`、`$remote_addr` 和 Redis 的保护模式看的都是它。用 `X-Forwarded-For` 请求头不行：`ip_hash` 不看它。',
    '## 有哪些不同',
    bullets(about),
  );

const row = ({ file, lasts, visits, asserted, faults }: Script) => [
  `\`${file}\``,
  minutes(lasts, '分', '秒'),
  String(visits),
  String(asserted),
  String(faults),
];

const inside = ({ scripts, services, webapps, jars }: About): string[][] => [
  ['`compose.yaml`、`.env`', '各个容器；镜像名'],
  [services.map((name) => `\`${name}/\``).join('、'), '每台服务器的文件，和你留下的一样'],
  [webapps.map((name) => `\`webapp-${name}/\``).join('、'), '演示应用：`/login?user=`、`/whoami`、`/put` 等'],
  ['`tomcat/`', 'Tomcat 镜像怎样构建：先 javac，再放入应用和 jar'],
  ['`machine/`', '所有服务器共用的那台机器，以及访客'],
  [scripts.map(({ file }) => `\`${file}\``).join('、'), '运行过程：访问、故障，以及它们在实验里的结果'],
  ['`lab.sh`', '这些脚本共用的部分'],
  ...(jars.length > 0 ? [[`\`${jars[0]?.split('/')[0]}/lib/\` 等`, '放 jar 的地方，jar 要你自己准备']] : []),
];

const jars = ({ jars }: About) =>
  lines(
    '会话管理器的几个 jar 不能由我们分发。请放到和实验里相同的位置：',
    `\`\`\`\n${jars.join('\n')}\n\`\`\``,
    table(
      ['jar', '来源'],
      [
        [
          '`tomcat-redis-session-manager-2.0.0.jar`',
          '从 <https://github.com/jcoleman/tomcat-redis-session-manager> 的源码用 Gradle 构建（`gradle jar`，Java 7 或 8）',
        ],
        ['`jedis-2.5.2.jar`', 'Maven：`redis.clients:jedis:2.5.2`'],
        ['`commons-pool2-2.2.jar`', 'Maven：`org.apache.commons:commons-pool2:2.2`'],
      ],
    ),
    '我们没有能担保的校验和；Maven 仓库在每个文件旁边都公布了一份。',
  );

const byHand = ({ services, jars }: About) =>
  `\`\`\`sh
docker compose up -d --build             # 然后在浏览器里打开 http://localhost:${HOME_PORT}/login?user=zhang
docker compose logs -f nginx tomcat1
docker compose kill -s HUP nginx         # 改了 nginx/nginx.conf 之后
docker compose restart tomcat1           # 改了 tomcat1/conf/ 之后
docker compose up -d --build tomcat1     # 改了 Java 源码${jars.length > 0 ? '或 jar ' : ''}之后
docker compose kill -s KILL tomcat1      # 即 kill -9；docker compose start tomcat1 让它回来
${services.includes('redis') ? 'docker compose exec redis-cli redis-cli\n' : ''}docker compose down -v                   # 结束
\`\`\``;

const differences: Record<Difference, string> = {
  workers:
    '这里的 `worker_processes` 不是 1。真实 nginx 的每个 worker 各自轮转、各自记失败（除非 upstream 里有 `zone`），连接由哪个 worker 接是随机的；实验里只有一个 worker。所以服务器可能不一致。',
  daemon: '你的 `nginx.conf` 写了 `daemon`；如果是 `daemon on`，nginx 一转到后台，容器就结束了。',
  'redis-daemon':
    '你的 `redis.conf` 写了 `daemonize yes`。容器随第一个进程结束，所以启动 Redis 时在文件后面加了 `--daemonize no`，以后者为准。',
  ipv6: '用 IPv6 地址的访客在这里来自另一个地址；他们由哪台服务器接待不比较。',
  'stripped-web-xml':
    '每个 Tomcat 的 `conf/web.xml` 是实验里的精简版：没有默认 servlet，也没有 JSP，演示应用用不到它们。',
  terminal:
    '没有一个装着全部服务器的 shell。单独一条 redis-cli 命令会在专门的容器里重放，并比较它打印的内容；其他输入的命令不重放。',
  'tomcat-7':
    'Tomcat 7 和旧版 Redis 是 2016 年的。如果仓库或新版 Docker 已经拿不到这些镜像，`.env` 里有较新的替代品；换了以后，个别日志和字节会不同。',
};

const bullets = ({ differences: found, images }: About) =>
  [
    `镜像：${Object.values(images)
      .map((image) => `\`${image}\``)
      .join('、')}。`,
    '时间是真实的。Tomcat 启动要多久，看你的机器；如果实验里下一步之前它已经起来，脚本就等它，后面的步骤随之推迟。',
    '崩溃是 `docker compose kill -s KILL`，停止是 SIGTERM，卡死是 `docker compose pause`。对 nginx `kill -9` 时它的 worker 也一起结束，和实验里一样。',
    '服务器之间的网络中断、变慢，以及处理器变慢，都不重放：所有服务器共用一个回环接口，`tc` 和 `iptables` 在上面分不清是哪个 Tomcat。时钟也不会跳：实验里的半小时在这里就是半小时。',
    ...found.map((one) => differences[one]),
    '制作时手边没有 Docker。项目的测试检查过的是：每个练习的参考答案，其配置都被真实的 nginx 1.22.1 和 Redis 接受；脚本曾对着真实的 nginx、Tomcat 10.1.60 和 Redis 跑过，它们是同一个网络命名空间里的普通进程。',
  ]
    .map((line) => `- ${line}`)
    .join('\n');
