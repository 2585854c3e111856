import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'Closed for three quarters of an hour',
    task: 'The new shop moves to another disk: tomcat1 is stopped as it should be, stays off for 45 minutes and is started again. Whoever was logged in wants to go on where he was. And whoever does not come back until the evening must be a stranger by then, as on any other day.',
    checks: {
      ...everywhere.en.checks,
      pages: 'While the shop is up, every request gets a page.',
      kept: 'A is still logged in when the shop opens again.',
      forgotten: 'B, who comes back ten hours later, is not.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'login-lost':
        'Before the closing {visitor} was logged in; at second {second} request {request} reached {server}, and it does not know that session. Two things must hold: it has to be written somewhere at the stop, and it must not be too old at the start. Which one is missing?',
      'never-forgotten':
        '{visitor} had been away for ten hours, and at request {request} {server} knows who it was. After which silence should a session end?',
    },
    hints: {
      ...everywhere.en.hints,
      'login-lost': [
        'Look at both files: conf/context.xml says whether sessions are kept over a stop, conf/web.xml how long one lasts.',
        'A session does not stop ageing because nobody is there to watch: at the start Tomcat throws out whatever has been silent for too long, the time in the file included.',
      ],
      'never-forgotten': [
        'The number is session-timeout in conf/web.xml, in minutes.',
        'Numbers that mean “never” keep a session over the break, and for ever. What lies between 45 minutes and ten hours?',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '停业三刻钟',
    task: '新店要换一块硬盘：tomcat1 正常停止，关 45 分钟，再启动。停之前登录着的人，想接着逛；而到晚上才回来的人，应该和平时一样，已经不认得了。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '小店开着的时候，每个请求都得到页面。',
      kept: '小店重新开门时，A 仍是登录状态。',
      forgotten: 'B 十个小时之后才回来，这时已经不是了。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'login-lost':
        '停业之前 {visitor} 是登录状态；第 {second} 秒，请求 {request} 到了 {server}，它不认得那份 session。要同时满足两条：停的时候有地方写，启动的时候还没过期。缺的是哪一条？',
      'never-forgotten':
        '{visitor} 离开了十个小时，到请求 {request} 时 {server} 还认得他。多久没动静，session 就该结束？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'login-lost': [
        '两个文件都要看：conf/context.xml 管停止时 session 留不留，conf/web.xml 管它能活多久。',
        '没人看着，session 也照样变老：启动时，Tomcat 会把太久没动静的扔掉，躺在文件里的时间也算在内。',
      ],
      'never-forgotten': [
        '数字是 conf/web.xml 里的 session-timeout，单位是分钟。',
        '写成“永不过期”，停业是撑过去了，可也永远忘不掉。45 分钟和十个小时之间，能取什么？',
      ],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'kept' | 'forgotten',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'login-lost' | 'never-forgotten'
>;
