import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      'keeps-logins': 'Whoever has logged in is recognised on every later page.',
      'both-work': 'Both Tomcats take part.',
      pages: 'Every request gets a page: 200, written by a Tomcat.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}) and got {status}. nginx tried {upstream}. Which ports do the two Tomcats listen on?',
      'idle-server':
        'Logins may well be safe, but after {count} requests {server} had not answered one: everybody sits on the other Tomcat. What could tell one visitor from another?',
      'login-lost':
        '{visitor} had logged in, but at second {second} request {request} reached {server}, which has never heard of that session. The cookie was the same as before. What decided on {server} this time, and would it decide so again?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'Compare the ports in the upstream with those on the Tomcats’ cards.',
        'A visitor who sticks to a server that is not there sticks to an error.',
      ],
      'idle-server': [
        'Look at what decides: by which part of a request does nginx tell visitors apart here?',
        'If the value is the same for everybody, so is the server. What differs between A, B and C?',
      ],
      'login-lost': [
        'Open two requests of that visitor and compare “why this server”.',
        'Taking turns and counting connections depend on what others do. Which methods depend only on who asks?',
      ],
    },
    predictions: {
      'next-door':
        'A logs in. Then C, whose address differs from A’s only in the last part, logs in and opens “Who am I”. Which Tomcat writes that page?',
      'comes-back': 'A, B and C log in one after the other, then A opens “Who am I”. Does the page know A?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      'keeps-logins': '登录过的访客，之后每个页面都认得他。',
      'both-work': '两台 Tomcat 都有活干。',
      pages: '每个请求都得到页面：状态码 200，由某台 Tomcat 写出。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}），得到 {status}。nginx 试过的地址：{upstream}。两台 Tomcat 各听哪个端口？',
      'idle-server':
        '登录也许是保住了，可是 {count} 个请求过去，{server} 一个也没接到：所有人都挤在另一台。靠什么能把访客区分开？',
      'login-lost':
        '{visitor} 已经登录，但第 {second} 秒的请求 {request} 到了 {server}，它从没见过这个 session。cookie 和之前是同一个。这一次是什么选中了 {server}？下一次还会选它吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': [
        '把 upstream 里的端口和 Tomcat 卡片上的端口比一比。',
        '固定在一台不存在的服务器上，就是固定在一个错误上。',
      ],
      'idle-server': [
        '看是什么在做决定：这里 nginx 靠请求的哪一部分区分访客？',
        '如果这个值人人都一样，服务器也就人人都一样。A、B、C 之间，不同的是什么？',
      ],
      'login-lost': [
        '点开这位访客的两个请求，比一比“为什么是这台”。',
        '轮流、比连接数，都要看别人在做什么。哪些办法只看是谁来了？',
      ],
    },
    predictions: {
      'next-door': 'A 登录了。C 的地址和 A 只差最后一段，他也登录，再打开“我是谁”。这个页面由哪台 Tomcat 写出？',
      'comes-back': 'A、B、C 先后登录，然后 A 打开“我是谁”。这个页面认得 A 吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'keeps-logins' | 'both-work' | 'pages',
  'nginx-refuses' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'idle-server' | 'login-lost',
  'next-door' | 'comes-back'
>;
