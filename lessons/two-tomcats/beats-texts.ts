import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    gateway: {
      title: '502',
      stage: 'nginx runs, both Tomcats run, and A gets a 502.',
      say: 'Do not explain it. Let somebody read error.log aloud.',
      ask: 'Who wrote this page?',
      expect: [
        { answer: 'The browser.', reply: 'The browser got it, with a status. Somebody sent that.' },
        { answer: 'Tomcat.', reply: 'No Tomcat has seen this request: look at its access log.' },
        { answer: 'nginx.', reply: 'Yes. It knocked at 8090, and nobody lives there.' },
      ],
      after: 'A 502 means: I got your request, but whoever should have answered it did not.',
    },
    paste: {
      title: 'Pasted above the first line',
      stage: 'The guide’s block goes above the first line of nginx.conf. Reload. What does A get now?',
      say: 'Vote, let neighbours talk for a minute, vote again, then reload.',
      ask: 'The block is pasted above the first line, and nginx is told to reload. What does A get?',
      answers: {
        turns: {
          answer: 'A page, from both Tomcats in turn',
          reply: 'Nothing hands that group a request, and it stands in the wrong place.',
        },
        nothing: {
          answer: 'Nothing at all: nginx is gone',
          reply: 'On a reload nginx reads the new file first. If it cannot, those at work carry on.',
        },
        same: { answer: 'The same 502 as before', reply: 'Yes: the new file is refused, and the old one works on.' },
      },
      after:
        'Keep nginx’s own message on the screen for a while: they will meet it at work, in English. Written is not in effect, and a failed reload is no outage.',
    },
    repair: {
      title: 'In its place',
      stage: 'The block stands inside http, and location hands its requests to it. A logs in.',
      say: 'Show the boxes within boxes: which directive may stand where. Then let A log in.',
      after: 'A is logged in. On one Tomcat: which one stands at the foot of the page.',
    },
    'four-pages': {
      title: 'Four pages',
      stage: 'A opens four more pages. How many of them know A?',
      say: 'Vote before the first of them. Nobody else may click.',
      ask: 'A is logged in and opens “Who am I” four times. How many of the pages know A?',
      answers: {
        all: {
          answer: 'All four',
          reply: 'The login is in the memory of the Tomcat that handled it. The other has never heard of A.',
        },
        two: { answer: 'Two', reply: 'Yes: every other one, quite regularly. nginx takes turns.' },
        none: {
          answer: 'None',
          reply: 'The one that handled the login still knows A, and every second request goes there.',
        },
      },
      expect: [
        { answer: 'It is random.', reply: 'It is every other page. Let B click as well: now it looks random.' },
        { answer: 'So the cookie is lost.', reply: 'Open two requests: it is the same cookie.' },
        {
          answer: 'nginx should remember who went where.',
          reply: 'It could; the next lesson shows what it does instead.',
        },
      ],
      after: 'Unknown, known, unknown, known. Open two of the requests and compare why each went to its server.',
    },
    home: {
      title: 'Gone for good',
      stage: 'A opens Home once. From then on no page knows A.',
      say: 'Ask before it runs what Home does that “Who am I” does not.',
      ask: 'Who holds the old session now?',
      expect: [
        { answer: 'A does.', reply: 'Look at the cookie: it holds another id since Home.' },
        { answer: 'Nobody does.', reply: 'Yes. It lies in tomcat1, and nobody has its id any more.' },
      ],
      after:
        'Home needs a session. The Tomcat that does not know A’s id makes a new one, and replaces the id in A’s hands.',
    },
    exercise: {
      title: 'Open the shop',
      stage: 'Your turn: every request gets a page, and both Tomcats take part.',
      say: 'On their own devices. Whoever is stuck should read what nginx’s terminal says, and then the table of boxes.',
      after: 'Ask who else could have solved A’s trouble. That is the next lesson.',
    },
  },
  'zh-cn': {
    gateway: {
      title: '502',
      stage: 'nginx 在跑，两台 Tomcat 也在跑，A 得到的是 502。',
      say: '先不解释。请一个人把 error.log 念出来。',
      ask: '这个页面是谁写的？',
      expect: [
        { answer: '浏览器。', reply: '浏览器是收到了它，还带着状态码。总有人发出来。' },
        { answer: 'Tomcat。', reply: '没有一台 Tomcat 见过这个请求，看看它的访问日志。' },
        { answer: 'nginx。', reply: '对。它去敲了 8090，那里没有人。' },
      ],
      after: '502 的意思是：我收到了你的请求，但是从后面拿不到回答。',
    },
    paste: {
      title: '贴在第一行上面',
      stage: '把原教程那一段贴到 nginx.conf 的第一行上面，重新加载。A 现在得到什么？',
      say: '先投票，和邻座讨论一分钟，再投一次，然后加载。',
      ask: '这一段贴在最上面，让 nginx 重新加载。A 得到什么？',
      answers: {
        turns: { answer: '页面，两台轮流写', reply: '还没有哪一行把请求交给这组服务器，而且它站的位置也不对。' },
        nothing: {
          answer: '什么都没有，nginx 停了',
          reply: '重新加载时，nginx 先读新文件。读不通，正在干活的照旧干活。',
        },
        same: { answer: '和刚才一样的 502', reply: '对：新文件被拒绝，旧的继续工作。' },
      },
      after: 'nginx 的那句英文多留一会儿，工作里见到的就是它。写了不等于生效，加载失败也不等于停机。',
    },
    repair: {
      title: '放对地方',
      stage: '这一段放进 http，location 把请求交给它。A 登录。',
      say: '讲一遍方框套方框：哪条指令能写在哪里。然后让 A 登录。',
      after: 'A 登录了，登在其中一台上：是哪一台，看页面最下面。',
    },
    'four-pages': {
      title: '四个页面',
      stage: 'A 接着打开四个页面，几个认得他？',
      say: '第一个页面打开之前先投票。别的人都不要点。',
      ask: 'A 登录着，连开四次“我是谁”。几个页面认得他？',
      answers: {
        all: { answer: '四个都认得', reply: '登录在办理它的那台 Tomcat 的内存里，另一台从没听说过 A。' },
        two: { answer: '两个', reply: '对：隔一个认得一个，很有规律。nginx 是轮流分的。' },
        none: { answer: '一个都不认得', reply: '办理登录的那台还认得，而每两个请求就有一个到它那里。' },
      },
      expect: [
        { answer: '随机的。', reply: '隔一个认得一个。让 B 也点，这下才像随机的。' },
        { answer: '那就是 cookie 丢了。', reply: '点开两个请求：同一个 cookie。' },
        { answer: 'nginx 记住谁去过哪台不就好了。', reply: '可以，不过下一课会看到，它另有办法。' },
      ],
      after: '不认得、认得、不认得、认得。点开其中两个请求，比一比各自为什么去了那一台。',
    },
    home: {
      title: '再也找不回来',
      stage: 'A 打开一次首页，从此没有一个页面认得他。',
      say: '运行之前先问：首页做了什么，是“我是谁”不做的？',
      ask: '旧的 session 现在归谁？',
      expect: [
        { answer: '还是 A 的。', reply: '看看 cookie：打开首页之后，里面的编号换了。' },
        { answer: '谁也不归。', reply: '对。它还在 tomcat1 里，可是再没有人拿着它的编号。' },
      ],
      after: '首页要用 session。不认得 A 的那台就新建一个，还把 A 手里的编号换掉了。',
    },
    exercise: {
      title: '把店开起来',
      stage: '轮到你们：每个请求都得到页面，两台 Tomcat 都有活干。',
      say: '各自在自己的设备上做。卡住的人，先读 nginx 的终端说了什么，再看那张“写在哪里”的表。',
      after: '问一句：A 的麻烦，还能由谁来解决？这就是下一课。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
