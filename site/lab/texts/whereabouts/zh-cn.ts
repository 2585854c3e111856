import type { NotFound, Whereabouts } from '../../xray.ts';
import type { WhereaboutsWords } from './words.ts';

const whys: Record<Whereabouts, string> = {
  'no-process': '没在运行，没有内存',
  'in-redis': '只在处理请求时才有，平时由 Redis 保管',
  'no-file': '没有这个文件',
  'not-in-file': '文件里没有它',
  'other-cookie': '浏览器已换成别的编号',
  'no-cookie': '浏览器没有会话 cookie',
  'refuses-cookies': '浏览器拒收 cookie',
  'never-here': '从没到过这里',
  'not-lately': '运行太长，往回能查到的这一段里没来过这里',
  'never-anywhere': '这次运行里没有哪台服务器有过它',
  'unreadable-bytes': 'Redis 里的字节在这里反序列化不了',
  'not-written': '没能写进 Redis',
  crash: '丢了：进程被杀掉',
  'not-saved': '随进程结束了',
  unreadable: '丢了：文件读不出来',
  undeployed: '随应用一起卸载了',
  expired: '过期了',
  invalidated: '退出登录时作废了',
  renamed: '已经换了编号',
  'key-expired': '键到期，Redis 删掉了',
  evicted: '内存满，被淘汰',
  deleted: '有人在命令行里删掉了',
  flushed: '被 FLUSHALL 或 FLUSHDB 清空',
  'memory-lost': '随 Redis 的内存丢了：磁盘上没有它',
};

const since = (at: number) => `自 ${(at / 1000).toFixed(1)} 秒起`;

const kinds = { heap: '内存', file: '文件', redis: 'Redis' } as const;

function elsewhere({ elsewhere: places }: NotFound): string {
  const named = places.map(({ host, kind }) => (kind === 'redis' ? 'Redis' : `${host} 的${kinds[kind]}`));
  return named.length === 0 ? '' : `它在 ${named.join('、')} 里，而这个 Tomcat 不会去那里找。`;
}

export const whereabouts: WhereaboutsWords = {
  whys,
  since,
  notFound: (reason) =>
    `为什么没找到：${whys[reason.why]}${reason.at === undefined ? '' : `（${since(reason.at)}）`}。${elsewhere(reason)}`,
};
