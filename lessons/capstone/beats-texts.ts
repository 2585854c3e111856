import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    empty: {
      title: 'An empty machine',
      stage:
        'nginx hands everything to one Tomcat, a second one runs and nobody asks it, Redis is not even downloaded.',
      say: 'Say the goal once: no single crash loses a login. No order of steps.',
      after: 'A and B are logged in, both on tomcat1.',
    },
    crash: {
      title: 'The first crash',
      stage: 'tomcat1 is killed. What does A see?',
      say: 'One vote, as a reminder. Then ask which of the pieces alone would keep A logged in.',
      ask: 'tomcat1 is dead, tomcat2 is alive. A opens a page. What comes?',
      answers: {
        known: { answer: 'The page, and A is logged in', reply: 'From where? nginx has never heard of tomcat2.' },
        forgotten: { answer: 'The page, and A is logged out', reply: 'For that nginx would have to know of tomcat2.' },
        'bad-gateway': { answer: '502', reply: 'Yes: the one server that nginx knows is dead.' },
      },
      after:
        'Two servers in the upstream, ip_hash: both decide where a request goes. None decides where a session lies.',
    },
    build: {
      title: 'Build it',
      stage: 'In pairs: no single crash loses a login.',
      say: 'Give them the goal and the empty files. Half an hour in all is enough for those who did the lessons; the others will find the hints. Go round and ask one question of each pair: which single death have you tried?',
      expect: [
        {
          answer: 'We have killed tomcat1.',
          reply: 'Most have killed that one only. And the other? And before it was back?',
        },
      ],
      after: 'Stop everybody once, after a quarter of an hour.',
    },
    counterexample: {
      title: 'Every order, every death',
      stage:
        'One check plays every order of requests, with a death at every moment. Open yours, one step before the loss.',
      say: 'Show the check, and what a counterexample looks like. Let them open theirs and say what will happen.',
      ask: 'Your counterexample stands one step before the loss. What happens next?',
      expect: [
        { answer: 'It worked when I tried it.', reply: 'In that order. The check tries the others.' },
        { answer: 'ip_hash and a long fail_timeout.', reply: 'Ask where the session of the dead one is.' },
        { answer: 'The cart disappears, the login does not.', reply: 'Good. That is two lessons at once; which?' },
      ],
      after: 'What is one step before the loss is where to look.',
    },
    again: {
      title: 'Once more',
      stage: 'Until the last check passes.',
      say: 'Back to work. Whoever is done looks for a second design that passes.',
      after: 'Ask who is ready to show a design.',
    },
    designs: {
      title: 'Three designs',
      stage: 'Three designs that pass. What does each cost?',
      say: 'Put three different ones side by side.',
      ask: 'Which machine is it now whose loss nobody would survive?',
      expect: [{ answer: 'None any more.', reply: 'There is one nginx and one Redis. Stop one of them and see.' }],
      after: 'What was two points of failure has become two others.',
    },
  },
  'zh-cn': {
    empty: {
      title: '一台空机器',
      stage: 'nginx 把一切都交给一台 Tomcat；另一台在跑，没人找它；Redis 还没下载。',
      say: '目标只说一遍：随便死一台，登录都不丢。不给步骤。',
      after: 'A 和 B 都登录了，都在 tomcat1 上。',
    },
    crash: {
      title: '第一次宕机',
      stage: 'tomcat1 被杀掉。A 看到什么？',
      say: '投一次，算是复习。然后问：下面几样里，光靠哪一样能让 A 还登录着？',
      ask: 'tomcat1 死了，tomcat2 活着。A 打开一个页面，来的是什么？',
      answers: {
        known: { answer: '页面，A 还登录着', reply: '从哪里来？nginx 根本没听说过 tomcat2。' },
        forgotten: { answer: '页面，A 没登录', reply: '那得 nginx 知道有 tomcat2 才行。' },
        'bad-gateway': { answer: '502', reply: '对：nginx 只认识一台，它死了。' },
      },
      after: 'upstream 里写两台、ip_hash：管的都是请求去哪里。session 放在哪里，它们谁也不管。',
    },
    build: {
      title: '动手',
      stage: '两人一组：随便死一台，登录都不丢。',
      say: '只给目标和空文件。做过前面课的人一共半小时够了，没做过的会去找提示。走一圈，每组问一句：你们试过谁死？',
      expect: [{ answer: '杀过 tomcat1。', reply: '多数只杀过它。另一台呢？它还没回来的时候呢？' }],
      after: '一刻钟之后，叫停一次。',
    },
    counterexample: {
      title: '每种顺序，每次死亡',
      stage: '有一条检查，把请求的每种先后、每个时刻的死亡都试一遍。打开你们的反例，停在丢之前的那一步。',
      say: '给大家看这条检查，以及一个反例是什么样子。让他们打开自己的反例，先说接下来会发生什么。',
      ask: '你们的反例停在丢之前的那一步。接下来会发生什么？',
      expect: [
        { answer: '我试的时候是好的。', reply: '那是那一种顺序。检查会试别的。' },
        { answer: 'ip_hash 加很长的 fail_timeout。', reply: '问：死掉的那台上的 session 在哪里？' },
        { answer: '登录还在，购物车没了。', reply: '好，这是两课的内容碰到一起：哪两课？' },
      ],
      after: '该看的地方，就是丢之前的那一步。',
    },
    again: {
      title: '再来',
      stage: '直到最后一条检查也通过。',
      say: '接着做。先做完的人，再找一种也能通过的设计。',
      after: '问谁愿意上来讲自己的设计。',
    },
    designs: {
      title: '三种设计',
      stage: '三种都能通过的设计，各自的代价是什么？',
      say: '把三种不同的放在一起。',
      ask: '现在，少了哪台机器就全完了？',
      expect: [{ answer: '没有这样的机器了。', reply: 'nginx 只有一台，Redis 也只有一台。停一台看看。' }],
      after: '原来的两个单点没有了，换来了另外两个。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
