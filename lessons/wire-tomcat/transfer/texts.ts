import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'Redis has moved',
    task: 'The shop worked with the guide’s wiring. Over the weekend somebody set up a new Redis: it listens on port 6380, and its password is kaffee-um-vier. The old one is gone. Both Tomcats start without a complaint, and every customer with a cookie gets a 500. Both context.xml files are yours.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page, also after tomcat2 was killed.',
      kept: 'A and B are recognised on every page, whichever Tomcat writes it.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream}. Do the Tomcats run?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Do both Tomcats look in the same database of the same Redis?',
    },
    hints: {
      ...everywhere.en.hints,
      'server-error': [
        'The last “Caused by” in that Tomcat’s log says whether nobody listened or the password was wrong.',
        'Port 6380, password kaffee-um-vier, on both Tomcats.',
      ],
      'login-lost': ['Compare the two files.', 'Each database of a Redis is a world of its own.'],
      'bad-gateway': ['Look at the Tomcats’ cards.', 'Start whoever is off.'],
    },
    predictions: {},
  },
  'zh-cn': {
    title: 'Redis 搬家了',
    task: '小店照原教程接好了线，一直正常。周末有人装了一台新的 Redis：听 6380 端口，密码是 kaffee-um-vier，旧的已经撤了。两台 Tomcat 启动时一声不吭，而带着 cookie 的顾客全得到 500。两个 context.xml 都归你改。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面，tomcat2 被杀之后也是。',
      kept: '不管页面由哪台 Tomcat 写出，A 和 B 都被认得。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream}。两台 Tomcat 在运行吗？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。两台 Tomcat 找的是同一台 Redis 的同一个库吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'server-error': [
        '那台 Tomcat 日志里最后一个 “Caused by” 会说明：是没有人听，还是密码不对。',
        '端口 6380，密码 kaffee-um-vier，两台都要改。',
      ],
      'login-lost': ['把两个文件对一遍。', 'Redis 的每个库各是一个世界。'],
      'bad-gateway': ['看两台 Tomcat 的卡片。', '哪台没开就启动哪台。'],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'server-error' | 'bad-gateway' | 'login-lost'
>;
