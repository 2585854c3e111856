import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page, whichever Tomcat has just been killed.',
      'both-work': 'Both Tomcats take part.',
      kept: 'tomcat1 is killed and comes back, then tomcat2 is killed: A and B are recognised on every page.',
      'any-moment':
        'At whatever moment a Tomcat is killed, in the middle of a request too: every page comes, nobody loses his login, and what was put into a cart stays in it.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream} and gave up, although a Tomcat was alive. Has it another server to try?',
      'idle-server':
        'Of {count} requests {server} answered none. While it is idle it is no help, and when the other one dies it is all there is. What keeps {server} out of work?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Where was it kept, and could {server} get at it there?',
      'cart-lost':
        '{visitor} had been given a cart, and {server} then showed a session without one (request {request}); nothing but 200 all the way. When {visitor} got the cart, a Tomcat wrote one SEVERE line into catalina.out: which class does it name?',
      'does-not-compile':
        '{visitor} asked {server} for a cart (request {request}), and there was no class to make one of: javac had not accepted the source. What does the editor say below Item.java of {server}?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'Open that request: which servers were tried, and which one was alive?',
        'nginx can only go on to a server that is in the group and not marked down.',
      ],
      'idle-server': [
        'Look at the server lines of the upstream and at the words behind them.',
        'Whoever has learnt ip_hash may want to know where A and B go, and why.',
      ],
      'login-lost': [
        'Look through that session with X: where was it, and where did the new Tomcat look?',
        'It must be in a place that both can reach, put there within the request. The lesson on wiring Tomcat has the two elements.',
      ],
      'cart-lost': [
        'Open the file of the class that the SEVERE line names, on both Tomcats.',
        'An object goes into Redis or into a file only if its class, and every class inside it, is Serializable.',
      ],
      'does-not-compile': [
        'The editor marks the place; Tomcat runs the class only when javac accepts the source.',
        'Mind the semicolons and the import for Serializable, on both Tomcats.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '不管刚杀掉的是哪台 Tomcat，每个请求都得到页面。',
      'both-work': '两台 Tomcat 都有活干。',
      kept: 'tomcat1 被杀、又回来，然后 tomcat2 被杀：A 和 B 在每个页面上都被认得。',
      'any-moment':
        '无论哪一刻杀掉一台 Tomcat，哪怕请求正做到一半：页面都能得到，没有人丢登录，放进购物车的东西也都还在。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream} 就放弃了，而当时还有一台 Tomcat 活着。它有别的服务器可试吗？',
      'idle-server':
        '{count} 个请求里，{server} 一个也没接到。闲着的时候帮不上忙，另一台一倒又只剩它。是什么让 {server} 闲着？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。session 存在哪里？{server} 够得着那里吗？',
      'cart-lost':
        '{visitor} 明明拿到了购物车，{server} 给出的 session 里却没有（请求 {request}），而且一路都是 200。放购物车的那一刻，有一台 Tomcat 往 catalina.out 里写了一行 SEVERE：上面是哪个类的名字？',
      'does-not-compile':
        '{visitor} 向 {server} 要一个购物车（请求 {request}），可那里没有造它的类：javac 没有通过源文件。编辑器在 {server} 的 Item.java 下面说了什么？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': ['点开那个请求：试了哪几台？活着的是哪一台？', '只有写在组里、又没标 down 的，nginx 才能换过去。'],
      'idle-server': [
        '看 upstream 里的 server 行，还有后面的词。',
        '用了 ip_hash 的话，想一想 A 和 B 各去哪台，为什么。',
      ],
      'login-lost': [
        '用 X 透视那份 session：它在哪里？新的那台又去哪里找？',
        '它要在两台都够得着的地方，而且在请求之内就放进去。要加的两个元素，接线那一课里有。',
      ],
      'cart-lost': [
        '打开 SEVERE 那一行写的那个类，两台 Tomcat 上都看一看。',
        '对象要进 Redis 或文件，它的类得是 Serializable，它里面装的每个类也得是。',
      ],
      'does-not-compile': [
        '编辑器标出了位置；javac 通过了，Tomcat 才有这个类可用。',
        '注意分号和 Serializable 的 import，而且两台都要改。',
      ],
    },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'both-work' | 'kept' | 'any-moment',
  | 'nginx-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'bad-gateway'
  | 'server-error'
  | 'idle-server'
  | 'login-lost'
  | 'cart-lost'
  | 'does-not-compile'
>;
