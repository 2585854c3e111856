import type { Strike } from '../../faults.ts';
import type { ActiveFault } from '../../page/faults.ts';
import type { FaultWords } from './words.ts';

const moments: Record<Strike['moment'], string> = {
  arrived: '请求刚到它手里时',
  saved: 'Redis 存好 session 之后',
  answering: '响应发出之前',
};

const whats = { crash: 'kill -9', hang: '冻结（kill -STOP）', stop: '正常关闭' };

const milliseconds = (ms: number) => (ms < 1000 ? `${ms} 毫秒` : `${ms / 1000} 秒`);

/** 按人说话的习惯：秒、分钟或小时。 */
const span = (ms: number) =>
  ms < 60_000
    ? `${(ms / 1000).toFixed(1)} 秒`
    : ms < 3_600_000
      ? `${Math.round(ms / 6000) / 10} 分钟`
      : `${Math.round(ms / 360_000) / 10} 小时`;

function says(fault: ActiveFault): string {
  switch (fault.kind) {
    case 'link': {
      const name = `${fault.from} ${fault.both ? '⇄' : '→'} ${fault.to}`;
      const what = [
        ...(fault.cut ? ['断了'] : []),
        ...(fault.delay > 0 ? [`单程多花 ${milliseconds(fault.delay)}`] : []),
        ...(fault.loss > 0 ? [`丢包 ${Math.round(fault.loss * 100)}%`] : []),
      ];
      return `${name}：${what.join('，')}`;
    }
    case 'slow':
      return `${fault.host} 慢了 ${fault.factor} 倍`;
    case 'frozen':
      return `${fault.host} 被冻结`;
    case 'off':
      return `${fault.host} 没有运行`;
    case 'memory':
      return `Redis 最多用 ${fault.maxmemory.toLocaleString('zh-CN')} 字节，满了按 ${fault.policy} 处理`;
    case 'strike':
      return `等下一个请求：${moments[fault.strike.moment]}，对 ${fault.strike.host} 执行${whatOf(fault.strike)}`;
  }
}

const whatOf = ({ action }: Strike) =>
  action.kind === 'power' && action.event in whats
    ? ` ${whats[action.event as keyof typeof whats]}`
    : ` ${action.kind}`;

const ends: Record<ActiveFault['kind'], string> = {
  link: '修好',
  slow: '恢复速度',
  frozen: '继续运行',
  off: '启动',
  memory: '取消上限',
  strike: '不等了',
};

export const words: FaultWords = {
  kinds: '要弄坏什么',
  active: {
    title: '当前故障',
    none: '一切正常。选一种故障，发个请求，看看谁会察觉。',
    says,
    end: ({ kind }) => ends[kind],
  },
  hosts: {
    title: '服务器',
    about: '正常关闭会把能存的都存下来；kill -9 什么都来不及存；被冻结的进程端口还开着，却谁也不理。',
    host: '服务器',
    events: {
      start: '启动',
      stop: '停止',
      quit: '处理完再停',
      crash: '强杀',
      hang: '冻结',
      resume: '继续运行',
      reload: '重新加载',
    },
    slow: '自身处理速度',
    factor: (factor) => (factor === 1 ? '正常' : `慢 ${factor} 倍`),
  },
  links: {
    title: '网络',
    about:
      '网络断开时不会有人“拒绝连接”：包直接消失，两边都要等到自己超时。TCP 会一直重试（SYN 在第 1、3、7、15……秒重发，数据从 0.2 秒起翻倍），所以只要及时修好，请求只是迟到。',
    link: '线路',
    name: (from, to) => `${from} – ${to}`,
    way: '方向',
    ways: (from, to) => ({ both: '双向', there: `${from} → ${to}`, back: `${to} → ${from}` }),
    cut: '切断',
    mend: '修好',
    delay: '延迟',
    loss: '丢包率',
    none: '无',
  },
  memory: {
    title: 'Redis',
    about: '还没有 session 的人会得到 500；已有 session 的改动则悄悄丢掉，访客看到的仍是 200。',
    off: 'Redis 没有运行。',
    fill: '写满',
    fillHint: '之后任何写入都被拒绝：OOM command not allowed …',
    evict: '淘汰',
    evictHint: '得腾出一半，最久没用的先走；以后写入新 key 会挤掉旧 key。',
    clear: '取消上限',
    clearHint: '又能写入了；已经没了的找不回来。',
    restart: '正常重启',
    restartHint: 'redis.conf 里配了 save，就会先写一次快照。',
    crash: '强杀后启动',
    crashHint: '最后一次快照之后的数据全丢，除非开了 appendonly。',
  },
  time: {
    title: '时间',
    about: '让所有人的时间一起快进。不会去拨任何一台机器的时钟：单台机器时间不准的情况没有模拟。',
    none: '眼下没有什么会自己过期。',
    look: '再看一次',
    says: (expiry, left) => {
      const when = `${span(left)}后`;
      switch (expiry.kind) {
        case 'session':
          return `${when}，${expiry.host} 里的 session …${expiry.id.slice(-4)} 过期`;
        case 'key':
          return `${when}，Redis 里的 key …${expiry.key.slice(-4)} 过期`;
        case 'peer':
          return `${when}，nginx 会再试 ${expiry.peer}`;
      }
    },
    before: '过期前 1 秒',
    after: '刚过期',
  },
  strike: {
    title: '请求中途',
    about: '等下一个请求来，在你选的那一刻动手。设好之后，再去点访客的按钮。',
    host: '服务器',
    moment: '时机',
    moments,
    what: '动作',
    whats,
    arm: '等下一个请求',
    armed: '正在等……',
  },
};
