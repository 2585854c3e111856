import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'The bank at the counter',
    task: 'The same Tomcat, another trade: a bank wants everybody who walks away from the screen to be logged out after at most a quarter of an hour. But nobody who keeps working may be thrown out, however long it takes; between two clicks people think for up to eight minutes.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page: 200, written by tomcat1.',
      kept: 'A clicks every eight minutes for half an hour and stays logged in.',
      forgotten: 'B logs in, goes away, and is forgotten a quarter of an hour later.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'login-lost':
        '{visitor} never paused for longer than eight minutes. Still, at request {request} {server} had thrown that session out. Which pause does session-timeout allow?',
      'never-forgotten':
        '{visitor} had been away for a quarter of an hour; at request {request} whoever sits at that screen is still {visitor} to {server}. How long does a session last that nobody touches?',
    },
    hints: {
      ...everywhere.en.hints,
      'login-lost': [
        'The number is in conf/web.xml, in minutes. It is about silence, not about age.',
        'Eight minutes must be too short to expire. Is the number above that?',
      ],
      'never-forgotten': [
        'The number is in conf/web.xml, in minutes, and there are numbers that mean “never”.',
        'It must be over eight and not over fifteen.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '柜台上的银行',
    task: '还是那台 Tomcat，换了个行业：银行要求，人离开屏幕，最多一刻钟就得退出登录；可是一直在操作的人，不管办多久都不能被踢出去，两次点击之间最多会想八分钟。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面：状态码 200，由 tomcat1 写出。',
      kept: 'A 每八分钟点一次，点了半个小时，一直是登录状态。',
      forgotten: 'B 登录后走开，一刻钟之后被忘掉。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'login-lost':
        '{visitor} 从没停过八分钟以上，可是到请求 {request} 时，{server} 已经把那份 session 清掉了。session-timeout 允许停多久？',
      'never-forgotten':
        '{visitor} 已经走了一刻钟；到请求 {request} 时，不管是谁坐在那个屏幕前，{server} 都当他是 {visitor}。没人碰的 session 能活多久？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'login-lost': [
        '数字在 conf/web.xml 里，单位是分钟。它管的是多久没动静，不是活了多久。',
        '停八分钟不能算过期。那个数字比八大吗？',
      ],
      'never-forgotten': ['数字在 conf/web.xml 里，单位是分钟；有的数字表示“永不过期”。', '要比八大，又不能超过十五。'],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'kept' | 'forgotten',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'login-lost' | 'never-forgotten'
>;
