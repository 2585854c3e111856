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
    hints: { ...everywhere.en.hints },
    predictions: {},
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
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'both-work',
  'nginx-refuses' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'idle-server'
>;
