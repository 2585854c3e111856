import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    folder: {
      title: 'One folder for both',
      stage: 'Both Tomcats name the same folder for their sessions. A logs in.',
      say: 'Begin with the guide’s own sentence: put the session into a file, a database, or Redis. Collect reasons on the board; do not judge them.',
      ask: 'A file would do, says the guide. Why do we need Redis, then?',
      expect: [
        { answer: 'It is faster.', reply: 'It is. Write it down, and ask what else.' },
        { answer: 'Files cannot be shared.', reply: 'These are: show the folder’s name in both context.xml.' },
      ],
      after: 'A is known, and served by tomcat1.',
    },
    crash: {
      title: 'tomcat1 dies',
      stage: 'tomcat1 is killed. The folder is there, and tomcat2 can read it. Does the next page know A?',
      say: 'Vote, let neighbours talk, vote again, run. Then ask what lies in the folder, and look.',
      expect: [
        {
          answer: 'tomcat2 did not look into the folder.',
          reply: 'It did: for an id that it does not have, it asks its store.',
        },
        { answer: 'Then the session was written without the login.', reply: 'No. Not even a file was there.' },
      ],
      after: 'A is a stranger. The folder is empty: the manager keeps its sessions in memory.',
    },
    stop: {
      title: 'tomcat1 is stopped',
      stage: 'The same once more, only that tomcat1 is stopped and not killed. Does the next page know A?',
      say: 'Vote once more. Nothing is different but the way in which tomcat1 ends.',
      expect: [
        { answer: 'It cannot matter how it ends.', reply: 'Run it, and let them find the line about the store.' },
      ],
      after:
        'A is known, by tomcat2. Read the transcript: tomcat1 wrote the session before it ended, tomcat2 fetched it.',
    },
    when: {
      title: 'What was the difference?',
      stage: 'The same folder, the same two Tomcats. What was the difference?',
      say: 'Wait for the answer that you are after: when it is written, not where.',
      ask: 'Once lost, once kept. What made the difference?',
      expect: [
        {
          answer: 'Then write it more often.',
          reply: 'Let them set `maxIdleBackup` to 0 and crash at once. An idle session is safe, a busy one is not.',
        },
        { answer: 'A database would be safer.', reply: 'It moves the copy. Ask again: when is it written?' },
        {
          answer: 'With the valve it works.',
          reply: 'It does. Count the files written per request, and ask about two requests at once.',
        },
      ],
      after: 'On the board: when, not where.',
    },
    exercise: {
      title: 'Six minutes of reading',
      stage: 'Your turn: A and B read for six minutes, tomcat1 is killed, and both are still logged in.',
      say: 'On their own devices. There are several right answers, and they cost different things.',
      after: 'End with what is still missing, on the board: written within the request, read at the next.',
    },
  },
  'zh-cn': {
    folder: {
      title: '两台共用一个目录',
      stage: '两台 Tomcat 写的是同一个目录，session 放在里面。A 登录。',
      say: '从原教程那句话开始：session 可以放文件、放数据库、放 Redis。把大家说的理由写到黑板上，先不评。',
      ask: '教程说放文件也行，那为什么非要 Redis？',
      expect: [
        { answer: '它快。', reply: '确实快。记下来，再问还有什么。' },
        { answer: '文件没法共用。', reply: '这里就是共用的：给大家看两份 context.xml 里的目录名。' },
      ],
      after: '认得 A，由 tomcat1 接待。',
    },
    crash: {
      title: 'tomcat1 死了',
      stage: 'tomcat1 被杀掉。目录还在，tomcat2 也读得到。下一个页面认得 A 吗？',
      say: '先投票，和邻座讨论，再投一次，然后运行。接着问：目录里有什么？打开看。',
      expect: [
        { answer: 'tomcat2 没去看那个目录。', reply: '看了：内存里没有的编号，它会去存储里找。' },
        { answer: '那就是写进去的时候没有登录信息。', reply: '不是，连文件都没有。' },
      ],
      after: '不认得 A。目录是空的：平时这个管理器只把 session 放在内存里。',
    },
    stop: {
      title: 'tomcat1 正常停止',
      stage: '一样的过程，只是这次 tomcat1 是正常停止，不是被杀。下一个页面认得 A 吗？',
      say: '再投一次。除了 tomcat1 怎么结束，别的都一样。',
      expect: [{ answer: '怎么结束的，不该有区别。', reply: '运行，然后让大家找出写存储的那一行。' }],
      after: '认得 A，是 tomcat2 认得的。读一读逐条记录：tomcat1 结束之前写了出去，tomcat2 取了回来。',
    },
    when: {
      title: '差在哪里',
      stage: '同一个目录，同样的两台 Tomcat。差在哪里？',
      say: '等那个答案：不在放哪里，在什么时候写。',
      ask: '一次丢了，一次没丢。差在哪里？',
      expect: [
        {
          answer: '那就写勤一点。',
          reply: '让他们把 `maxIdleBackup` 设成 0，马上宕机。闲着的 session 保住了，忙着的保不住。',
        },
        { answer: '数据库更保险。', reply: '换的只是副本放哪里。再问一遍：什么时候写？' },
        { answer: '加上 valve 就行了。', reply: '是行了。数一数每个请求写几次文件，再问两个请求同时来会怎样。' },
      ],
      after: '黑板上写：不在哪里，在什么时候。',
    },
    exercise: {
      title: '看六分钟',
      stage: '轮到你们：A 和 B 看了六分钟没点，tomcat1 被杀，两个人都还登录着。',
      say: '各自在自己的设备上做。对的写法有好几种，代价各不相同。',
      after: '最后把还缺的写在黑板上：在请求之内写好，下一个请求来读。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
