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
    hints: {
      ...everywhere.en.hints,
      'never-stored': [
        'Look in the transcript for a line that says a session was written to the store. There is none before the crash.',
        'A PersistentManager writes on few occasions; idling is one of them, and that is switched off by default. Which attribute switches it on, and is it shorter than six minutes?',
      ],
      'own-folder': [
        'Compare the directory of the Store with the path in the transcript under which the copy was written.',
        'A directory without a slash in front lies below each Tomcat’s own work folder. Two Tomcats, two folders.',
      ],
      'login-lost': [
        'Compare the two context.xml files line by line.',
        'Whoever writes and whoever reads must name the same folder, and both need a Manager with a Store.',
      ],
    },
    predictions: {
      crash:
        'A logs in and looks at a page; ten seconds later tomcat1 dies by kill -9. A comes back and is sent to tomcat2. Still logged in?',
      stop: 'The same, but tomcat1 is stopped as it should be. A comes back and is sent to tomcat2. Still logged in?',
    },
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
    hints: {
      ...everywhere['zh-cn'].hints,
      'never-stored': [
        '在逐条记录里找“session 写进存储”的那一行：宕机之前，一行也没有。',
        'PersistentManager 只在少数几种时候写，其中一种是闲置，默认不开。哪个属性能打开它？设的值比六分钟短吗？',
      ],
      'own-folder': [
        '把 Store 的 directory 和记录里副本写到的路径比一比。',
        '开头没有斜杠的目录，在每台 Tomcat 自己的 work 目录下面。两台 Tomcat，就是两个目录。',
      ],
      'login-lost': [
        '把两个 context.xml 一行一行对一遍。',
        '写的和读的要指着同一个目录，两边都要有带 Store 的 Manager。',
      ],
    },
    predictions: {
      crash: 'A 登录，看了一个页面；十秒之后 tomcat1 被 kill -9。A 回来，被送到 tomcat2，还是登录状态吗？',
      stop: '一样的过程，但 tomcat1 是正常停止的。A 回来，被送到 tomcat2，还是登录状态吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'never-stored' | 'own-folder' | 'login-lost',
  'crash' | 'stop'
>;
