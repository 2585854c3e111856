import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'The same without Redis',
    task: 'Two Tomcats of today, 10.1.60, for which the guide’s jars are of no use, and nobody may install a Redis. There is a folder that both can reach, /shared/sessions. The goal is that of the capstone: one Tomcat is killed and comes back, then the other is killed, and nobody has to log in twice. nginx.conf and both context.xml files are yours.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page, whichever Tomcat has just been killed.',
      'both-work': 'Before the first crash both Tomcats take part.',
      kept: 'tomcat1 is killed and comes back, then tomcat2 is killed: A and B are recognised on every page.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream} and gave up, although a Tomcat was alive. Has it another server to try?',
      'idle-server': 'Of the first {count} requests {server} answered none. What keeps it out of work?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Had it been written to the folder by then, and does {server} look there before each page?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': ['Count the lines server in the upstream.', 'Whoever is not in the group is not tried.'],
      'idle-server': [
        'Look at the words behind the server lines.',
        'A backup works only when all the others are gone.',
      ],
      'login-lost': [
        'Look in the transcript for when that session was written to the store.',
        'A PersistentManager writes idle sessions, and busy ones only at a stop. There is a Valve that has it write and read with every request.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '没有 Redis，照样做到',
    task: '两台如今的 Tomcat（10.1.60），原教程的 jar 用不上，也不许装 Redis。有一个两台都够得着的目录 /shared/sessions。目标和毕业设计一样：一台被杀，又回来，再杀另一台，谁也不用登录第二次。nginx.conf 和两个 context.xml 都归你改。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '不管刚杀掉的是哪台 Tomcat，每个请求都得到页面。',
      'both-work': '第一次宕机之前，两台 Tomcat 都有活干。',
      kept: 'tomcat1 被杀、又回来，然后 tomcat2 被杀：A 和 B 在每个页面上都被认得。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream} 就放弃了，而当时还有一台 Tomcat 活着。它有别的服务器可试吗？',
      'idle-server': '最初的 {count} 个请求里，{server} 一个也没接到。是什么让它闲着？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。那时候 session 写进目录了吗？{server} 每个页面之前都会去那里找吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': ['数一数 upstream 里有几行 server。', '没写进那一组的，nginx 不会去试。'],
      'idle-server': ['看 server 行后面的词。', '写了 backup 的，要等别的都倒了才干活。'],
      'login-lost': [
        '在逐条记录里找：那份 session 是什么时候写进存储的？',
        'PersistentManager 写的是闲着的 session，忙着的只在停止时写。有一个 Valve，能让它每个请求都写、都读。',
      ],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'both-work' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'idle-server' | 'login-lost'
>;
