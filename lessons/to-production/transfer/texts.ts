import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'The upgrade',
    task: 'Both Tomcats were brought up to 10.1.60, and with them went the shop: the guide’s manager was written for Tomcat 7. A manager for Tomcat 10 that keeps sessions in Redis is something to install, and it is not at hand here. Bring the shop up again with what Tomcat itself has, so that no single Tomcat’s death costs anybody the login. The folder /shared is the same for both.',
    checks: {
      ...everywhere.en.checks,
      'both-work': 'Both Tomcats take part.',
      kept: 'One Tomcat is killed, and the other once it is back: A and B get every page, and are recognised on it.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream} and gave up, although a Tomcat was well. Has it another server to try, and may it?',
      'idle-server':
        'Of {count} requests {server} answered none. While it is idle it is no help, and when the other one dies it is all there is. What keeps {server} out of work?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Was it anywhere but in the memory of the Tomcat that died, and could {server} get at it there?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'Look at the addresses in the upstream, and at what nginx tried.',
        'Which failures send a request on to the next server? By default a refused connection and a time-out do.',
      ],
      'idle-server': [
        'Count the servers in the upstream, and look for words behind them.',
        'Every server there gets its share, unless it is marked down or backup, or the hash sends everybody elsewhere.',
      ],
      'login-lost': [
        'Open the request: what did this Tomcat find, and where did it look?',
        'Three things are wanted: a manager with a store, a folder that both can reach, and somebody who stores each session at the end of its request instead of now and then. You had them in the lesson on shared stores.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '升级',
    task: '两台 Tomcat 都升到了 10.1.60，小店也跟着没了：原教程的管理器是给 Tomcat 7 写的。能在 Tomcat 10 上把 session 放进 Redis 的管理器要另外安装，这里手边没有。请用 Tomcat 自带的东西让小店重新开张，而且任何一台 Tomcat 死掉，谁也不掉线。/shared 是两台共用的目录。',
    checks: {
      ...everywhere['zh-cn'].checks,
      'both-work': '两台 Tomcat 都有活干。',
      kept: '一台 Tomcat 被杀，等它回来，另一台再被杀：A 和 B 的每个页面都出得来，而且认得他们。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream} 就放弃了，而当时还有一台 Tomcat 好好的。它有别的服务器可试吗？配置允许它换吗？',
      'idle-server':
        '{count} 个请求里，{server} 一个也没接到。闲着的时候帮不上忙，另一台一倒又只剩它。是什么让 {server} 闲着？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。除了死掉的那台的内存，别处还有没有？{server} 够得着那里吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': [
        '看看 upstream 里写了哪些地址，nginx 试过哪些。',
        '哪些失败会让请求转到下一台？默认是连接被拒绝和超时。',
      ],
      'idle-server': [
        '数一数 upstream 里有几台，再看它们后面写了什么。',
        '写在那里的每一台都分得到请求，除非标了 down 或 backup，或者哈希把人都送到了别处。',
      ],
      'login-lost': [
        '点开那个请求：这台 Tomcat 找到了什么，又是去哪里找的？',
        '要三样东西：一个带 Store 的管理器，一个两台都够得着的目录，还要有人在每个请求结束时就存，而不是隔一阵才存。讲共享存储的那一课里都用过。',
      ],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'both-work' | 'kept',
  | 'nginx-refuses'
  | 'webapp-failed'
  | 'redis-refuses'
  | 'no-answer'
  | 'not-proxied'
  | 'bad-gateway'
  | 'server-error'
  | 'idle-server'
  | 'login-lost'
>;
