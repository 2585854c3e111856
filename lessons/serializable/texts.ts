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
    hints: { ...everywhere.en.hints },
    predictions: {},
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
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
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
  | 'login-lost'
>;
