import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page: 200, written by tomcat1.',
      kept: 'A logs in, reads for 20 minutes without a click, and is still logged in.',
      forgotten: 'B logs in, goes away without a word, and is forgotten within three hours.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'login-lost':
        '{visitor} was away for 20 minutes. Request {request} still carries the cookie, but {server} has already thrown that session out of its memory. After how many minutes without a request does it do so?',
      'never-forgotten':
        '{visitor} left three hours ago without logging out, and at request {request} {server} still knows who it was. Everybody who ever logs in and just closes the window stays in memory like that. Which values of session-timeout mean “never”?',
    },
    hints: {
      ...everywhere.en.hints,
      'login-lost': [
        'The number that counts stands in conf/web.xml. Its unit is minutes.',
        'Tomcat counts from the last request. How long does A go without one, and is the number larger?',
      ],
      'never-forgotten': [
        'Look at session-timeout in conf/web.xml again, and think of a visitor who never comes back.',
        'There are numbers that do not mean a time at all but “never”. B has three hours; what lies between that and A’s twenty minutes?',
      ],
    },
    predictions: {
      'two-minutes':
        'A logs in, reads for two minutes without a click and then opens “Who am I”. Does the shop still know A?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面：状态码 200，由 tomcat1 写出。',
      kept: 'A 登录后看了 20 分钟，一次没点，回来仍是登录状态。',
      forgotten: 'B 登录后不打招呼就走了，三小时之内被忘掉。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'login-lost':
        '{visitor} 离开了 20 分钟。请求 {request} 还带着原来的 cookie，可 {server} 已经把那份 session 从内存里清掉了。多少分钟没有请求，它就会清？',
      'never-forgotten':
        '{visitor} 三小时前就走了，没有退出；到请求 {request} 时，{server} 居然还认得。凡是登录后直接关窗口的人，都会这样一直占着内存。session-timeout 取哪些值表示“永不过期”？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'login-lost': [
        '管这件事的数字在 conf/web.xml 里，单位是分钟。',
        'Tomcat 从最后一次请求算起。A 多久没发请求？那个数字比它大吗？',
      ],
      'never-forgotten': [
        '再看一眼 conf/web.xml 里的 session-timeout，想想一个再也不回来的访客。',
        '有的数字表示的不是时间，而是“永不过期”。B 有三个小时，A 要二十分钟，两者之间能取哪些值？',
      ],
    },
    predictions: {
      'two-minutes': 'A 登录后看了两分钟，一次没点，然后打开“我是谁”。小店还认得 A 吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept' | 'forgotten',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'login-lost' | 'never-forgotten',
  'two-minutes'
>;
