import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'Stopped for maintenance',
    task: 'Nothing crashes this time: tomcat1 is stopped as it should be, in the middle of the day, and stays off. A and B are busy up to that second, so no session is ever idle. Both are to go on where they were.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page.',
      kept: 'A and B are logged in on every page, before the stop and after it.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'never-stored':
        'At second {second} request {request} of {visitor} reached {server}, and nowhere was there a copy that it could have fetched. What does the Manager of tomcat1 do with its sessions when it is stopped, and where does it put them?',
      'own-folder':
        'At second {second} request {request} of {visitor} reached {server}. The session had been written at the stop, but below the work folder of tomcat1. Does the directory of the Store begin with a slash?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session, although it had been written somewhere. Do both Tomcats look in the same folder?',
    },
    hints: {
      ...everywhere.en.hints,
      'never-stored': [
        'Look at the Manager in both context.xml files, and in the transcript at what happens at the stop.',
        'A StandardManager writes one file for its own next start. A manager with a Store writes one file per session, and asks the store for ids it does not know.',
      ],
      'own-folder': [
        'Look at the path under which the session was written.',
        'It has to be the same folder for both: an absolute one.',
      ],
      'login-lost': ['Compare directory in the two files.', 'One folder, two readers.'],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '停机维护',
    task: '这次没有宕机：大白天里，tomcat1 正常停止，之后一直关着。A 和 B 到那一秒为止都在忙，所以没有哪份 session 闲下来过。请让两个人都能接着做下去。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面。',
      kept: '停机之前、停机之后，A 和 B 在每个页面上都是登录状态。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'never-stored':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，可是哪里都没有它能取的副本。停止的时候，tomcat1 的 Manager 拿 session 怎么办？放到哪里？',
      'own-folder':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}。停止时 session 是写了，但写在 tomcat1 自己的 work 目录下面。Store 的 directory 是以斜杠开头的吗？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session，可 session 明明写到了某个地方。两台 Tomcat 找的是同一个目录吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'never-stored': [
        '看两个 context.xml 里的 Manager，再看逐条记录里停止时发生了什么。',
        'StandardManager 写一个文件，留给自己下次启动。带 Store 的 Manager 一份 session 写一个文件，遇到不认得的编号还会去存储里找。',
      ],
      'own-folder': ['看 session 写到了哪个路径。', '两台要用同一个目录，就得写绝对路径。'],
      'login-lost': ['比一比两个文件里的 directory。', '一个目录，两台来读。'],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'never-stored' | 'own-folder' | 'login-lost'
>;
