import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Redis was killed and is back: every request gets a page, the first ones too.',
      survive: 'Whoever had logged in before Redis was killed is still recognised when it is back.',
      crowd: 'A robot leaves 90 sessions behind, and A and B are still recognised.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'no-answer':
        '{visitor} asked for {path} (request {request}, second {second}) and had no page in the end (status {status}; 0 means still waiting). What does the Tomcat behind {upstream} wait for?',
      'login-lost':
        'Redis was well, and yet request {request} of {visitor} at second {second} found nobody it knew on {server}. Do both Tomcats keep their sessions in the same place, and is there room for a session at all?',
      'stale-connection':
        'Redis had been back for two seconds and more when {visitor} asked for {path} (request {request}, second {second}), and {server} answered 500: it took a connection from its pool that had ended with the old Redis. Who could look at a connection before a request gets it?',
      'not-on-disk':
        'Redis is running again, but request {request} of {visitor} at second {second} found no session: it had been in the memory of the process that was killed, and on no disk. When does this redis.conf write something down, and how much may happen until then?',
      evicted:
        '{visitor} had logged in, read for a while, and was a stranger at second {second} (request {request}, {server}). Redis was full, and to make room it threw that session away. What does this redis.conf tell it to do when it is full?',
    },
    hints: {
      ...everywhere.en.hints,
      'login-lost': [
        'Compare the Manager in both context.xml, and look at the tab Redis keys while A logs in.',
        'The same host, port and database on both sides, and a maxmemory that holds at least a few sessions.',
      ],
      'stale-connection': [
        'The place is the Manager in both context.xml: it owns the connections to Redis.',
        'The pool can test a connection with PING before it lends it, or test the idle ones often, or keep none. The names are those of commons-pool; only MaxTotal, MaxIdle and MinIdle have the prefix connectionPool.',
      ],
      'not-on-disk': [
        'Look at the lines save and appendonly in redis.conf, and at the table in the lesson.',
        'A snapshot holds what was there when it was taken. B logged in 0.3 seconds before the end; which of the two ways has written that down by then?',
      ],
      evicted: [
        'The last two lines of redis.conf: how much there may be, and what happens beyond that.',
        'Every policy but one throws something away, and a session has an expiry, so the volatile ones find it, too. More room helps as well, as long as the crowd is smaller than the room.',
      ],
    },
    predictions: {
      'first-page':
        'Redis was killed and started again, and nobody has clicked since. Which status does A’s first page have?',
      'third-page': 'A clicks for the third time since Redis is back. Does the page know A?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: 'Redis 被杀又回来之后，每个请求都得到页面，头几个也不例外。',
      survive: 'Redis 被杀之前登录过的人，它回来之后还都认得。',
      crowd: '爬虫留下 90 个 session 之后，A 和 B 仍然认得。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'no-answer':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），到最后也没拿到页面（状态 {status}，0 表示还在等）。{upstream} 后面那台 Tomcat 在等什么？',
      'login-lost':
        'Redis 好好的，可是第 {second} 秒 {visitor} 的请求 {request} 到了 {server}，它却不认得。两台 Tomcat 的 session 存在同一个地方吗？那里装得下哪怕一份吗？',
      'stale-connection':
        'Redis 已经回来两秒多了，{visitor} 请求 {path}（请求 {request}，第 {second} 秒），{server} 还是回了 500：它从连接池里拿出的那个连接，早就跟着旧的 Redis 断了。在交给请求之前，谁能先看一眼连接还通不通？',
      'not-on-disk':
        'Redis 又在运行了，可是第 {second} 秒 {visitor} 的请求 {request} 找不到 session：它原先只在被杀的那个进程的内存里，硬盘上没有。这份 redis.conf 什么时候才往硬盘写？写之前又能发生多少事？',
      evicted:
        '{visitor} 登录之后看了一会儿书，第 {second} 秒再点就成了生客（请求 {request}，{server}）。Redis 满了，为了腾地方，把那份 session 扔了。满了该怎么办，这份 redis.conf 是怎么交代的？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'login-lost': [
        '比较两份 context.xml 里的 Manager；A 登录的时候，看看“Redis 里的键”那一页。',
        '两边的主机、端口、库号要一样；maxmemory 至少要装得下几份 session。',
      ],
      'stale-connection': [
        '看两份 context.xml 里的 Manager：到 Redis 的连接归它管。',
        '连接池可以在借出之前先 PING 一下，可以勤查空闲的连接，也可以一个都不留。选项用的是 commons-pool 的名字，只有 MaxTotal、MaxIdle、MinIdle 三个要加前缀 connectionPool。',
      ],
      'not-on-disk': [
        '看 redis.conf 里的 save 和 appendonly，再对照课文里的表格。',
        '快照里只有拍的那一刻已有的东西。B 是在被杀前 0.3 秒登录的，两种办法里，哪一种这时已经记下来了？',
      ],
      evicted: [
        '看 redis.conf 的最后两行：最多能放多少，放不下了怎么办。',
        '这些策略里只有一种什么都不扔；session 都有期限，所以 volatile 那几种也会扔到它。给大一点也行，只要来的人装得下。',
      ],
    },
    predictions: {
      'first-page': 'Redis 被杀，又启动了，之后还没有人点过。A 打开的第一个页面，状态码是多少？',
      'third-page': 'Redis 回来之后，A 点第三下。这个页面认得 A 吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'survive' | 'crowd',
  | 'redis-refuses'
  | 'webapp-failed'
  | 'server-error'
  | 'no-answer'
  | 'login-lost'
  | 'stale-connection'
  | 'not-on-disk'
  | 'evicted',
  'first-page' | 'third-page'
>;
