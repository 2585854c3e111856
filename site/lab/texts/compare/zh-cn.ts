import type { RequestOutcome } from '../../../../simulator/index.ts';
import type { Row } from '../../views/compare/rows.ts';
import type { CompareWords } from './words.ts';

const row = (row: Row): string =>
  row.measure === 'pages'
    ? `${row.server} 生成的页面`
    : {
        loginsLost: '丢失登录',
        errors: '错误',
        waiting: '到最后还在等',
        retries: '换服务器重试',
        sessionsCreated: '新建 session',
        median: '等待时间中位数',
        p95: '等待时间 P95',
      }[row.measure];

const value = (row: Row, side: 'a' | 'b') =>
  row.measure === 'median' || row.measure === 'p95' ? `${Math.round(row[side])} 毫秒` : String(row[side]);

const sessions = {
  found: '认得这个 session',
  created: '新建 session',
  replaced: '不认得这个 session，另建一个',
  unknown: '不认得这个 session',
};
const logins = {
  'logged-in': '登录成功',
  'login-kept': '登录还在',
  'login-lost': '登录丢失',
  'logged-out': '已退出',
};

/** Shorter waits, in ms, are not worth a word. */
const LONG = 100;

function outcome(request: RequestOutcome | undefined): string {
  if (!request) return '没有发出';
  const { status, server, by, attempts, session, login, took } = request;
  const tries = attempts > 1 ? [`试了 ${attempts} 次`] : [];
  if (status === undefined) return ['还没有应答', ...tries].join('，');
  if (status === 0) return ['完全没有应答', ...tries].join('，');
  const how = by === undefined ? '' : `（${by === 'round_robin' ? '轮询' : by}）`;
  const who = server === undefined ? `nginx 自己返回 ${status}` : `${server}${how}`;
  return [
    who,
    ...(server !== undefined && status !== 200 ? [String(status)] : []),
    ...tries,
    ...(server !== undefined && session ? [sessions[session]] : []),
    ...(login ? [logins[login]] : []),
    ...(took === undefined || took < LONG ? [] : [`${Math.round(took)} 毫秒`]),
  ].join('，');
}

/** The comparison in Chinese. */
export const words: CompareWords = {
  about: '同样的访客、同样的点击、同样的故障，用两套文件各跑一遍。上面的实验不受影响。',
  side: (side) => `${side.toUpperCase()} 的文件`,
  files: { start: '实验开始时的文件', running: '服务器正在用的文件', draft: '编辑器里的文件' },
  kept: (nth) => `保留的第 ${nth} 版`,
  branch: (number) => `分支 ${number} 的文件`,
  keep: '保留编辑器里的文件',
  keepHint: '把编辑器里的内容留作一版，之后可以拿来对比',
  traffic: '访问',
  standard: '标准访问',
  own: '我到现在为止的操作',
  ownEmpty: '你还没有发过请求。先让一位访客登录，或者改用标准访问。',
  visitors: '访客',
  labsOwn: '实验里的访客',
  more: (count) => `再加 ${count} 位`,
  fault: '故障',
  noFault: '无',
  faults: {
    crash: (host) => `杀掉 ${host}（kill -9）`,
    stop: (host) => `停止 ${host}`,
    restart: (host) => `重启 ${host}`,
    hang: (host) => `${host} 卡住（SIGSTOP）`,
  },
  again: '重新对比',
  sameFiles: '两边的文件完全一样。在编辑器里改一行，这里就会告诉你它值多少。',
  working: '正在跑两边……',
  share: (percent) => `${percent}%`,
  cancel: '取消',
  cancelled: '已取消。',
  failed: '这次对比没有跑完：',
  verdict(a, b) {
    if (a.loginsLost !== b.loginsLost) return `丢失登录：${a.loginsLost} → ${b.loginsLost}`;
    if (a.errors !== b.errors) return `错误：${a.errors} → ${b.errors}`;
    if (a.waiting !== b.waiting) return `没有应答：${a.waiting} → ${b.waiting}`;
    return a.loginsLost === 0 && a.errors === 0
      ? '两边都没有丢登录，也没有错误'
      : `两边一样多：丢失登录 ${a.loginsLost} 次，错误 ${a.errors} 个`;
  },
  outcomes: '结果',
  measure: '指标',
  change: 'B 比 A',
  row,
  value,
  better: '更好',
  worse: '更差',
  other: '有变化',
  equal: '一样',
  startsNot: (side, host) => `${side.toUpperCase()}：用这套文件 ${host} 起不来：`,
  effects: {
    title: '每一处改动的作用',
    about: '每一处都单独加到 A 上跑一遍，再单独从 B 里去掉跑一遍。',
    place: (host, file, line) => `${host}：${file} 第 ${line} 行`,
    working: '正在逐处尝试……',
    removed: '只在 A 里',
    added: '只在 B 里',
    alone: 'A 只加这一处',
    without: 'B 去掉这一处',
    nothing: '对这些访问没有作用',
    needed: '它离不开别处的改动。',
    refuses: (host) => `${host} 起不来：`,
    change: (one) => `${row(one)} ${value(one, 'a')} → ${value(one, 'b')}`,
    more: (count) => `还有 ${count} 处不同；只逐一试前面这些。`,
  },
  changed: {
    title: (changed, same) => `${changed} 个请求结果不同，${same} 个一样`,
    show: '显示',
    all: '所有变了的',
    differences: {
      login: '登录变了的',
      status: '状态码变了的',
      server: '服务器变了的',
      session: 'session 变了的',
      attempts: '尝试次数变了的',
      latency: '等待时间变了的',
    },
    none: '没有这一类。',
    more: (count) => `再显示 ${count} 个`,
    list: '结果不同的请求',
    outcome,
    open: (chain) => `看 ${chain} 在两边的经过`,
  },
  stories: {
    title: (chain, path) => `${chain}（${path}）在两边的经过`,
    side: (side) => `${side.toUpperCase()} 这边`,
    none: '这一边没有发出这个请求。',
    close: '关闭',
  },
};
