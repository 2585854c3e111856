import type { End } from '../run.ts';
import { readmeZhCn } from './readme-zh-cn.ts';
import type { HomeWords } from './words.ts';

/** 把实验带回家，简体中文。 */
export const zhCn: HomeWords = {
  script: {
    head: `在真实的服务器上，按同样的时间重做实验里做过的事，并比较结果。
先看 README.zh-CN.md。

  sh 本脚本         全部
  sh 本脚本 60      只做前 60 秒

每行一次访问，最后三列是它在实验里的结果：
“?” 不比较（由随机或毫秒之差决定），“-” 表示没有。`,
    library: '重放脚本共用的部分。',
    visits: '访客。在容器 machine 里运行，那里有每个访客自己的地址。',
    columns: '毫秒，下一步是否等它；访客，地址，Cookie，最多等多少毫秒；请求；实验里的结果：状态码，服务器，页面',
    starting: '从头开始：以前运行留在容器里的东西都会清掉。',
    noDocker: '需要 Docker 和 Compose（docker compose version）。',
    notUp: '这里没有程序在监听：',
    missingJar: '缺少这个 jar，或文件是空的；来源见 README.zh-CN.md：',
    differs: '实验里是：',
    cut: '这里应该是秒数。',
    summary: '%d 项与实验一致，%d 项不一致，%d 项未比较',
    ends: (end) => `实验里的运行还没有完，脚本到 ${Math.round(end.at / 1000)} 秒为止：${reason(end)}`,
  },
  compose: {
    head: `实验里的那台机器。nginx、各个 Tomcat 和 Redis 是几个容器，共用其中一个的网络：
“localhost” 对它们是同一个地方，和实验里的一台机器一样，所以文件一个字节也没有改。`,
    machine: '大家共用它的网络；访客也住在这里，各有自己的地址。',
    ports: '给你自己的浏览器。',
    cli: '供 Redis 停着的时候运行 redis-cli。',
  },
  env: `实验所模拟的版本。名字下面一行是替代品，
原来的镜像拉不到时可以换上。`,
  jars: `放进本目录的 jar 会进入 Tomcat 的 lib。需要哪些、从哪里来，见 README.zh-CN.md。
`,
  readme: readmeZhCn,
};

/** 脚本为什么不能继续。 */
export function reason(end: End): string {
  if (end.why === 'too-many') return `最多访问 ${end.count} 次。`;
  return {
    typed: `这是在实验机器的 shell 里输入的，容器里没有这样的 shell：${end.told}`,
    link: `网络中断、延迟和丢包不重放：${end.told}`,
    slow: `处理器变慢不重放：${end.told}`,
    java: `改动了 Java 源码，需要重新构建镜像：${end.told}`,
    jar: `新增了 jar：${end.told}`,
  }[end.what];
}
