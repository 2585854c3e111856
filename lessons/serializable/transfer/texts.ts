import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'A field that nobody sees',
    task: 'User.java is Serializable, it even has a serialVersionUID. Since somebody gave it a lock, users vanish from sessions: the page that puts one there says 200, the next page shows none. The lock is of the class Object, which comes with Java; you cannot change that one. User.java of both Tomcats is yours.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page.',
      object: 'A user that one Tomcat put into the session is shown by both, and survives a crash.',
      kept: 'A and B stay logged in.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'does-not-compile':
        '{visitor} asked {server} for a user (request {request}), and there was no class to make one of. What does the editor say below User.java of {server}?',
      'object-lost':
        'At second {second} {server} showed {visitor} a session without a user (request {request}), although the page that put it there had said 200. Which class does the SEVERE line in catalina.out name?',
      'object-changed':
        'At second {second} {server} showed {visitor} this user: {shown}. That is not what was put there. Which field was left out when it was written?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which cannot read what the other Tomcat has written. By which number does Java compare the two versions of User?',
    },
    hints: {
      ...everywhere.en.hints,
      'does-not-compile': ['The editor marks the place.', 'Mind both Tomcats.'],
      'object-lost': [
        'It names java.lang.Object. Where in User is one?',
        'What need not be written can be left out of the writing, by one word before the field.',
      ],
      'object-changed': ['Compare name and age with what the page shows.', 'Only the lock needs that word.'],
      'login-lost': ['Compare the two files.', 'One number for both.'],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '一个看不见的字段',
    task: 'User.java 实现了 Serializable，连 serialVersionUID 都写了。自从有人给它加了一把锁，用户就从 session 里消失了：放进去的页面是 200，下一个页面里却没有。锁的类是 Java 自带的 Object，改不了。两台的 User.java 归你改。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面。',
      object: '一台 Tomcat 放进 session 的用户，两台都能显示，宕机之后也在。',
      kept: 'A 和 B 一直是登录状态。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'does-not-compile':
        '{visitor} 向 {server} 要一个用户（请求 {request}），可那里没有造它的类。编辑器在 {server} 的 User.java 下面说了什么？',
      'object-lost':
        '第 {second} 秒，{server} 给 {visitor} 看的 session 里没有用户（请求 {request}），而放进去的那个页面说的是 200。catalina.out 里 SEVERE 那一行写的是哪个类？',
      'object-changed':
        '第 {second} 秒，{server} 给 {visitor} 看的用户是这样：{shown}，和放进去的不一样。写的时候漏了哪个字段？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它读不懂另一台写下的东西。Java 凭哪个数字比较 User 的两个版本？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'does-not-compile': ['编辑器标出了位置。', '两台都要看。'],
      'object-lost': ['写的是 java.lang.Object。User 里哪里有它？', '不必写出去的，可以不写：在字段前面加一个词。'],
      'object-changed': ['把姓名、年龄和页面显示的比一比。', '只有锁需要那个词。'],
      'login-lost': ['把两个文件对一遍。', '两边用同一个数。'],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'object' | 'kept',
  | 'nginx-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'server-error'
  | 'does-not-compile'
  | 'object-lost'
  | 'object-changed'
  | 'login-lost'
>;
