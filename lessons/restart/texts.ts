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
    hints: { ...everywhere.en.hints },
    predictions: {},
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
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'login-lost'
>;
