import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page.',
      kept: 'A clicks every 40 seconds and stays logged in.',
      forgotten:
        'Whoever goes away, B after the login and A in the end, is forgotten when he comes back two and a half minutes later.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'login-lost':
        'At second {second} request {request} of {visitor} found no session, although the one before was only 40 seconds ago. Look at the EXPIRE that came with that earlier request: how many seconds did it give?',
      'never-forgotten':
        'At second {second} {visitor} came back, and {server} still knew him: the key was in Redis. The Manager says maxInactiveInterval="60". Whom does it not impress, and where is the number that counts?',
    },
    hints: {
      ...everywhere.en.hints,
      'login-lost': [
        'Open the request before the one that failed and look at its EXPIRE: that many seconds the key had left.',
        'The seconds come from session-timeout, in minutes, of that Tomcat’s conf/web.xml. 0 or less does not mean “never” here.',
      ],
      'never-forgotten': [
        'Look at the TTL of the key right after a click. Where have you seen that number before?',
        'The manager’s own attribute is not asked. conf/web.xml is, and it counts in minutes.',
      ],
    },
    predictions: {
      'five-minutes':
        'The Manager says maxInactiveInterval="60". A logs in and comes back after five minutes. Does the page know A?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面。',
      kept: 'A 每 40 秒点一次，一直是登录状态。',
      forgotten: '离开的人（B 登录之后，A 最后也是）两分半钟后回来，已经被忘掉。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 找不到 session，可上一次请求才过去 40 秒。看看那一次请求带来的 EXPIRE：给了多少秒？',
      'never-forgotten':
        '第 {second} 秒 {visitor} 回来，{server} 居然还认得：键还在 Redis 里。Manager 上明明写着 maxInactiveInterval="60"。谁没理会它？真正算数的数字在哪里？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'login-lost': [
        '点开失败之前的那个请求，看它的 EXPIRE：键只剩那么多秒。',
        '秒数来自那台 Tomcat 的 conf/web.xml 里的 session-timeout，单位是分钟。在这里，0 和负数的意思不是“永不过期”。',
      ],
      'never-forgotten': [
        '刚点过之后，看看键的 TTL。这个数字在哪里见过？',
        'Manager 自己的那个属性没人理会。算数的是 conf/web.xml，单位是分钟。',
      ],
    },
    predictions: {
      'five-minutes': 'Manager 上写着 maxInactiveInterval="60"。A 登录，五分钟之后回来，这个页面认得 A 吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept' | 'forgotten',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'server-error' | 'login-lost' | 'never-forgotten',
  'five-minutes'
>;
