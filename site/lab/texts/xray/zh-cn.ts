import { whereabouts } from '../whereabouts/zh-cn.ts';
import type { XrayWords } from './words.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} 秒`;

export const words: XrayWords = {
  ...whereabouts,
  about: '同一个 session，在每个有它或可能有它的地方各是什么样。以上面显示的时刻为准。',
  choose: '看谁的 session',
  visitor: (name) => `访客 ${name}`,
  anySession: '这次运行里的任一 session',
  known: (id, visitor) => `…${id}${visitor === undefined ? '' : `（${visitor}）`}`,
  others: '这位访客用过的其他编号',
  none: (visitor) => `访客 ${visitor} 还没有过 session。先让他登录。`,
  states: {
    fresh: 'session 已建好，带 cookie 的响应还在路上。',
    kept: 'cookie 里有编号，服务器上也有对应的 session。',
    orphan: '只剩 cookie 了：哪里都没有对应的 session。',
    forgotten: 'session 还在，但已没有 cookie 记着它的编号。',
    gone: 'cookie 和服务器上都没有它了。',
  },
  places: 'session 在哪些地方',
  fact: '项目',
  kinds: { cookie: 'Cookie', heap: '内存', file: '文件', redis: 'Redis', dump: 'Redis 的磁盘' },
  detail: ({ kind, detail }) =>
    ({
      cookie: `路径 ${detail}`,
      heap: `应用 ${detail || '/'}`,
      file: detail,
      redis: `${detail} 号库`,
      dump: `${detail} 号库`,
    })[kind],
  has: 'session',
  here: '有',
  notHere: '没有',
  rows: {
    created: '创建于',
    lastAccessed: '上上次访问',
    thisAccessed: '最近访问',
    maxInactive: '最长闲置',
    left: '距离过期',
    isNew: '仍是新建',
    bytes: '大小',
  },
  notSerializable: '没有实现 Serializable，只有这块内存里有',
  missing: '没有',
  differs: '不一致',
  differences: '各处内容不一致',
  same: '有它的地方内容都一致。',
  side: ({ kind, host }, value) =>
    `${{ cookie: `${host} 的 cookie`, heap: `${host} 的内存`, file: `${host} 的文件`, redis: 'Redis', dump: 'Redis 的快照' }[kind]}里是 ${value}`,
  at: seconds,
  span: (ms) =>
    ms === undefined
      ? '永不过期'
      : ms <= 0
        ? '已到期'
        : ms < 120_000
          ? seconds(ms)
          : `${(ms / 60_000).toFixed(1)} 分钟`,
  yes: '是',
  no: '否',
  bytes: (count) => `${count} 字节`,
  life: '它的经历',
  lifeAbout: '点一件事，就回到那一刻。',
  marks: {
    created: '新建',
    cookie: '发 cookie',
    read: '读取',
    written: '修改',
    saved: '保存',
    copied: '读回',
    renamed: '换编号',
    unknown: '没找到',
    lost: '丢失',
    ended: '作废',
  },
  ahead: '此后',
  goTo: (ms) => `回到 ${seconds(ms)}`,
  earlier: (count) => `再显示更早的 ${count} 件`,
};
