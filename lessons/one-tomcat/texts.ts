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
    hints: { ...everywhere.en.hints },
    predictions: {},
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
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept' | 'forgotten',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'login-lost' | 'never-forgotten'
>;
