import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    one: {
      title: 'One in the cart',
      stage: 'A is logged in and has put one thing into the cart: count=1.',
      say: 'Two Tomcats take turns, the sessions are in Redis: the guide’s wiring, working.',
      after: 'count=1, and it is in Redis.',
    },
    twice: {
      title: 'Two tabs at once',
      stage: 'A has one thing in the cart and clicks twice at once. What will the two pages say?',
      say: 'Vote, let neighbours talk, vote again. Slow the lab down to a tenth and stop the clock when the two `GET`s are on their way to Redis.',
      ask: 'Two tabs, both “Cart +1”, at the same moment. What do the two pages say?',
      answers: {
        'one-by-one': {
          answer: '2 and 3: Redis does one thing after the other',
          reply: 'So it does, command by command. But reading and writing are two commands, and others fit between.',
        },
        same: { answer: '2 and 2', reply: 'Yes. Both have read a 1.' },
        both: { answer: '3 and 3', reply: 'Both would have to know of each other.' },
        refused: { answer: 'One of them is an error', reply: 'Nothing here compares or locks.' },
      },
      after:
        'Each request takes a copy of the whole session home and brings it back. Who brings it back last wins, for everything in it.',
    },
    'two-tabs': {
      title: 'An order and a book',
      stage: 'One tab orders, which takes ten seconds; another puts a book into the cart meanwhile. What is left?',
      say: 'Two different attributes this time. Ask whether that makes it better.',
      ask: 'When both are done, what is in the session?',
      answers: {
        both: {
          answer: 'Both: they are different attributes',
          reply: 'In the memory of one Tomcat, yes. Redis has one value for the whole session.',
        },
        item: { answer: 'Only the book: it was set last', reply: 'It was. What counts is who writes last.' },
        order: { answer: 'Only the order', reply: 'Yes. Its request ends last, and there was no book when it began.' },
      },
      after: 'Put the commands of both requests side by side: GET, GET, SET, SET.',
    },
    'same-tomcat': {
      title: 'Both on one Tomcat',
      stage: 'ip_hash: both tabs come to the same Tomcat. Does that help?',
      say: 'Most expect it to, since “one Tomcat, one memory”. Hands up, then run.',
      ask: 'Both requests are on tomcat1 now. Is the book saved?',
      expect: [
        {
          answer: 'Yes: one Tomcat, one memory.',
          reply: 'Open both requests: each has a GET of its own. Ask where the object is that they would share.',
        },
      ],
      after: 'Lost just the same. This manager keeps nothing in Tomcat’s memory.',
    },
    exercise: {
      title: 'Keep both',
      stage: 'Your turn: the order and the book are both there, and a Tomcat may die.',
      say: 'On their own devices.',
      expect: [
        {
          answer: 'And two counters?',
          reply: 'With `SAVE_ON_CHANGE`, for whoever is done early. No setting repairs those; ask what would.',
        },
      ],
      after: 'Ask what the answer costs: how many more SETs, and when.',
    },
  },
  'zh-cn': {
    one: {
      title: '购物车里有一件',
      stage: 'A 登录了，往购物车里放了一件：count=1。',
      say: '两台 Tomcat 轮流，session 在 Redis 里：就是原教程的接法，能用。',
      after: 'count=1，已经在 Redis 里了。',
    },
    twice: {
      title: '两个标签页同时打开',
      stage: 'A 的购物车里有一件，他同时点了两下。两个页面会说几？',
      say: '先投一次票，和邻座讨论，再投一次。把速度降到十分之一，等两条 `GET` 都在去 Redis 的路上，暂停。',
      ask: '两个标签页，同一时刻都点“加购物车”。两个页面会说几？',
      answers: {
        'one-by-one': {
          answer: '2 和 3，Redis 是一条一条执行的',
          reply: '命令确实是一条一条的，可读和写是两条命令，中间插得进别人。',
        },
        same: { answer: '2 和 2', reply: '对。两个读到的都是 1。' },
        both: { answer: '3 和 3', reply: '那得两边互相知道对方才行。' },
        refused: { answer: '有一个会报错', reply: '这里没有谁比较，也没有谁加锁。' },
      },
      after: '每个请求都把整个 session 抄一份带走，做完再整份放回去。谁最后放回去，整份就以谁为准。',
    },
    'two-tabs': {
      title: '一张订单和一本书',
      stage: '一个标签页下单，要十秒；另一个趁这时放进一本书。最后剩下什么？',
      say: '这次是两个不同的属性。问：这样会好一些吗？',
      ask: '两个都做完以后，session 里有什么？',
      answers: {
        both: {
          answer: '都有，是两个不同的属性',
          reply: '在一台 Tomcat 的内存里是这样。Redis 里，整个 session 只有一个值。',
        },
        item: { answer: '只有书，它是后放的', reply: '是后放的，但要看谁最后写。' },
        order: { answer: '只有订单', reply: '对。它的请求最后结束，而它开始的时候还没有书。' },
      },
      after: '把两个请求的命令并排写下来：GET、GET、SET、SET。',
    },
    'same-tomcat': {
      title: '都到同一台',
      stage: 'ip_hash：两个标签页都到同一台 Tomcat。这下好了吗？',
      say: '多数人以为会好，理由是“同一台 Tomcat，同一块内存”。举手，然后运行。',
      ask: '两个请求都在 tomcat1 上了。书保住了吗？',
      expect: [
        {
          answer: '保住了，同一台 Tomcat，同一块内存。',
          reply: '把两个请求都点开：各有各的 GET。问一问，他们说的那个共用的对象在哪里。',
        },
      ],
      after: '照样丢。这个管理器在 Tomcat 的内存里什么也不留。',
    },
    exercise: {
      title: '两样都留下',
      stage: '轮到你们：订单和书都在，Tomcat 死一台也不怕。',
      say: '各自在自己的设备上做。',
      expect: [
        {
          answer: '那两个计数器呢？',
          reply: '先做完的人在 `SAVE_ON_CHANGE` 下试试。哪个配置都救不了它，问问他什么才救得了。',
        },
      ],
      after: '问一句代价：多了几条 SET，各在什么时候？',
    },
  },
} satisfies BeatsTexts<typeof beats>;
