import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    manager: {
      title: 'maxInactiveInterval="60"',
      stage: 'The guide’s Manager says maxInactiveInterval="60". A logs in.',
      say: 'Put the Manager on the screen and ask what the line means. Everybody agrees.',
      after: 'One key in Redis: the id of A’s cookie, and nothing else.',
    },
    'five-minutes': {
      title: 'Five minutes later',
      stage: 'A reads for five minutes and opens “Who am I”. Is A still known?',
      say: 'Vote, then let the page speak. Turn the speed up for the five minutes.',
      expect: [
        {
          answer: 'After a minute the session is gone.',
          reply: 'It should be, by that line. Who else could set the time?',
        },
      ],
      after: 'Known. The line in the Manager does nothing on Tomcat 7.',
    },
    ttl: {
      title: 'How long does it live?',
      stage: 'Ask Redis itself: how many seconds does A’s key have left?',
      say: 'Vote before `ttl` is typed.',
      ask: 'A has just clicked. What does `ttl` say?',
      answers: {
        minute: { answer: 'About 60', reply: 'That is what the guide means by its line.' },
        'half-hour': {
          answer: 'About 1800',
          reply: 'Yes: half an hour. It stands in web.xml, session-timeout, in minutes.',
        },
        never: { answer: '-1, without end', reply: 'Between SET and EXPIRE that is true, for a blink.' },
      },
      expect: [
        {
          answer: '-1 means never.',
          reply: 'It does in the manual of Tomcat. Let them try it as a session-timeout here, and log in.',
        },
        { answer: 'Our keys need a prefix.', reply: 'This manager has none. Two shops want two databases.' },
        { answer: 'I look with KEYS.', reply: 'Ask how many keys there are on a Friday night.' },
      ],
      after: 'It falls second by second, and jumps back with each click, whatever page it is.',
    },
    cost: {
      title: 'What a click costs',
      stage: 'One page that does not look at the session, one that counts. How many commands does each cost?',
      say: 'Let them guess a number for each, and for an image. Then open the two requests.',
      ask: 'How many commands for a page that does not look at the session at all?',
      expect: [
        { answer: 'None.', reply: 'Two, GET and EXPIRE: the cookie came along. An image costs as much.' },
        { answer: 'One.', reply: 'GET, and then EXPIRE: it keeps the session alive as well.' },
      ],
      after: '`/hello`: GET, EXPIRE. `/count`: GET, SET, EXPIRE. The first of these is the one to remember.',
    },
    exercise: {
      title: 'A minute, and not half an hour',
      stage: 'Your turn: who keeps clicking stays known, who goes away is soon forgotten.',
      say: 'On their own devices. For the quick ones: the second exercise brings back the bank of the first lesson.',
      after: 'Ask in which file the time stands, and in which unit.',
    },
  },
  'zh-cn': {
    manager: {
      title: 'maxInactiveInterval="60"',
      stage: '原教程的 Manager 写着 maxInactiveInterval="60"。A 登录。',
      say: '把 Manager 放到屏幕上，问那一行是什么意思。大家都同意。',
      after: 'Redis 里有一个键：就是 A 的 cookie 里那个编号，别的什么也没加。',
    },
    'five-minutes': {
      title: '五分钟以后',
      stage: 'A 看了五分钟，打开“我是谁”。还认得他吗？',
      say: '先投票，再让页面自己说话。这五分钟可以把速度调快。',
      expect: [{ answer: '一分钟就没了。', reply: '按那一行，该没了。还有谁能定这个时间？' }],
      after: '认得。Manager 里的那一行，在 Tomcat 7 上不起作用。',
    },
    ttl: {
      title: '它还能活多久',
      stage: '直接问 Redis：A 的键还剩多少秒？',
      say: '敲 `ttl` 之前先投票。',
      ask: 'A 刚刚点过。`ttl` 会说多少？',
      answers: {
        minute: { answer: '60 左右', reply: '原教程写那一行，就是这个意思。' },
        'half-hour': { answer: '1800 左右', reply: '对，半个小时。它写在 web.xml 的 session-timeout 里，单位是分钟。' },
        never: { answer: '-1，没有期限', reply: '在 SET 和 EXPIRE 之间，有那么一瞬间是这样。' },
      },
      expect: [
        {
          answer: '-1 就是永不过期。',
          reply: 'Tomcat 的手册是这么写的。让他们把 session-timeout 写成 -1，再登录试试。',
        },
        { answer: '我们的键要加前缀。', reply: '这个 Manager 没有。两家小店，就用两个库。' },
        { answer: '我用 KEYS 看。', reply: '问：周五晚上有多少个键？' },
      ],
      after: '一秒一秒往下掉；不管点的是什么页面，点一下就跳回去。',
    },
    cost: {
      title: '点一下要花多少',
      stage: '一个根本不看 session 的页面，一个计数的页面。各要几条命令？',
      say: '让大家各猜一个数，图片也猜一个。然后点开这两个请求。',
      ask: '一个根本不看 session 的页面，要几条命令？',
      expect: [
        { answer: '不用。', reply: '两条，GET 和 EXPIRE：cookie 跟着来了。图片也一样。' },
        { answer: '一条。', reply: 'GET 之后还有 EXPIRE，它顺便给 session 续了命。' },
      ],
      after: '`/hello`：GET、EXPIRE。`/count`：GET、SET、EXPIRE。最该记住的是前一个。',
    },
    exercise: {
      title: '一分钟，不是半小时',
      stage: '轮到你们：一直在点的人还认得，走开的人很快忘掉。',
      say: '各自在自己的设备上做。给做得快的人：第二个练习里，第一课的那家银行又来了。',
      after: '问一句：时间写在哪个文件里，单位是什么？',
    },
  },
} satisfies BeatsTexts<typeof beats>;
