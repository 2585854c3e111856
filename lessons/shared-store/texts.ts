import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'tomcat1 is killed, and every request still gets a page.',
      kept: 'A and B log in and then read for six minutes. tomcat1 is killed. Both are still logged in.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'never-stored':
        'At second {second} request {request} of {visitor} reached {server}, which looked in the store and found nothing there: until tomcat1 was killed, nobody had written the session to it. After how many seconds of idling does this Manager write a copy?',
      'own-folder':
        'At second {second} request {request} of {visitor} reached {server}. There was a copy of the session, but below the work folder of the Tomcat that wrote it, where no other Tomcat looks. Does the directory of the Store begin with a slash?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, and it does not know that session. One of the two Tomcats writes copies; does the other one look for them in the same place?',
    },
    hints: { ...everywhere.en.hints },
    predictions: {},
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: 'tomcat1 被杀之后，每个请求仍然得到页面。',
      kept: 'A 和 B 登录后各看了六分钟。tomcat1 被杀。两人仍是登录状态。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'never-stored':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它去存储里找，什么也没有：直到 tomcat1 被杀，没有人把那份 session 写进去过。这个 Manager 要等 session 闲置多少秒才写一份？',
      'own-folder':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}。副本是有的，但写在那台 Tomcat 自己的 work 目录下面，别的 Tomcat 不会去那里找。Store 的 directory 是以斜杠开头的吗？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。两台里有一台会写副本；另一台会到同一个地方去找吗？',
    },
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'never-stored' | 'own-folder' | 'login-lost'
>;
