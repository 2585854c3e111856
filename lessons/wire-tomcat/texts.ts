import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page, also after tomcat1 was killed.',
      'both-work': 'Both Tomcats take part, by turns.',
      kept: 'A and B are recognised on every page, whichever Tomcat writes it, and after the crash as well.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'idle-server':
        'Of {count} requests {server} answered none. nginx deals them out by turns: why did {server} not take its share?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Is it the Redis manager that looks for sessions on {server}, and in the same database as on the other Tomcat?',
    },
    hints: {
      ...everywhere.en.hints,
      'idle-server': ['Look at that Tomcat’s card: does it run?', 'nginx skips whoever does not answer.'],
      'login-lost': [
        'Compare the two context.xml files; then look at the card of Redis: in which database is the key?',
        'Both need Valve and Manager, with the same host, port, password and database.',
      ],
    },
    predictions: {
      before:
        'With the files as they are now: A logs in and then opens “Who am I”; requests go by turns. Does that page know A?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面，tomcat1 被杀之后也是。',
      'both-work': '两台 Tomcat 轮流干活。',
      kept: '不管页面由哪台 Tomcat 写出，A 和 B 都被认得，宕机之后也一样。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'idle-server': '{count} 个请求里，{server} 一个也没接到。nginx 是轮流派的，{server} 为什么没接它那一份？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。{server} 上负责找 session 的是 Redis 的管理器吗？和另一台用的是同一个库吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'idle-server': ['看那台 Tomcat 的卡片：它在运行吗？', '谁不应答，nginx 就跳过谁。'],
      'login-lost': [
        '把两个 context.xml 对一遍，再看 Redis 的卡片：键在哪个库里？',
        '两台都要有 Valve 和 Manager，而且主机、端口、密码、database 都一样。',
      ],
    },
    predictions: {
      before: '就用现在的文件：A 登录，接着打开“我是谁”，请求轮流分。这个页面认得 A 吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'both-work' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'server-error' | 'idle-server' | 'login-lost',
  'before'
>;
