import { type ExerciseTexts, everywhere, type Language } from '../../texts.ts';
import lesson from '../texts.ts';

export default {
  en: {
    title: 'A cache moves in',
    task: 'Another program now keeps pages of the catalogue in the same Redis: sixty of four kilobytes, without an expiry. Redis may use one megabyte. A and B have logged in, read for a quarter of a minute, click again, and must still be known. What the cache cannot store, it can fetch again.',
    checks: {
      ...everywhere.en.checks,
      pages: 'A and B get a page for every request.',
      kept: 'When the cache has filled Redis, A and B are still recognised.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'server-error':
        '{visitor} asked for {path} (request {request}, second {second}) and {server} answered 500: Redis did not take the session. The last “Caused by” in its log says why. Is there room for a single one?',
      'no-answer': lesson.en.feedback['no-answer'],
      'bad-gateway': lesson.en.feedback['no-answer'],
      'login-lost': lesson.en.feedback['login-lost'],
      evicted:
        '{visitor} had logged in and read for a while. At second {second} (request {request}, {server}) the session was gone: Redis had made room for a page of the catalogue. Sessions have an expiry and the pages have none. Which of the two does this policy look at, and does it ask in which database they lie?',
    },
    hints: {
      ...everywhere.en.hints,
      'server-error': [
        'Open the log of that Tomcat: Redis has said why it refused.',
        'What stands behind maxmemory is bytes, unless there is a unit. An empty Redis needs most of a megabyte for itself.',
      ],
      'bad-gateway': [
        'Open that request: which Tomcat was asked, and what came back from it?',
        'Both Tomcats run all the time here. So look for what they were waiting for.',
      ],
      'login-lost': lesson.en.hints['login-lost'],
      evicted: [
        'Look at maxmemory-policy, and at the tab Redis keys: which keys have a TTL?',
        'volatile means: only keys with an expiry. allkeys means: any. Memory is counted for the whole server and not by database. One policy throws nothing away and refuses the newcomer instead.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '缓存搬进来了',
    task: '另一个程序也开始用这个 Redis，往里面放商品目录的页面：六十个，每个四千字节，都没有期限。Redis 最多用一兆。A 和 B 登录之后看了十几秒的书，再点的时候必须还认得。缓存放不下的，它自己可以再去取。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: 'A 和 B 的每个请求都得到页面。',
      kept: '缓存把 Redis 塞满之后，A 和 B 仍然认得。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'server-error':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），{server} 回了 500：Redis 没有收下这份 session。日志里最后一个 “Caused by” 写着原因。那里装得下哪怕一份吗？',
      'no-answer': lesson['zh-cn'].feedback['no-answer'],
      'bad-gateway': lesson['zh-cn'].feedback['no-answer'],
      'login-lost': lesson['zh-cn'].feedback['login-lost'],
      evicted:
        '{visitor} 登录之后看了一会儿书。第 {second} 秒再点（请求 {request}，{server}），session 已经没了：Redis 把地方腾给了商品目录的一个页面。session 有期限，那些页面没有。这个策略会看上哪一种？它会管它们在哪个库里吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'server-error': [
        '打开那台 Tomcat 的日志：Redis 为什么拒绝，它自己说了。',
        'maxmemory 后面不写单位，就是字节。一个空的 Redis，自己就要用掉大半兆。',
      ],
      'bad-gateway': [
        '点开那个请求：问的是哪台 Tomcat？它回了什么？',
        '这里两台 Tomcat 一直在运行，所以要找的是：它们在等什么。',
      ],
      'login-lost': lesson['zh-cn'].hints['login-lost'],
      evicted: [
        '看 maxmemory-policy，再看“Redis 里的键”那一页：哪些键有 TTL？',
        'volatile 的意思是只扔有期限的，allkeys 的意思是谁都可以扔。内存按整个 Redis 算，不分库。有一种策略什么都不扔，只拒绝新来的。',
      ],
    },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept',
  | 'redis-refuses'
  | 'webapp-failed'
  | 'server-error'
  | 'no-answer'
  | 'bad-gateway'
  | 'not-proxied'
  | 'login-lost'
  | 'evicted'
> &
  Record<Language, { title: string; task: string }>;
