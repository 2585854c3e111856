import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    bound: {
      title: 'Each has a server',
      stage: 'ip_hash: A is always on tomcat1, B always on tomcat2. Both are logged in.',
      say: 'Remind them of the last lesson: who sits where follows from the address. Let both log in and look who they are.',
      after: 'Both are known. A’s session lies in the memory of tomcat1, and nowhere else.',
    },
    kill: {
      title: 'kill -9',
      stage: 'Somebody kills tomcat1. Nobody has clicked yet.',
      say: 'Kill it, and then stop. Nothing may move before everybody has voted.',
      after: 'nginx does not know yet: nobody has told it, and it has not asked.',
    },
    'next-page': {
      title: 'The next page',
      stage: 'A opens the next page. What does A see?',
      say: 'Vote, let neighbours talk, vote again, then run. Expect many for 502; whoever has run nginx before will often be sure of it.',
      ask: 'tomcat1 is dead, and A clicks. What does A see?',
      answers: {
        'bad-gateway': {
          answer: 'A page that says 502',
          reply: 'The connection was refused, so nothing had been sent: nginx could safely ask the other one.',
        },
        known: {
          answer: 'The page, and A is still logged in',
          reply:
            'nginx does change over. But all that came along is the id in the cookie; tomcat2 has nothing under it.',
        },
        forgotten: { answer: 'The page, and A is logged out', reply: 'Yes. Status 200, and nobody knows A.' },
      },
      after:
        'Before you explain, ask what they saw: one in five will report something else than what was on the screen. Then open the request: 8080 refused, 8081 answered, one status for both.',
    },
    alarm: {
      title: 'Which alarm rings?',
      stage: 'One server is dead, one login is lost. Which alarm rings?',
      say: 'Let them look for it before you open a log. B clicks meanwhile, and notices nothing.',
      ask: 'You look after this shop. What would have woken you?',
      expect: [
        {
          answer: 'The monitor sees errors.',
          reply: 'Open access.log: 200, 200, 200. A lost login leaves no trace in a status.',
        },
        {
          answer: 'nginx checks whether servers are alive.',
          reply: 'It learns from the requests of real visitors, and from nothing else. A’s click was the check.',
        },
      ],
      after: 'One line in error.log, connect() failed (111: Connection refused): that is all there is.',
    },
    comeback: {
      title: 'All is well again',
      stage: 'A logs in again. tomcat1 is started. Everything is green.',
      say: 'Let A log in once more, start tomcat1, and let a quarter of a minute go by. Ask whether the incident is over.',
      after: 'A’s new session is on tomcat2. tomcat1 is back, with an empty memory.',
    },
    probe: {
      title: 'One more page',
      stage: 'A is logged in. All servers are up. A opens a page.',
      say: 'The same three answers. Nearly nobody expects a second loss, so let them say why.',
      ask: 'The incident is over, it seems. What does A see now?',
      answers: {
        'bad-gateway': { answer: 'A page that says 502', reply: 'Both servers are up; nobody refuses anything.' },
        known: {
          answer: 'The page, and A is still logged in',
          reply: 'That would need A to stay on tomcat2. But the address still points to tomcat1.',
        },
        forgotten: {
          answer: 'The page, and A is logged out again',
          reply: 'Yes. The ten seconds are over, nginx tries 8080 once more, and 8080 has never heard of this login.',
        },
      },
      after:
        'Open the candidate table of this request: it was the probe. One crash, two lost logins. Two parameters decide when: max_fails and fail_timeout.',
    },
    exercise: {
      title: 'Once, not twice',
      stage: 'Your turn: whoever was on tomcat1 loses the login once, and not twice.',
      say: 'On their own devices. Whoever asks for a spare should write `backup` and read the message.',
      expect: [
        {
          answer: 'Then we make fail_timeout very long.',
          reply: 'Right, and what does it cost? “Notice” has the run for it.',
        },
        { answer: 'We need a spare.', reply: 'ip_hash does not know `backup`. It knows `down`.' },
      ],
      after: 'End with a sentence on the board: all that can be chosen here is when it is lost.',
    },
  },
  'zh-cn': {
    bound: {
      title: '各有各的服务器',
      stage: 'ip_hash：A 总在 tomcat1，B 总在 tomcat2，两人都登录了。',
      say: '先提一句上一课：谁在哪台，由地址决定。让两个人都登录，再看看自己是谁。',
      after: '两个人都认得。A 的 session 在 tomcat1 的内存里，别处没有。',
    },
    kill: {
      title: 'kill -9',
      stage: '有人杀掉了 tomcat1，还没有人点过。',
      say: '杀掉它，然后停住。大家投完票之前，什么都别动。',
      after: 'nginx 还不知道：没有人告诉它，它自己也没有去问。',
    },
    'next-page': {
      title: '下一个页面',
      stage: 'A 打开下一个页面，会看到什么？',
      say: '先投票，和旁边的人讨论，再投一次，然后运行。猜 502 的人会很多，用过 nginx 的人往往还很肯定。',
      ask: 'tomcat1 已经死了，A 点了一下。他看到的是什么？',
      answers: {
        'bad-gateway': {
          answer: '一个写着 502 的页面',
          reply: '连接被拒绝，说明什么都还没发出去，nginx 可以放心地去问另一台。',
        },
        known: {
          answer: '页面打开了，A 还登录着',
          reply: 'nginx 确实换了一台。可是跟着过去的只有 cookie 里的编号，tomcat2 那里，这个编号底下什么也没有。',
        },
        forgotten: { answer: '页面打开了，A 没登录', reply: '对。状态码 200，没有人认得 A。' },
      },
      after:
        '别急着讲，先问大家看到了什么：大约五个人里有一个，说的和屏幕上的不一样。再点开这个请求：8080 拒绝，8081 回答，状态码只有一个。',
    },
    alarm: {
      title: '哪个监控会报警',
      stage: '死了一台，丢了一个登录。哪个监控会报警？',
      say: '打开日志之前，让大家自己找。B 这时也点一下，他什么都没察觉。',
      ask: '这个店归你值班。是什么把你叫醒的？',
      expect: [
        { answer: '监控会看到错误。', reply: '打开 access.log：200、200、200。丢登录不会在状态码里留下痕迹。' },
        {
          answer: 'nginx 会检查服务器活没活。',
          reply: '它只从真实访客的请求里知道，没有别的办法。A 的那一下，就是检查。',
        },
      ],
      after: 'error.log 里有一行 connect() failed (111: Connection refused)，能看到的就这么多。',
    },
    comeback: {
      title: '都恢复了',
      stage: 'A 重新登录，tomcat1 也启动了，一片绿。',
      say: '让 A 再登录一次，启动 tomcat1，过十几秒。问：这次事故算结束了吗？',
      after: 'A 的新 session 在 tomcat2。tomcat1 回来了，内存是空的。',
    },
    probe: {
      title: '再开一个页面',
      stage: 'A 登录着，服务器都好好的。A 又打开一个页面。',
      say: '还是那三个答案。几乎没人想得到会丢第二次，所以让他们说说理由。',
      ask: '事故看样子过去了。A 现在看到什么？',
      answers: {
        'bad-gateway': { answer: '一个写着 502 的页面', reply: '两台都在，没有谁拒绝谁。' },
        known: {
          answer: '页面打开了，A 还登录着',
          reply: '那得让 A 留在 tomcat2。可是按地址算，他还是归 tomcat1。',
        },
        forgotten: {
          answer: '页面打开了，登录又没了',
          reply: '对。十秒过去，nginx 又去试 8080，而 8080 从没听说过这次登录。',
        },
      },
      after:
        '点开这个请求看候选表：它就是那次试探。一次宕机，丢了两次登录。什么时候丢，由两个参数决定：max_fails 和 fail_timeout。',
    },
    exercise: {
      title: '只丢一次',
      stage: '轮到你们：在 tomcat1 上的人，登录只丢一次，不丢第二次。',
      say: '各自在自己的设备上做。有人要备用机，就让他写上 `backup`，读一读报错。',
      expect: [
        { answer: '那把 fail_timeout 设得很长。', reply: '对，代价是什么？“想一想”里有现成的步骤。' },
        { answer: '加一台备用。', reply: 'ip_hash 不认 `backup`，它认 `down`。' },
      ],
      after: '最后在黑板上写一句：在这里能选的，只是什么时候丢。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
