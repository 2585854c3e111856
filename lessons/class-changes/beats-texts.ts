import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    release: {
      title: 'A release night',
      stage:
        'tomcat1 runs the old version, tomcat2 the new one: one field more. A logs in and is put into the session.',
      say: 'Show the two User.java side by side.',
      ask: 'One field more. What could go wrong?',
      expect: [
        {
          answer: 'The old one does not know the field.',
          reply: 'It would not mind: what it has no field for is skipped.',
        },
        { answer: 'Nothing, sessions are in Redis.', reply: 'They are. Who reads them there?' },
      ],
      after: 'The page with the User was written by tomcat2, the new one.',
    },
    'other-version': {
      title: 'On the other version',
      stage: 'It is tomcat1’s turn. A opens “Who am I”. Is A known?',
      say: 'Vote: known, logged out, an error. Then run it.',
      expect: [
        { answer: 'An error page, of course.', reply: 'Look at the status.' },
        {
          answer: 'But nothing was incompatible.',
          reply: 'The number was. Open the key and find the eight bytes behind the class name.',
        },
      ],
      after: '200, and a stranger.',
    },
    'which-log': {
      title: 'Look for the error',
      stage: 'Known, unknown, known. In which log does it say why?',
      say: 'All together, in every log. Let it stand for a moment that there is nothing.',
      ask: 'In which log is the error?',
      expect: [
        {
          answer: 'In catalina.out of tomcat1.',
          reply: 'Not a line. Java says InvalidClassException, and Tomcat makes “there is no such session” of it.',
        },
      ],
      after: 'This is the worst kind: no status, no line.',
    },
    number: {
      title: 'A number of one’s own',
      stage: 'Both versions get serialVersionUID = 1L. What becomes of the sessions that lie in Redis tonight?',
      say: 'Let them answer before the restart.',
      ask: 'Now both have the same number. Is A known after the restart?',
      expect: [
        {
          answer: 'So we write 1L and are done.',
          reply: 'What was written with another number is lost: A has to log in once more.',
        },
        {
          answer: 'Then never change a type.',
          reply: 'Add, leave out, but do not retype. The second exercise is that mistake.',
        },
      ],
      after: 'First a stranger once more, and after the new login known on both.',
    },
    exercise: {
      title: 'Two versions, one session',
      stage: 'Your turn: old and new side by side, and nobody is logged out.',
      say: 'On their own devices.',
      after: 'End with the rule: write the number down on the first day.',
    },
  },
  'zh-cn': {
    release: {
      title: '发版之夜',
      stage: 'tomcat1 是旧版，tomcat2 是新版，多了一个字段。A 登录，一个 User 放进 session。',
      say: '把两份 User.java 并排放到屏幕上。',
      ask: '多了一个字段，会出什么事？',
      expect: [
        { answer: '旧版不认识那个字段。', reply: '它不在意：自己没有的字段，跳过就是了。' },
        { answer: '不会出事，session 在 Redis 里。', reply: '是在。谁去那里读它？' },
      ],
      after: '放 User 的那个页面，是 tomcat2、也就是新版写出的。',
    },
    'other-version': {
      title: '到了另一个版本',
      stage: '轮到 tomcat1 了。A 打开“我是谁”，认得吗？',
      say: '投票：认得、没登录、报错。然后运行。',
      expect: [
        { answer: '当然是错误页。', reply: '看看状态码。' },
        { answer: '没有什么不兼容啊。', reply: '那个数不兼容。打开键，找到类名后面的八个字节。' },
      ],
      after: '200，不认得。',
    },
    'which-log': {
      title: '找报错',
      stage: '认得、不认得、认得。哪个日志里写着原因？',
      say: '大家一起，每个日志都翻一遍。什么也没有，在这里停一下。',
      ask: '报错在哪个日志里？',
      expect: [
        {
          answer: 'tomcat1 的 catalina.out。',
          reply: '一行也没有。Java 说的是 InvalidClassException，Tomcat 当成了“没有这个 session”。',
        },
      ],
      after: '最麻烦的就是这种：状态码看不出，日志里没有。',
    },
    number: {
      title: '自己写上那个数',
      stage: '两个版本都写上 serialVersionUID = 1L。今晚躺在 Redis 里的那些 session 怎么办？',
      say: '重启之前，先让大家回答。',
      ask: '现在两边的数一样了。重启之后还认得 A 吗？',
      expect: [
        { answer: '那写上 1L 就好了。', reply: '用别的数写下的，都读不出来：A 得再登录一次。' },
        { answer: '那就永远不改类型。', reply: '可以加，可以去掉，就是不能改类型。第二个练习正是这个错。' },
      ],
      after: '先是又一次不认得；重新登录以后，两台都认得。',
    },
    exercise: {
      title: '两个版本，一个 session',
      stage: '轮到你们：新旧并存，谁也不掉线。',
      say: '各自在自己的设备上做。',
      after: '最后给一条规矩：第一天就把那个数写上。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
