import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page, also after tomcat1 was killed.',
      cart: 'The cart that one Tomcat gave is shown by both, item by item, and survives the crash.',
      kept: 'A and B stay logged in.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'server-error':
        '{visitor} asked for {path} (request {request}, second {second}) and {server} answered 500. The stack trace is in its log: which class does it name first?',
      'does-not-compile':
        '{visitor} asked {server} for a cart (request {request}), and there was no class to make one of: javac had not accepted the sources. What does the editor say below Cart.java and Item.java of {server}?',
      'cart-lost':
        'At second {second} {server} showed {visitor} a session without a cart (request {request}), although the page that gave the cart had said 200. At that moment a Tomcat wrote one SEVERE line into catalina.out: which class does it name?',
      'cart-changed':
        'At second {second} {server} showed {visitor} this cart: {shown}. That is not what was put into it. What was left out when the cart was written, and who could have filled it in again?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, and {server} cannot read what the other Tomcat has written: it takes him for a stranger, without a line in the log. In which words do the two versions of the class differ?',
    },
    hints: {
      ...everywhere.en.hints,
      'server-error': [
        'The first line of the stack trace in that Tomcat’s log names a class.',
        'Look at the file of that class in the editor.',
      ],
      'does-not-compile': [
        'The editor marks the place; Tomcat runs the class only when javac accepts the source.',
        'Mind the semicolon at the end, the import for Serializable, and both Tomcats.',
      ],
      'cart-lost': [
        'The SEVERE line in catalina.out names one class. Open its file.',
        'Everything that is written must be Serializable, and everything it holds as well. Which class in the cart is not?',
      ],
      'cart-changed': [
        'Compare what the page shows with what was put in.',
        'A transient field is not written, and reading runs no initialiser. Must it be transient?',
      ],
      'login-lost': [
        'Compare the class on the two Tomcats, word by word.',
        'Both must have the same serialVersionUID, written down or computed from the same text.',
      ],
    },
    predictions: {
      put: 'A puts a cart with a book into the session: /put?class=Cart&k=cart. Which status does the browser get?',
      'still-known': 'And the page after that: is A still logged in?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面，tomcat1 被杀之后也是。',
      cart: '一台 Tomcat 放进去的购物车，两台都能原样显示，宕机之后也在。',
      kept: 'A 和 B 一直是登录状态。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'server-error':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），{server} 回了 500。堆栈在它的日志里：最先点名的是哪个类？',
      'does-not-compile':
        '{visitor} 向 {server} 要一个购物车（请求 {request}），可那里没有造它的类：javac 没有通过这些源文件。编辑器在 {server} 的 Cart.java 和 Item.java 下面说了什么？',
      'cart-lost':
        '第 {second} 秒，{server} 给 {visitor} 看的 session 里没有购物车（请求 {request}），可放购物车的那个页面明明是 200。就在那一刻，有一台 Tomcat 往 catalina.out 里写了一行 SEVERE：上面是哪个类的名字？',
      'cart-changed':
        '第 {second} 秒，{server} 给 {visitor} 看的购物车是：{shown}。和放进去的不一样。写出去的时候漏掉了什么？读回来的时候，又该由谁补上？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，而 {server} 读不懂另一台写下的东西，于是把人当成生客，日志里一行都没有。两边的类，差在哪几个字？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'server-error': ['那台 Tomcat 日志里，堆栈的第一行写着一个类名。', '在编辑器里打开那个类的文件。'],
      'does-not-compile': [
        '编辑器标出了位置；javac 通过了，Tomcat 才有这个类可用。',
        '注意末尾的分号、Serializable 的 import，还有：两台都要改。',
      ],
      'cart-lost': [
        'catalina.out 里 SEVERE 那一行只写了一个类名，打开它的文件。',
        '要写出去的对象得是 Serializable，它里面装的每一样也得是。购物车里哪个类不是？',
      ],
      'cart-changed': [
        '把页面显示的和放进去的比一比。',
        'transient 的字段不写，读的时候初始化也不会再做一遍。它非得是 transient 吗？',
      ],
      'login-lost': [
        '把两台上的同一个类逐字对一遍。',
        '两边的 serialVersionUID 要一样：要么都写明，要么由同样的源码算出来。',
      ],
    },
    predictions: {
      put: 'A 把一个装着书的购物车放进 session：/put?class=Cart&k=cart。浏览器得到的状态码是多少？',
      'still-known': '再打开下一个页面：A 还是登录状态吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'cart' | 'kept',
  | 'nginx-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'server-error'
  | 'does-not-compile'
  | 'cart-lost'
  | 'cart-changed'
  | 'login-lost',
  'put' | 'still-known'
>;
