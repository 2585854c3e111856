import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    login: {
      title: 'Logged in',
      stage: 'A logs in. Where is it written down that this is zhang?',
      say: 'Show the shop, let A log in, and say nothing of sessions yet.',
      ask: 'Where is it written down that this is zhang?',
      expect: [
        { answer: 'In the cookie.', reply: 'Write it on the board and decide nothing.' },
        { answer: 'On the server.', reply: 'Write it beside the other. Where on the server?' },
      ],
      after: '“Who am I” says zhang. Leave both answers on the board.',
    },
    silence: {
      title: 'Two minutes without a click',
      stage: 'A reads for two minutes and then opens “Who am I”. Does the shop still know A?',
      say: 'Hands up for each answer, before time goes on. Usually about half expect A to be known, since “nothing happened”. Turn the speed up for the two minutes.',
      expect: [
        { answer: 'Then the cookie has expired.', reply: 'It was sent: open the request and look at it.' },
        {
          answer: 'Half an hour, everybody knows that.',
          reply: 'That is what stands in Tomcat’s own web.xml. In this one stands 1, and it is minutes.',
        },
      ],
      after: 'Open the X-ray at A: the cookie still holds the id, and under that id tomcat1 has nothing any more.',
    },
    cookie: {
      title: 'When does the cookie come?',
      stage: 'B is new and opens three pages: Who am I, Home, Log in. With which of them does the cookie come?',
      say: 'Vote before B clicks. Then step through the three pages, and look at the tag under B’s name after each.',
      ask: 'With which page does the server hand B a cookie?',
      answers: {
        whoami: {
          answer: 'Who am I, the first page',
          reply: 'It only looks whether there is a session, and makes none.',
        },
        home: { answer: 'Home', reply: 'Yes: it asks for a session and gets a new one. Nobody knows yet who B is.' },
        login: {
          answer: 'Log in, where the name comes in',
          reply: 'B has a cookie by then, and it does not change. The name goes into the session.',
        },
      },
      after: 'The id on both sides, the name on one only.',
    },
    exercise: {
      title: 'Twenty minutes, and not for ever',
      stage: 'Your turn: who reads for twenty minutes stays logged in, who has gone is forgotten within three hours.',
      say: 'On their own devices. Come back to the two answers on the board while they work.',
      expect: [
        {
          answer: 'Put the name into the cookie, then.',
          reply:
            'Then anybody can write himself another name. Ask who signs it. A signed cookie is another design, not this one.',
        },
        {
          answer: 'The time counts from the login.',
          reply: 'Let them set it to two minutes, and click once in between.',
        },
      ],
      after:
        'End with the two columns of “Investigate”: an id without a session, a session without an id. The second half of the course lives on that distinction.',
    },
  },
  'zh-cn': {
    login: {
      title: '登录了',
      stage: 'A 登录了。他是 zhang，这件事记在哪里？',
      say: '打开小店，让 A 登录，先别提 session。',
      ask: '他是 zhang，这件事记在哪里？',
      expect: [
        { answer: '在 cookie 里。', reply: '写到黑板上，先不下结论。' },
        { answer: '在服务器上。', reply: '写在旁边。再问：服务器上的哪里？' },
      ],
      after: '“我是谁”上写着 zhang。黑板上两个答案都留着。',
    },
    silence: {
      title: '两分钟没点',
      stage: 'A 看了两分钟，然后打开“我是谁”。小店还认得他吗？',
      say: '时间往前走之前，先让大家举手，一个答案一次。通常有一半人猜“认得”，因为“什么也没发生”。这两分钟可以把速度调快。',
      expect: [
        { answer: '那就是 cookie 过期了。', reply: '请求里带着它，点开看看。' },
        { answer: '不是半小时吗？', reply: '那是 Tomcat 自带的 web.xml 里写的。这一份写的是 1，单位是分钟。' },
      ],
      after: '对着 A 打开透视：编号还在 cookie 里，可是 tomcat1 那里，这个编号底下已经空了。',
    },
    cookie: {
      title: 'cookie 是什么时候来的',
      stage: 'B 是新来的，依次打开三个页面：我是谁、首页、登录。cookie 是跟着哪一个来的？',
      say: 'B 点之前先投票。然后一页一页地走，每走一页，看一眼 B 名字下面的小标签。',
      ask: '服务器是在哪一页把 cookie 发给 B 的？',
      answers: {
        whoami: { answer: '我是谁，第一个页面', reply: '它只看有没有 session，没有也不建。' },
        home: { answer: '首页', reply: '对：它要用 session，没有就新建。这时小店还不知道 B 是谁。' },
        login: {
          answer: '登录，名字是那时才有的',
          reply: '那时 B 手里已经有 cookie 了，也没有换。名字写进的是 session。',
        },
      },
      after: '编号两边都有，名字只有一边有。',
    },
    exercise: {
      title: '二十分钟，但不是永远',
      stage: '轮到你们：看二十分钟的人还登录着，走掉的人三小时之内被忘掉。',
      say: '各自在自己的设备上做。趁这时候，回到黑板上的那两个答案。',
      expect: [
        {
          answer: '那把名字放进 cookie 不就行了。',
          reply: '那谁都能给自己换个名字。问一句：谁来签名？带签名的 cookie 是另一种设计，不是这里的。',
        },
        { answer: '时间是从登录算起的。', reply: '让他们设成两分钟，中间点一次。' },
      ],
      after: '最后回到“追查原因”那张表：有编号没有 session，有 session 没有编号。整门课的后半部分都靠这个区别。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
