import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    green: {
      title: 'Everything is green',
      stage: 'A is known on both Tomcats. Redis is killed, and a second later it is back. Everything is green.',
      say: 'Let everybody look at the picture; nothing in it is wrong.',
      after: 'Nobody has clicked since. Stop here.',
    },
    'three-pages': {
      title: 'Three pages',
      stage: 'A clicks three times. Which three pages?',
      say: 'The wish to say “known, known, known” is strong, and it should be said aloud. Vote, let neighbours talk, vote again; then go click by click, and ask after each.',
      ask: 'Redis is back, and A opens “Who am I” three times. What comes?',
      answers: {
        known: { answer: 'Known, known, known', reply: 'The session is in Redis. In which process?' },
        forgotten: {
          answer: 'Logged out, three times',
          reply: 'Count the connections: each Tomcat has one that nobody has looked at.',
        },
        'two-errors': { answer: '500, 500, and then logged out', reply: 'Yes. One error for each broken connection.' },
        errors: { answer: '500, until both Tomcats are restarted', reply: 'Click a third time. They need no help.' },
      },
      after:
        'Two things were lost, and they have nothing to do with each other: connections, with the process, one page each; sessions, because they were on no disk.',
    },
    full: {
      title: 'Full',
      stage: 'Redis is full. A stores something, and the page says that it was done.',
      say: 'Ask where that error went.',
      ask: 'Redis refused to write. Who says so?',
      expect: [{ answer: 'catalina.out will.', reply: 'Look: nobody’s log has a line about it. The answer was 200.' }],
      after: '`/attrs` has no `a` in it.',
    },
    exercise: {
      title: 'Back, and as before',
      stage: 'Your turn: Redis dies, and comes back with all its sessions; no page is an error.',
      say: 'On their own devices.',
      expect: [
        {
          answer: 'Does `appendfsync` matter after `kill -9`?',
          reply:
            'No: what was written is with the kernel, and the kernel lives. It matters when the power goes. A question for whoever is done early.',
        },
      ],
      after: 'Ask for the two lines, one for each of the two losses.',
    },
  },
  'zh-cn': {
    green: {
      title: '一片绿',
      stage: '两台 Tomcat 都认得 A。Redis 被杀掉，一秒后又回来了，一片绿。',
      say: '让大家看看图，哪里都没毛病。',
      after: '之后还没有人点过。停在这里。',
    },
    'three-pages': {
      title: '三个页面',
      stage: 'A 连点三下，会是哪三个页面？',
      say: '大家很想说“认得、认得、认得”，那就请他们大声说出来。先投一次票，和邻座讨论，再投一次；然后慢慢点，点一下问一句。',
      ask: 'Redis 回来了，A 连开三次“我是谁”。来的是什么？',
      answers: {
        known: { answer: '认得、认得、认得', reply: 'session 在 Redis 里。在哪个进程里？' },
        forgotten: { answer: '三次都没登录', reply: '数一数连接：两台 Tomcat 各有一个没人检查过的。' },
        'two-errors': { answer: '500、500，然后没登录', reply: '对。断了的连接，一个赔一个错误页。' },
        errors: { answer: '一直 500，要重启 Tomcat', reply: '再点第三下。它们不用人帮。' },
      },
      after: '丢了两样东西，彼此没有关系：连接是跟着进程断的，一个赔一个页面；session 没了，是因为硬盘上没有。',
    },
    full: {
      title: '写满了',
      stage: 'Redis 满了。A 存了点东西，页面说存好了。',
      say: '问一问，那个错误去了哪里。',
      ask: 'Redis 拒绝写入。这件事谁说了？',
      expect: [{ answer: 'catalina.out 里会有。', reply: '找找看：谁的日志里都没有。回答是 200。' }],
      after: '`/attrs` 里没有 `a`。',
    },
    exercise: {
      title: '回来了，一切照旧',
      stage: '轮到你们：Redis 死了再回来，session 都在，一个错误页也没有。',
      say: '各自在自己的设备上做。',
      expect: [
        {
          answer: '`kill -9` 之后，`appendfsync` 怎么设有区别吗？',
          reply: '没有：写出去的已经交给内核，内核还活着。断电的时候才有区别。可以留给先做完的人。',
        },
      ],
      after: '请人说出那两行：丢的两样东西，各归哪一行管。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
