import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    flicker: {
      title: 'Redis stands beside it',
      stage: 'Unknown, known, unknown. Redis runs, without a single key.',
      say: 'Ask what it would take. Somebody will say: configuration.',
      after: 'Look at the card of Redis: it is empty. Nobody has told the Tomcats of it.',
    },
    paste: {
      title: 'The guide’s two elements',
      stage: 'A Valve and a Manager go into both context.xml. Both Tomcats are restarted. What does A get?',
      say: 'Paste, save, stop and start. Vote before the first page; then let them say who wrote it.',
      ask: 'Both Tomcats run with the new context.xml. A opens a page. What comes?',
      answers: {
        works: { answer: 'The page: it works', reply: 'Something is still missing. catalina.out says what.' },
        'not-found': {
          answer: '404',
          reply: 'Yes. A Manager that cannot be loaded fails the webapp, and Tomcat goes on without it.',
        },
        error: { answer: '500', reply: 'For that the webapp would have to run.' },
        'bad-gateway': { answer: '502', reply: 'That would be nginx. The foot of this page says Apache Tomcat.' },
      },
      after: 'A ClassNotFoundException in catalina.out: three jars are missing.',
    },
    jars: {
      title: 'Three jars',
      stage: 'The three jars are copied, both Tomcats restarted. A and B log in: two keys in Redis.',
      say: 'Type the two lines yourself, slowly; then point at Redis.',
      ask: 'Where is A’s session now?',
      expect: [
        { answer: 'In the Tomcat that handled the login.', reply: 'Open the X-ray: cookie, no heap, key.' },
        {
          answer: 'It started without an error, so the password is right.',
          reply: 'Change it to 12345 and start again. When does it show?',
        },
        { answer: 'Does it work with our Tomcat 9?', reply: 'Not these jars. Say which do.' },
      ],
      after: 'Both are known by turns on both Tomcats.',
    },
    kill: {
      title: 'kill -9',
      stage: 'The Tomcat that answered last is killed. Who has to log in again?',
      say: 'Vote once more. This is the moment that the course has been working towards.',
      ask: 'tomcat1 is dead. A and B each open a page. Who has to log in again?',
      answers: {
        nobody: { answer: 'Nobody', reply: 'Yes. That was what all of this was for.' },
        one: { answer: 'One of them', reply: 'Which one? Neither session was in tomcat1.' },
        both: { answer: 'Both', reply: 'Then Redis would have to be dead, and it is not.' },
      },
      after: 'Leave it a second of silence. Then follow one request to Redis: GET, and the page.',
    },
    exercise: {
      title: 'Wire it yourself',
      stage: 'Your turn: known on every page, and tomcat1 may be killed.',
      say: 'On their own devices. If time is short, skip “Change one line”; the table of parts is worth more.',
      after: 'Ask what ip_hash is still good for. Where a request goes has become a question of load.',
    },
  },
  'zh-cn': {
    flicker: {
      title: 'Redis 就在旁边',
      stage: '不认得、认得、不认得。Redis 在跑，里面一个键也没有。',
      say: '问：还差什么？会有人说：配置。',
      after: '看 Redis 的卡片：空的。还没有人告诉 Tomcat 它在那里。',
    },
    paste: {
      title: '原教程的两个元素',
      stage: '一个 Valve、一个 Manager，写进两份 context.xml，两台都重启。A 得到什么？',
      say: '贴进去、保存、停、启动。第一个页面之前投票，再让大家说这个页面是谁写的。',
      ask: '两台 Tomcat 都用新的 context.xml 跑起来了，A 打开一个页面。来的是什么？',
      answers: {
        works: { answer: '页面，能用了', reply: '还缺东西，catalina.out 里写着。' },
        'not-found': { answer: '404', reply: '对。Manager 装不进来，失败的是小店，Tomcat 自己照样跑。' },
        error: { answer: '500', reply: '那得小店先跑起来才行。' },
        'bad-gateway': { answer: '502', reply: '那是 nginx 写的。这个页面的页脚是 Apache Tomcat。' },
      },
      after: 'catalina.out 里是 ClassNotFoundException：缺三个 jar。',
    },
    jars: {
      title: '三个 jar',
      stage: '三个 jar 拷过去，两台重启。A 和 B 登录：Redis 里有了两个键。',
      say: '这两行你自己慢慢敲，然后指给大家看 Redis。',
      ask: 'A 的 session 现在在哪里？',
      expect: [
        { answer: '在办理登录的那台 Tomcat。', reply: '打开透视：cookie 有，内存没有，键有。' },
        { answer: '启动没报错，密码就是对的。', reply: '改成 12345 再启动。什么时候才看得出来？' },
        { answer: '我们是 Tomcat 9，能用吗？', reply: '这几个 jar 不行。说说哪些可以。' },
      ],
      after: '请求轮流到两台，两个人都一直认得。',
    },
    kill: {
      title: 'kill -9',
      stage: '杀掉刚才应答的那台。谁得重新登录？',
      say: '再投一次。整门课都是为了这一刻。',
      ask: 'tomcat1 死了，A 和 B 各打开一个页面。谁得重新登录？',
      answers: {
        nobody: { answer: '谁也不用', reply: '对。忙到现在，就是为了这个。' },
        one: { answer: '其中一个', reply: '哪一个？两个人的 session 都不在 tomcat1 里。' },
        both: { answer: '两个都要', reply: '那得 Redis 死了才行，它好好的。' },
      },
      after: '安静一秒钟。再跟着一个请求走到 Redis：GET，然后是页面。',
    },
    exercise: {
      title: '自己接一遍',
      stage: '轮到你们：每个页面都认得，tomcat1 随便杀。',
      say: '各自在自己的设备上做。时间不够就跳过“改一行”，那张“缺了会怎样”的表更值得看。',
      after: '问一句：ip_hash 还有什么用？请求去哪一台，已经只是忙不忙的事了。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
