import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'Prices with two places',
    task: 'The new version on tomcat2 shows prices as 20.00. Somebody thought of large sums and made the field a long while at it; the number is the same in both versions, so what could go wrong? Since then whoever has a cart is logged out by turns. Item.java of both Tomcats is yours; the new version is to go on showing two places.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page.',
      kept: 'A and B are recognised on every page, whichever version writes it.',
      values: 'The book in the cart costs 20, on both Tomcats.',
      'new': 'tomcat2 shows prices with two places.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which could not read the other version’s item, and said so to nobody. The number is the same, so what else does Java compare?',
      'value-lost':
        'At second {second} {server} showed {visitor} this: {shown}. Something that the other version had written did not arrive. By what does Java find the field that a value belongs to?',
      'field-gone':
        'A cart from tomcat2 looks like this: {shown} (request {request}). Where are the two places that this release was about?',
    },
    hints: {
      ...everywhere.en.hints,
      'server-error': ['The stack trace in that Tomcat’s log names a class.', 'Look at its file.'],
      'login-lost': [
        'Compare the fields of the two versions, word by word, and the numbers as well.',
        'int and long are different kinds. Either both versions have the same, or the new one keeps the old field.',
      ],
      'value-lost': ['Compare the names of the fields.', 'A field is found by its name.'],
      'field-gone': ['Only how a price is shown was to change.', 'That is in toString.'],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '价格带两位小数',
    task: 'tomcat2 上的新版把价格显示成 20.00。有人想到以后金额会很大，顺手把字段改成了 long；反正两个版本的 serialVersionUID 一样，能出什么事？从那以后，购物车里有东西的人就时而登录、时而没登录。两台的 Item.java 归你改；新版要继续显示两位小数。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面。',
      kept: '不管页面由哪个版本写出，A 和 B 都被认得。',
      values: '购物车里的书，在两台上都是 20。',
      'new': 'tomcat2 显示的价格带两位小数。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它读不了另一个版本的商品，而且谁也没告诉。那个数明明一样，Java 还比较什么？',
      'value-lost':
        '第 {second} 秒，{server} 给 {visitor} 看的是：{shown}。另一个版本写下的东西，有一样没到。Java 凭什么给值找字段？',
      'field-gone': 'tomcat2 的购物车是这样：{shown}（请求 {request}）。这次发版要的两位小数呢？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'server-error': ['那台 Tomcat 日志里的堆栈写着一个类名。', '打开它的文件。'],
      'login-lost': [
        '把两个版本的字段逐字对一遍，那个数也对一下。',
        'int 和 long 是两种类型。要么两边一样，要么新版保留原来的字段。',
      ],
      'value-lost': ['比一比字段的名字。', '字段是按名字找的。'],
      'field-gone': ['要变的只是价格的显示。', '那在 toString 里。'],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'kept' | 'values' | 'new',
  | 'nginx-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'server-error'
  | 'login-lost'
  | 'value-lost'
  | 'field-gone'
>;
