import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page, whichever Tomcat has just been killed.',
      'both-work': 'Both Tomcats take part.',
      kept: 'tomcat1 is killed and comes back, then tomcat2 is killed: A and B are recognised on every page.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream} and gave up, although a Tomcat was alive. Has it another server to try?',
      'idle-server':
        'Of {count} requests {server} answered none. While it is idle it is no help, and when the other one dies it is all there is. What keeps {server} out of work?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Where was it kept, and could {server} get at it there?',
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
    },
    predictions: {},
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '不管刚杀掉的是哪台 Tomcat，每个请求都得到页面。',
      'both-work': '两台 Tomcat 都有活干。',
      kept: 'tomcat1 被杀、又回来，然后 tomcat2 被杀：A 和 B 在每个页面上都被认得。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream} 就放弃了，而当时还有一台 Tomcat 活着。它有别的服务器可试吗？',
      'idle-server':
        '{count} 个请求里，{server} 一个也没接到。闲着的时候帮不上忙，另一台一倒又只剩它。是什么让 {server} 闲着？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。session 存在哪里？{server} 够得着那里吗？',
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
    },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'both-work' | 'kept',
  | 'nginx-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'bad-gateway'
  | 'server-error'
  | 'idle-server'
  | 'login-lost'
>;
