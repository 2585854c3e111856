import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'While a shop is up, every request gets a page.',
      kept: 'Both shops are stopped gracefully and started again, the new one twice: nobody has to log in again.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'login-lost':
        'Before the restart {visitor} was logged in; at second {second} request {request} reached {server}, which does not know that session. Where was the session to stay while no process ran, and does the Manager of {server} name that place?',
    },
    hints: {
      ...everywhere.en.hints,
      'login-lost': [
        'Compare the two Tomcats in the transcript: what does tomcat1 write at a stop that tomcat2 does not?',
        'An orderly stop writes sessions only where the Manager in conf/context.xml has somewhere to write them. Which attribute, or which element inside it, names that place?',
      ],
    },
    predictions: {
      old: 'Both shops are stopped with shutdown.sh and started again. A comes back to the old one (Tomcat 7.0.69). Still logged in?',
      new: 'The same stop, the same start. B comes back to the new one (Tomcat 10.1.60). Still logged in?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '小店开着的时候，每个请求都得到页面。',
      kept: '两家小店都正常停止再启动，新店停了两回：没有人需要重新登录。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'login-lost':
        '重启之前 {visitor} 是登录状态；第 {second} 秒，请求 {request} 到了 {server}，它不认得那份 session。进程不在的那段时间，session 该放在哪里？{server} 的 Manager 写明那个地方了吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'login-lost': [
        '在逐条记录里对比两台 Tomcat：停止的时候，tomcat1 写了什么，tomcat2 没写？',
        '正常停止时，要看 conf/context.xml 里的 Manager 有没有地方可写。哪个属性、或者它里面的哪个元素，指明了这个地方？',
      ],
    },
    predictions: {
      old: '两家小店都用 shutdown.sh 停掉再启动。A 回到老店（Tomcat 7.0.69），还是登录状态吗？',
      new: '一样地停，一样地启动。B 回到新店（Tomcat 10.1.60），还是登录状态吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'login-lost',
  'old' | 'new'
>;
