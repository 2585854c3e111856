import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'tomcat2 needs a new disk',
    task: 'Three Tomcats behind ip_hash, and visitors on each. Your file will be loaded while everybody is logged in; ten seconds later tomcat2 is switched off for half an hour. nginx is not to send it anything any more, and whoever is on one of the other two must not notice. (Those who were on tomcat2 will have to log in again; their sessions are in its memory.)',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page: 200, written by a Tomcat.',
      rests: 'Once your file is loaded, nginx leaves tomcat2 alone; it does not even try it.',
      'others-stay': 'Whoever was on tomcat1 or tomcat3 is recognised on every page.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}. Whom of the three may nginx still ask?',
      'not-drained':
        'At second {second}, with your file loaded, request {request} of {visitor} still went to tomcat2 ({upstream}). Which word behind a server line tells nginx to leave it alone?',
      'login-lost':
        '{visitor} was not on tomcat2, and yet request {request} at second {second} reached {server}, which does not know that session. Who is where follows from a sum over the server lines. What did your file change about that sum?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': ['Look at the words behind the server lines.', 'Only one of the three is to rest.'],
      'not-drained': [
        'It is one word behind a server line. The lesson has used it.',
        'backup is not accepted together with ip_hash; max_fails waits for a failure first. There is a word that needs no failure.',
      ],
      'login-lost': [
        'How many servers does ip_hash divide by, before and after?',
        'Deleting a line makes three into two and moves nearly everybody. A line that stays, but is marked, keeps the sum.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: 'tomcat2 要换硬盘',
    task: 'ip_hash 后面有三台 Tomcat，每台上都有访客。你的文件会在大家都登录着的时候加载，十秒之后 tomcat2 关机半个小时。请让 nginx 不再给它任何请求，并且另外两台上的访客毫无察觉。（原来在 tomcat2 上的人得重新登录：他们的 session 在它的内存里。）',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面：状态码 200，由某台 Tomcat 写出。',
      rests: '你的文件加载之后，nginx 不再找 tomcat2，连试都不试。',
      'others-stay': '原来在 tomcat1、tomcat3 上的访客，每个页面都认得。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway': '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}。三台里，nginx 还能找谁？',
      'not-drained':
        '第 {second} 秒，你的文件已经加载，{visitor} 的请求 {request} 还是去了 tomcat2（{upstream}）。server 行后面写哪个词，nginx 就不去打扰它？',
      'login-lost':
        '{visitor} 并不在 tomcat2 上，可是第 {second} 秒的请求 {request} 到了 {server}，它不认得这个 session。谁在哪台，是对着那几行 server 算出来的。你的文件让这道算式变了什么？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': ['看 server 行后面的词。', '三台里只有一台要休息。'],
      'not-drained': [
        '就是 server 行后面的一个词，课文里用过。',
        'backup 不能和 ip_hash 一起用；max_fails 要先失败一次。有一个词不用等失败。',
      ],
      'login-lost': [
        'ip_hash 除以几？之前是几，之后是几？',
        '删掉一行，三就变成二，几乎人人都要搬家。行还在，只做个记号，算式就不变。',
      ],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'rests' | 'others-stay',
  'nginx-refuses' | 'no-answer' | 'not-proxied' | 'bad-gateway' | 'not-drained' | 'login-lost'
>;
