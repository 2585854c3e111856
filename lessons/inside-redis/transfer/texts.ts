import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'The bank moves to Redis',
    task: 'The bank of the first lesson keeps its sessions in Redis now, on two Tomcats. The rule is the same: away for a quarter of an hour means logged out; whoever clicks at least every eight minutes stays. A colleague has already written a number into the Manager and says it has no effect. All four files are yours.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page.',
      kept: 'A clicks every eight minutes for half an hour and stays logged in.',
      forgotten: 'B is away for a quarter of an hour, and later A is: both are forgotten.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'login-lost':
        'At second {second} request {request} of {visitor} found no session, although the one before was only eight minutes ago. Look at the EXPIRE of that earlier request: how many seconds did it give?',
      'never-forgotten':
        'At second {second} {visitor} came back after a quarter of an hour, and {server} still knew him. How many seconds did the last EXPIRE give, and from which file do they come?',
    },
    hints: {
      ...everywhere.en.hints,
      'login-lost': [
        'Compare session-timeout in both web.xml files with eight minutes.',
        'Minutes, more than eight, and never 0 or less: that deletes the key at once.',
      ],
      'never-forgotten': [
        'There are two numbers in these files, and one of them nobody reads.',
        'It is web.xml that counts, on both Tomcats, since the last one to answer sets the time.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '银行也用上了 Redis',
    task: '第一课里的那家银行，现在用两台 Tomcat，session 放在 Redis 里。规矩不变：离开一刻钟就退出登录，至少每八分钟点一次的人一直留着。有位同事已经在 Manager 上写了一个数，可是说不管用。四个文件都归你改。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面。',
      kept: 'A 每八分钟点一次，点了半个小时，一直是登录状态。',
      forgotten: 'B 离开一刻钟，后来 A 也离开一刻钟：两人都已经被忘掉。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 找不到 session，可上一次请求才过去八分钟。看看那一次的 EXPIRE：给了多少秒？',
      'never-forgotten':
        '第 {second} 秒，{visitor} 离开一刻钟之后回来，{server} 居然还认得。最后一个 EXPIRE 给了多少秒？这个数是从哪个文件来的？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'login-lost': [
        '把两个 web.xml 里的 session-timeout 和八分钟比一比。',
        '单位是分钟，要比八大；不能是 0 或负数，那会当场把键删掉。',
      ],
      'never-forgotten': [
        '这些文件里有两个数，其中一个没人读。',
        '算数的是 web.xml，而且两台都要改：最后应答的那台说了算。',
      ],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'kept' | 'forgotten',
  'nginx-refuses' | 'webapp-failed' | 'no-answer' | 'not-proxied' | 'server-error' | 'login-lost' | 'never-forgotten'
>;
