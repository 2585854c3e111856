import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'The report that logs people in',
    task: 'Somebody lost a cart once, and since then both Tomcats save every session after every request. Now the monthly report (/sleep?ms=10000) is under way for ten seconds, and whoever logs out meanwhile is logged in again afterwards. The report must still open, what another tab does meanwhile must stay done, and the death of a Tomcat must cost nobody the login.',
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page, the report too.',
      'stays-out': 'A logs out while the report is under way, and stays logged out.',
      'book-stays': 'B puts a book into the cart while the report is under way, and it stays there.',
      survives: 'tomcat2 is killed: B is still recognised.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream} and gave up, although a Tomcat was alive. Has it another server to try?',
      'put-back':
        'Request {request} of {visitor} ({path}, from second {second} on, on {server}) changed nothing, and at its end it wrote the session as it had found it. What the other tab had done meanwhile was undone: {shown}. Who told {server} to write, and what did this request need a session for?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Where was it kept, and could {server} get at it there?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'Look at the addresses in the upstream, and at the one that nginx tried.',
        'A request that was refused may go to another server, if the upstream names one.',
      ],
      'put-back': [
        'Open the report in the list of requests: it sends a SET, and a page that only reads should send none.',
        'One of the policies writes after every request, changed or not; where it is named beside another, it still does. And a request that brings no cookie has no session to write.',
      ],
      'login-lost': [
        'Open the request and see which Tomcat it reached, and where that one looked for the session.',
        'What lies in one server’s memory dies with it. Which Manager keeps it elsewhere, and do both Tomcats have it?',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '报表一跑完，人又登录了',
    task: '以前有人丢过购物车，从那以后，两台 Tomcat 每个请求之后都保存 session。现在月报（/sleep?ms=10000）要跑十秒，谁在这期间退出登录，跑完以后又成了登录状态。要求：报表照样打得开；这期间在别的标签页里做的事不能白做；一台 Tomcat 死掉，谁也不掉线。',
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面，报表也一样。',
      'stays-out': 'A 在报表运行期间退出登录，之后一直是退出状态。',
      'book-stays': 'B 在报表运行期间往购物车里放一本书，书一直在。',
      survives: 'tomcat2 被杀：B 仍然是登录状态。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream} 就放弃了，而当时还有一台 Tomcat 活着。它有别的服务器可试吗？',
      'put-back':
        '{visitor} 的请求 {request}（{path}，第 {second} 秒开始，在 {server} 上）什么也没改，结束时却把它当初读到的 session 又写了回去。另一个标签页这期间做的事就白做了：{shown}。是谁让 {server} 写的？这个请求要 session 做什么？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。session 存在哪里？{server} 够得着那里吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': [
        '看看 upstream 里写了哪些地址，nginx 试的又是哪一个。',
        '请求被拒绝，可以换一台再试，前提是 upstream 里还有另一台。',
      ],
      'put-back': [
        '在请求列表里点开那个报表：它发了一条 SET，而一个只读的页面本不该发。',
        '有一种策略，不管改没改，每个请求之后都写；和别的策略写在一起，它照样写。另外，没带 cookie 的请求，没有 session 可写。',
      ],
      'login-lost': [
        '点开那个请求，看它到了哪台 Tomcat，那台又去哪里找 session。',
        '放在一台机器内存里的东西，机器一死就没了。哪个 Manager 把它放在别处？两台 Tomcat 都配了吗？',
      ],
    },
    predictions: {},
  },
} satisfies TransferTexts<
  'starts' | 'pages' | 'stays-out' | 'book-stays' | 'survives',
  | 'nginx-refuses'
  | 'redis-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'bad-gateway'
  | 'server-error'
  | 'put-back'
  | 'login-lost'
>;
