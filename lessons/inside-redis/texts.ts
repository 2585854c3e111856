import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page.',
      kept: 'A clicks every 40 seconds and stays logged in.',
      forgotten: 'B goes away after the login and is forgotten when he comes back two and a half minutes later.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'login-lost':
        'At second {second} request {request} of {visitor} found no session, although the one before was only 40 seconds ago. Look at the EXPIRE that came with that earlier request: how many seconds did it give?',
      'never-forgotten':
        'At second {second} {visitor} came back, and {server} still knew him: the key was in Redis. The Manager says maxInactiveInterval="60". Whom does it not impress, and where is the number that counts?',
    },
    hints: { ...everywhere.en.hints },
    predictions: {},
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面。',
      kept: 'A 每 40 秒点一次，一直是登录状态。',
      forgotten: 'B 登录后离开，两分半钟后回来，已经被忘掉。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 找不到 session，可上一次请求才过去 40 秒。看看那一次请求带来的 EXPIRE：给了多少秒？',
      'never-forgotten':
        '第 {second} 秒 {visitor} 回来，{server} 居然还认得：键还在 Redis 里。Manager 上明明写着 maxInactiveInterval="60"。谁没理会它？真正算数的数字在哪里？',
    },
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept' | 'forgotten',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'server-error' | 'login-lost' | 'never-forgotten'
>;
