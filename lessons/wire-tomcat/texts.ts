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
    hints: { ...everywhere.en.hints },
    predictions: {},
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
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'both-work' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'server-error' | 'idle-server' | 'login-lost'
>;
