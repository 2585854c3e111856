import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'tomcat1 is killed, and every request still gets a page: 200, written by a Tomcat.',
      'others-unharmed': 'Whoever was not on tomcat1 is recognised on every page.',
      'lost-once':
        'Whoever was on tomcat1 logs in again once, and is not forgotten again in the 20 minutes after it is back.',
      'both-work': 'Before the crash both Tomcats take part.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream} and then gave up, although a Tomcat was alive. May nginx try another server, and has it another one?',
      'idle-server':
        'Before the crash {server} answered none of the {count} requests: all visitors sit on one Tomcat, and all fall when it falls. What keeps {server} out of work?',
      'login-lost':
        '{visitor} was on no dying server, yet request {request} at second {second} reached {server}, which does not know that session. What keeps a visitor on one server in this file?',
      'comeback-flap':
        '{visitor} had logged in again after the crash. At second {second} request {request} went back to {server}, whose memory is empty: logged out a second time. What made nginx try {server} again just then, and can that wait?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'Which servers did nginx try for that request, and which of them could have answered?',
        'Whoever is switched off by down, or is not in the group, is not tried. And proxy_next_upstream says when nginx may go on to the next one.',
      ],
      'idle-server': [
        'Look at the weights and words behind the server lines.',
        'A server that is down, or a group of one, leaves everything to the other.',
      ],
      'login-lost': [
        'Open that request and read by what rule it came to this server.',
        'As long as visitors are dealt out in turn, a crash is not even needed to lose a login. What ties them to a server?',
      ],
      'comeback-flap': [
        'Open the request that went back, and look at the table: since when did nginx hold the failure against that server, and until when?',
        'Two parameters of the server line decide that, max_fails and fail_timeout. The default is ten seconds; the check watches for twenty minutes.',
      ],
    },
    predictions: {
      status:
        'A is on tomcat1, and tomcat1 is killed with kill -9. A opens the next page. Which status does the browser get?',
      login: 'The same page: does it know A?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: 'tomcat1 被杀之后，每个请求仍然得到页面：状态码 200，由某台 Tomcat 写出。',
      'others-unharmed': '不在 tomcat1 上的访客，每个页面都认得。',
      'lost-once': '在 tomcat1 上的访客只重新登录一次：它回来后的 20 分钟里不再丢第二次。',
      'both-work': '宕机之前，两台 Tomcat 都有活干。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream} 就放弃了，而当时还有一台 Tomcat 活着。配置允许它换一台吗？它有没有另一台可换？',
      'idle-server':
        '宕机之前的 {count} 个请求，{server} 一个也没接到：所有人都在同一台上，它一倒就全倒。是什么让 {server} 闲着？',
      'login-lost':
        '{visitor} 并不在那台要死的服务器上，可是第 {second} 秒的请求 {request} 到了 {server}，它不认得这个 session。这份配置里，靠什么把访客固定在一台上？',
      'comeback-flap':
        '宕机之后 {visitor} 已经重新登录。第 {second} 秒，请求 {request} 又回到 {server}，它的内存是空的：第二次掉线。是什么让 nginx 偏偏这时又去找 {server}？能不能晚一点？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': [
        '这个请求 nginx 试了哪几台？其中哪一台本来可以回答？',
        '写了 down 的、没写进组里的，nginx 不会去试。什么情况下可以换下一台，由 proxy_next_upstream 决定。',
      ],
      'idle-server': ['看 server 行后面的权重和别的词。', '一台写了 down，或者组里只有一台，活就全归另一台了。'],
      'login-lost': [
        '点开这个请求，看它是按什么规则到这台来的。',
        '只要还是轮流分，不用宕机也会丢登录。靠什么把访客固定在一台上？',
      ],
      'comeback-flap': [
        '点开回去的那个请求，看那张表：nginx 从什么时候起不用那台，到什么时候为止？',
        '由 server 行的两个参数决定：max_fails 和 fail_timeout。默认是十秒，而检查会看二十分钟。',
      ],
    },
    predictions: {
      status: 'A 在 tomcat1 上，tomcat1 被 kill -9。A 打开下一个页面，浏览器得到的状态码是多少？',
      login: '还是这个页面：它认得 A 吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'others-unharmed' | 'lost-once' | 'both-work',
  'nginx-refuses' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'idle-server' | 'login-lost' | 'comeback-flap',
  'status' | 'login'
>;
