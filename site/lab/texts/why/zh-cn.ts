import { whereabouts } from '../whereabouts/zh-cn.ts';
import { zhCn } from '../zh-cn.ts';
import type { WhyWords } from './words.ts';

const { methods } = zhCn.nginx;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} 秒`;

const states = {
  chosen: '选中',
  available: '可选',
  backup: 'backup，其他都不行才用',
  tried: '这个请求已经试过它',
  down: '文件里写了 down',
  failed: '跳过：失败次数到了 max_fails',
  max_conns: '跳过：连接数到了 max_conns',
} as const;

export const words: WhyWords = {
  ...whereabouts,
  title: ({ chain, method, path, servers }) =>
    `${chain}：${method} ${path}${servers.length > 0 ? ` → ${servers.join(' → ')}` : ''}`,
  chose: (choice) =>
    choice.kind === 'picked'
      ? `${choice.upstream} 组，${methods[choice.by]}：选中 ${choice.to}。起决定作用的是`
      : `${choice.upstream} 组，${methods[choice.by]}：没有能用的服务器。起决定作用的是`,
  show: '在编辑器里显示这一行',
  hashedBytes: (bytes) =>
    `参与计算的：${bytes.join(' . ')}${bytes.length === 3 ? '（IPv4 地址的前三段，第四段不算）' : ''}`,
  hashedKey: (key) => `参与计算的：“${key}”`,
  hashStep: ({ hash, point, peer, rejected }, by) =>
    `哈希值 ${hash} → ${by === 'ip_hash' || by === 'hash' ? `落在权重的第 ${point} 格` : `落在环上第 ${point} 位`} → ${peer}${rejected === undefined ? '' : `：${states[rejected]}，再算一次`}`,
  fellBack: {
    'too-many-rehashes': '重算超过 20 次，ip_hash 放弃，改用轮询。',
    'single-peer': '只有一台服务器，用不着哈希。',
    'empty-key': 'key 是空的，改用轮询。',
  },
  candidates: '选择那一刻的各台服务器',
  server: '服务器',
  weight: '权重',
  effective: '有效权重',
  current: '当前值 前 → 后',
  conns: '连接数',
  fails: '失败',
  state: '结果',
  states,
  until: (ms) => `到 ${seconds(ms)}`,
  underWay: '请求还在去 nginx 的路上。',
  noChoice: '这个请求不需要选服务器。',
  hops: '走过的地方，和各处的决定',
  at: (ms) => seconds(ms),
  byDefault: {
    manager: '没有写 <Manager>：用 Tomcat 自带的管理器，session 放在内存里',
    redis: '配置文件没写：是默认值，或被 CONFIG SET 改过',
  },
};
