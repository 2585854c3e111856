import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    worries: {
      title: 'One worry each',
      stage: 'All that the guide builds, in four files, and it works. What worries you?',
      say: 'Show the four files and ask for one worry each, by call. Write them down under four words: stranger, death, hang, full. Most classes leave “hang” empty.',
      after: 'A is logged in. Keep the four columns.',
    },
    stranger: {
      title: 'A stranger',
      stage:
        'A stranger asks Redis for its keys, with the password that everybody tries first. One key: the id of A’s session.',
      say: 'Stop before the `curl` and ask.',
      ask: 'He has the id. What more does he need to be zhang?',
      expect: [
        { answer: 'The password of zhang.', reply: 'Nobody asks for it. The cookie is the key.' },
        { answer: 'Nothing.', reply: 'Yes; and there is no lock that looks at who holds it.' },
      ],
      after: '`user=zhang`, on a machine that zhang has never seen.',
    },
    hang: {
      title: 'One hangs',
      stage: 'tomcat2 does not die, it hangs: the port is open, nobody answers. B opens a page. What does B see?',
      say: 'Vote, let neighbours talk, vote again, run. Turn the speed up while B waits.',
      ask: 'B is on tomcat2, and tomcat2 hangs. What does B see?',
      answers: {
        'bad-gateway': {
          answer: '502, as with a dead one',
          reply: 'For that, the connection would have to be refused.',
        },
        'at-once': {
          answer: 'The page, at once: nginx turns to tomcat1',
          reply: 'Open source nginx has no health checks; it learns from visitors, and this visitor is still waiting.',
        },
        'a-minute': { answer: 'The page, after a minute', reply: 'Yes. Sixty seconds, and then tomcat1 is asked.' },
      },
      after: 'Dead is easy, dead is refused at once. What costs most is what neither answers nor dies.',
    },
    'too-strict': {
      title: 'Ten seconds, then',
      stage: 'nginx waits ten seconds now. A and B each open a page that takes fifteen. Then A opens a quick one.',
      say: 'Somebody will have proposed a short time-out. Ask for the price before it runs.',
      ask: 'Two slow pages, one after the other, and then a quick one. What comes of the quick one?',
      expect: [
        {
          answer: 'The page; it is a quick one.',
          reply: 'Both Tomcats were given up in the middle of their work. Nobody is left.',
        },
      ],
      after: '504, 502, and then 502 for everybody, on a page that would have taken a blink.',
    },
    exercise: {
      title: 'Fit for a night',
      stage: 'Your turn: make it fit to be left alone for a night.',
      say: 'On their own devices; there is more than one good answer to each.',
      after: 'Go through the four columns once more: which line decides each?',
    },
  },
  'zh-cn': {
    worries: {
      title: '各说一个担心',
      stage: '原教程要搭的都在这四个文件里，能用。你担心什么？',
      say: '把四个文件摆出来，每人说一个担心的地方，分到四个词下面：陌生人、死、卡住、满了。多数班级的“卡住”下面是空的。',
      after: 'A 登录了。四栏都留着。',
    },
    stranger: {
      title: '一个陌生人',
      stage: '陌生人用人人都会先试的密码，向 Redis 要所有的键。只有一个：A 的 session 编号。',
      say: '停在 `curl` 之前，先问。',
      ask: '编号他有了，要变成 zhang，还缺什么？',
      expect: [
        { answer: 'zhang 的密码。', reply: '没有人问它。cookie 就是钥匙。' },
        { answer: '什么也不缺。', reply: '对，而且没有哪把锁会看拿钥匙的是谁。' },
      ],
      after: '`user=zhang`，在一台 zhang 从没见过的机器上。',
    },
    hang: {
      title: '卡住了一台',
      stage: 'tomcat2 没有死，是卡住了：端口开着，没人回答。B 打开一个页面，看到什么？',
      say: '先投票，和邻座讨论，再投一次，然后运行。B 等着的时候，把速度调快。',
      ask: 'B 在 tomcat2 上，tomcat2 卡住了。B 看到什么？',
      answers: {
        'bad-gateway': { answer: '502，跟死了一样', reply: '那得连接被拒绝才行。' },
        'at-once': {
          answer: '马上就有页面：nginx 换到 tomcat1',
          reply: '开源的 nginx 没有主动检查，它靠访客才知道，而这位访客还在等。',
        },
        'a-minute': { answer: '一分钟以后才有页面', reply: '对。等满六十秒，才去问 tomcat1。' },
      },
      after: '死了反而好办，连接马上被拒绝。最费钱的是既不回答、也不死的。',
    },
    'too-strict': {
      title: '那就十秒',
      stage: '现在 nginx 只等十秒。A 和 B 各打开一个要十五秒的页面，接着 A 打开一个快的。',
      say: '总有人会提：把超时改短。运行之前先问代价。',
      ask: '先后两个慢页面，再来一个快的。快的那个得到什么？',
      expect: [{ answer: '页面，那个很快。', reply: '两台都在干到一半的时候被放弃了，没有人可用。' }],
      after: '504、502，然后所有人都是 502，而那个页面本来一眨眼就好。',
    },
    exercise: {
      title: '能放一夜',
      stage: '轮到你们：让它能放心地放一夜。',
      say: '各自在自己的设备上做，每一条都不止一种好答案。',
      after: '再过一遍那四栏：各由哪一行决定？',
    },
  },
} satisfies BeatsTexts<typeof beats>;
