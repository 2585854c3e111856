import { shortId } from '../../page/shapes.ts';
import type { SpaceTimeWords } from './words.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} 秒`;

/** 时空图用的中文。 */
export const words: SpaceTimeWords = {
  label: '时空图：每台主机一条线，时间从上往下走',
  about:
    '每台主机一条竖线，时间从上往下走。斜箭头是一条消息：从发出的时刻画到收到的时刻。把鼠标移上去就有解释；也可以用方向键走：上下按时间，左右沿着同一个请求。',
  legend:
    '末端打叉：消息没人收。线断开：进程不在；虚线：正在启动或关闭；双线：被冻结。+ … 是新建的 session，− … 是没了的，? … 是没人认得的。',
  empty: '还什么都没发生。让一位访客登录，消息就会一条条往下画。',
  now: '当前时刻',
  earlier: '往前',
  later: '往后',
  newest: '最新',
  gap: (ms) => `此处 ${seconds(ms)}无事发生`,
  message: ({ from, to, text, sentAt, at, sid, sets, lost, end }, type) => {
    const cookie = sid === undefined ? '' : sets ? `；设置 cookie …${shortId(sid)}` : `；带着 cookie …${shortId(sid)}`;
    const fate = {
      arrived: `${seconds(sentAt)}发出，${seconds(at)}到达`,
      lost: `${seconds(sentAt)}发出，半路丢了`,
      untaken: `${seconds(sentAt)}发出，${seconds(at)}到的时候没人收`,
      'under way': `${seconds(sentAt)}发出，还在路上`,
    }[end];
    return `${from} → ${to}，${type}${text === '' ? '' : `：${text}`}${cookie}${lost ? '；登录丢了' : ''}。${fate}。`;
  },
  why: (chain) => `看请求 ${chain} 的解释`,
  goTo: (ms) => `回到 ${seconds(ms)}`,
  choose: '指向一个箭头或记号，这里就说明它是什么。',
  explained: '所指之处的解释',
  tags: {
    loginLost: '登录丢了',
    loggedOut: '退出登录',
    noAnswer: '没有回应',
    sessionsLost: (count) => `− ${count} 个 session`,
    sessionsSaved: (count) => `存盘 ${count} 个`,
    sessionsLoaded: (count) => `读回 ${count} 个`,
    link: (to, event) => (event === 'cut' ? `到 ${to} 断网` : `到 ${to} 恢复`),
    gone: '离开',
  },
};
