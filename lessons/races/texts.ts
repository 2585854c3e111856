import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page.',
      'both-kept':
        'A and B each order in one tab and put a book into the cart in another: both are in the session afterwards.',
      survives: 'A good minute later tomcat1 is killed: A and B are still recognised.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream} and gave up, although a Tomcat was alive. Has it another server to try?',
      'update-lost':
        'Request {request} of {visitor} ({path}) began at second {second} on {server} and read the session. The other tab changed the session meanwhile; then {request} wrote back what it had read, and the page shows {shown}. Which of its commands came too late, and what decides when {server} sends it?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Where was it kept, and could {server} get at it there?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'Look at the addresses in the upstream, and at the one that nginx tried.',
        'A request that was refused may go to another server, if the upstream names one.',
      ],
      'update-lost': [
        'Open that request in the list: its GET is at the beginning, its SET at the end, and the other tab’s SET lies between.',
        'An attribute of the Manager says when SET is sent. Which of its values sends it at the moment of the change, and never again without one?',
      ],
      'login-lost': [
        'Open the request and see which Tomcat it reached, and where that one looked for the session.',
        'What lies in one server’s memory dies with it. Which Manager keeps it elsewhere, and do both Tomcats have it?',
      ],
    },
    predictions: {
      'logout-meanwhile':
        'A orders in one tab, which takes ten seconds, and logs out in another meanwhile. When the order is done, A opens “Who am I”. Does the shop know A?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面。',
      'both-kept': 'A 和 B 各在一个标签页里下单，同时在另一个标签页里放一本书：最后订单和书都在 session 里。',
      survives: '一分多钟之后 tomcat1 被杀：A 和 B 仍然是登录状态。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream} 就放弃了，而当时还有一台 Tomcat 活着。它有别的服务器可试吗？',
      'update-lost':
        '{visitor} 的请求 {request}（{path}）第 {second} 秒在 {server} 上开始，读走了 session。这期间另一个标签页改了 session，{request} 随后又把自己读到的写了回去，页面上只剩 {shown}。它的哪条命令发得太晚？{server} 什么时候发，由什么决定？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。session 存在哪里？{server} 够得着那里吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': [
        '看看 upstream 里写了哪些地址，nginx 试的又是哪一个。',
        '请求被拒绝，可以换一台再试，前提是 upstream 里还有另一台。',
      ],
      'update-lost': [
        '在列表里点开那个请求：GET 在开头，SET 在末尾，另一个标签页的 SET 正好夹在中间。',
        '什么时候发 SET，由 Manager 的一个属性说了算。它的哪个值是“改的时候当场发，没改就不再发”？',
      ],
      'login-lost': [
        '点开那个请求，看它到了哪台 Tomcat，那台又去哪里找 session。',
        '放在一台机器内存里的东西，机器一死就没了。哪个 Manager 把它放在别处？两台 Tomcat 都配了吗？',
      ],
    },
    predictions: {
      'logout-meanwhile':
        'A 在一个标签页里下单，要十秒；趁这工夫，在另一个标签页里退出登录。等订单完成，A 打开“我是谁”。小店还认得 A 吗？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'both-kept' | 'survives',
  | 'nginx-refuses'
  | 'redis-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'bad-gateway'
  | 'server-error'
  | 'update-lost'
  | 'login-lost',
  'logout-meanwhile'
>;
