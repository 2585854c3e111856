import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    login: {
      title: 'Logged in',
      stage: 'Sessions are in Redis. A logs in; the next thing that goes into the session is a cart.',
      say: 'Show Cart and Item in the editor, without a comment.',
      after: 'So far there is a name in the session, and nothing else.',
    },
    put: {
      title: 'A cart',
      stage: 'A puts a cart with a book into the session. Which status does the page have?',
      say: 'Vote. Most say 500, since an exception is thrown somewhere.',
      expect: [
        {
          answer: '500: somewhere an exception is thrown.',
          reply: 'It is. Let them run it, and then ask who has seen it.',
        },
      ],
      after: 'Ask what they saw: 200, `put cart=Cart[book:20]`. Do not explain yet.',
    },
    'next-page': {
      title: 'The page after that',
      stage: 'A opens the next page. Is A still logged in?',
      say: 'The second vote. After it, ask what else should be on that page.',
      expect: [
        {
          answer: 'The session is broken, so A is logged out.',
          reply: 'The session in Redis is as it was before: the write never came.',
        },
      ],
      after: 'Logged in, and no cart. Ask where they would look; let somebody find the one line in catalina.out.',
    },
    blame: {
      title: 'Which class is to blame?',
      stage: 'SEVERE: demo.Item. Nothing else. Which class is to blame?',
      say: 'The line names Item; the code that was written names Cart. Draw the cart with the item in it.',
      ask: 'Which class is to blame?',
      expect: [
        { answer: 'Cart.', reply: '`Cart implements Serializable`, and so does the list in it.' },
        {
          answer: 'We would have noticed.',
          reply: 'In access.log: 200. In the monitor: green. In the log: two words.',
        },
        {
          answer: 'Put everything into the session, Serializable.',
          reply: 'Ask for the bytes per request; the X-ray shows them.',
        },
      ],
      after:
        'A counter was counted meanwhile: GET, SET, EXPIRE. Compare it with the request of the cart: a GET, and then nothing.',
    },
    transient: {
      title: 'Make it transient',
      stage: 'The list becomes transient, both Tomcats are restarted, A puts a new cart. Where is the book?',
      say: 'Somebody will have proposed it. Let it be done, and then look at the cart.',
      ask: 'Now it can be written. What is in the cart?',
      expect: [
        { answer: 'The book.', reply: 'No constructor runs when an object is read. Ask who fills the list again.' },
        { answer: 'An empty list.', reply: 'Not even that: `new ArrayList` is not done a second time.' },
      ],
      after: '`cart=Cartnull`. transient is for what can be worked out again, and then somebody has to do it.',
    },
    exercise: {
      title: 'A cart that stays',
      stage: 'Your turn: the cart is there on both Tomcats, and after one of them has died.',
      say: 'On their own devices.',
      after: 'End with the test of “On a real machine”: write every class once, before it is deployed.',
    },
  },
  'zh-cn': {
    login: {
      title: '登录了',
      stage: 'session 都在 Redis 里。A 登录；接下来要放进去的，是一个购物车。',
      say: '在编辑器里打开 Cart 和 Item，先不评论。',
      after: '到现在，session 里只有一个名字。',
    },
    put: {
      title: '购物车',
      stage: 'A 把一个装着书的购物车放进 session。这个页面的状态码是多少？',
      say: '投票。多数人说 500，因为总有个异常抛出来。',
      expect: [{ answer: '500，总有个异常抛出来。', reply: '是抛了。运行，再问谁看见了它。' }],
      after: '问大家看到了什么：200，`put cart=Cart[book:20]`。先别解释。',
    },
    'next-page': {
      title: '再下一个页面',
      stage: 'A 打开下一个页面。还是登录状态吗？',
      say: '这是第二次投票。投完再问：这个页面上还该有什么？',
      expect: [
        { answer: 'session 坏了，登录也没了。', reply: 'Redis 里的 session 还是原来的样子：那次写根本没发出去。' },
      ],
      after: '登录着，购物车没了。问会去哪里查，让一个人在 catalina.out 里找到那唯一的一行。',
    },
    blame: {
      title: '怪哪个类',
      stage: 'SEVERE: demo.Item，就这么一行。怪哪个类？',
      say: '日志里写的是 Item，代码里放的是 Cart。把装着商品的购物车画出来。',
      ask: '怪哪个类？',
      expect: [
        { answer: 'Cart。', reply: '`Cart implements Serializable`，里面的列表也是。' },
        { answer: '我们早就会发现。', reply: 'access.log 里是 200，监控是绿的，日志里只有两个词。' },
        { answer: '全都 Serializable，全放进去。', reply: '问每个请求多少字节，透视里看得到。' },
      ],
      after: '这时计数器计了一次：GET、SET、EXPIRE。和放购物车的那个请求比一比：一个 GET，然后什么也没有。',
    },
    transient: {
      title: '加 transient',
      stage: '列表加上 transient，两台重启，A 放一个新的购物车。书在哪里？',
      say: '总有人会提这个办法。照做，再看购物车。',
      ask: '现在写得出去了。购物车里是什么？',
      expect: [
        { answer: '那本书。', reply: '读回对象的时候不跑构造方法。问：列表由谁重新填上？' },
        { answer: '一个空列表。', reply: '连空列表都没有：`new ArrayList` 不会再执行一次。' },
      ],
      after: '`cart=Cartnull`。transient 是给算得回来的东西用的，而且要有人去算。',
    },
    exercise: {
      title: '留得住的购物车',
      stage: '轮到你们：购物车在两台上都在，死了一台也还在。',
      say: '各自在自己的设备上做。',
      after: '最后讲“在真机上试”里的那个测试：发布之前，把每个类写一遍。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
