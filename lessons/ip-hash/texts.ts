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
    hints: { ...everywhere.en.hints },
    predictions: {},
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
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'keeps-logins' | 'both-work' | 'pages',
  'nginx-refuses' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'idle-server' | 'login-lost'
>;
