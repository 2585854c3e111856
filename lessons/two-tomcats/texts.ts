import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page: 200, written by a Tomcat.',
      'both-work': 'Both Tomcats take part.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}) and got {status}. nginx tried {upstream}. Which ports do the two Tomcats listen on?',
      'idle-server':
        'After {count} requests {server} had not answered one. nginx sends nothing where no line of the group points, and skips whoever does not answer: is the port of {server} among them?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'The address that nginx tried stands in error.log and in the request’s stays. Compare it with the port on each Tomcat’s card.',
        'proxy_pass, or the server lines of its upstream, say where nginx knocks. Is anybody at home there?',
      ],
      'idle-server': [
        'Look at the lines server inside the upstream, and at the ports on the Tomcats’ cards.',
        'A group needs a line for each member, and proxy_pass must name the group. Which member is missing, or written with another port?',
      ],
    },
    predictions: {
      'first-page': 'A opens Home with the files as they are now. Which status does the browser get?',
      'comes-and-goes': 'A logs in and then opens “Who am I”; nobody else clicks. Does that page know A?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面：状态码 200，由某台 Tomcat 写出。',
      'both-work': '两台 Tomcat 都有活干。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}），得到 {status}。nginx 试过的地址：{upstream}。两台 Tomcat 各听哪个端口？',
      'idle-server':
        '{count} 个请求过去，{server} 一个也没接到。没写进那一组的，nginx 不会去；连不上的，nginx 会跳过。{server} 的端口写在里面吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': [
        'nginx 试过的地址，error.log 里有，请求的经过里也有。拿它和每台 Tomcat 卡片上的端口比一比。',
        'nginx 去敲哪个门，要么写在 proxy_pass 里，要么写在 upstream 的 server 行里。那里有人吗？',
      ],
      'idle-server': [
        '看 upstream 里的 server 行，再看两台 Tomcat 卡片上的端口。',
        '每个成员都要有一行，proxy_pass 还得写上这一组的名字。是漏了哪一台，还是端口写错了？',
      ],
    },
    predictions: {
      'first-page': '就用现在的文件，A 打开首页，浏览器得到的状态码是多少？',
      'comes-and-goes': 'A 登录，接着打开“我是谁”，没有别人点击。这个页面认得 A 吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'both-work',
  'nginx-refuses' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'idle-server',
  'first-page' | 'comes-and-goes'
>;
