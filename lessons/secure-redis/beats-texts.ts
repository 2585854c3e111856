import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    'two-pings': {
      title: 'Two pings',
      stage: 'One Redis, two addresses: PONG on the inner one, nothing on the one that others use.',
      say: 'Write the guide’s three edits on the board: bind off, protected-mode no, requirepass 123456.',
      after: '`bind 127.0.0.1`: Redis listens inside the machine only.',
    },
    'first-edit': {
      title: 'Only the first edit',
      stage: 'Somebody is in a hurry and makes only the first edit: no more bind. What does the outer ping say?',
      say: 'Vote, talk, vote again, then run.',
      ask: 'bind is commented out, nothing else is changed, Redis is restarted. What does a ping from outside say?',
      answers: {
        pong: { answer: 'PONG', reply: 'It listens everywhere now. It does not talk to everybody.' },
        refused: {
          answer: 'Could not connect',
          reply: 'The connection does come about this time. Look at the transcript.',
        },
        'sent-away': {
          answer: 'Something else: it lets me in and sends me away',
          reply: 'Yes: protected mode. No password is set, and this caller is not on the machine itself.',
        },
      },
      after:
        'redis-cli is cut off while Redis still writes, hence `Connection reset by peer`; the transcript tells why. What Redis wrote begins with `-DENIED` and says itself what to do.',
    },
    'all-three': {
      title: 'All three',
      stage: 'All three edits are made. Without the password, a refusal; with 123456, PONG.',
      say: 'Let neighbours argue. Most fear the password; the one without a good version is `protected-mode no`.',
      ask: 'Which of the three edits would you take back?',
      expect: [
        {
          answer: 'The password: it is too weak.',
          reply: 'It is; a better one mends that. Which edit has no better version?',
        },
        {
          answer: 'None. Nobody will find our port.',
          reply: 'Ask how long 123456 holds when nothing slows a guesser down.',
        },
        { answer: 'We set the password by command instead.', reply: 'Restart Redis and ping.' },
        {
          answer: 'It is bound to one address, so it is safe.',
          reply: 'In 3.2.1 a bind line switches protected mode off. Look at the table.',
        },
      ],
      after: 'With a password protected mode asks nothing. It is there for the day on which the password is lost.',
    },
    exercise: {
      title: 'For one, not for all',
      stage: 'Your turn: whoever knows your password may do everything, a stranger learns nothing.',
      say: 'On their own devices; the password is theirs to choose.',
      after:
        'End with the order of guards: firewall, bind, password. A lesson at the end of the course comes back to it.',
    },
  },
  'zh-cn': {
    'two-pings': {
      title: '两次 ping',
      stage: '一个 Redis，两个地址：里面的是 PONG，别人用的那个连不上。',
      say: '把原教程的三处修改写在黑板上：注释掉 bind、protected-mode no、requirepass 123456。',
      after: '`bind 127.0.0.1`：Redis 只在本机里听。',
    },
    'first-edit': {
      title: '只改第一处',
      stage: '有人赶时间，只做了第一处：注释掉 bind。外面的 ping 会得到什么？',
      say: '先投票，讨论，再投一次，然后运行。',
      ask: '只注释掉 bind，别的都没改，重启了 Redis。从外面 ping，得到什么？',
      answers: {
        pong: { answer: 'PONG', reply: '现在它在哪里都听，但不是和谁都说话。' },
        refused: { answer: '连不上', reply: '这次连接是建立了的，看看逐条记录。' },
        'sent-away': {
          answer: '别的：放我进去，又把我打发走',
          reply: '对，这是保护模式：没设密码，来的又不是本机。',
        },
      },
      after:
        'Redis 还没写完，连接就断了，所以 redis-cli 只说 `Connection reset by peer`；为什么，逐条记录里写着。Redis 写的那段以 `-DENIED` 开头，自己说了该怎么办。',
    },
    'all-three': {
      title: '三处都改了',
      stage: '三处都改了：不带密码被拒绝，带上 123456 就是 PONG。',
      say: '让邻座争一争。多数人担心密码；其实没有“好版本”的是 `protected-mode no`。',
      ask: '三处里，你会撤掉哪一处？',
      expect: [
        { answer: '密码，太弱了。', reply: '是弱，换个好的就行。哪一处换不出好的？' },
        { answer: '都不用撤，没人会找到我们的端口。', reply: '问：什么也拖不慢猜密码的人，123456 能撑多久？' },
        { answer: '我们的密码是用命令设的。', reply: '重启 Redis，再 ping 一次。' },
        { answer: '只绑了一个地址，安全。', reply: '在 3.2.1 里，写了 bind，保护模式就不起作用了。看那张表。' },
      ],
      after: '有了密码，保护模式就不管事；它守的是密码丢掉的那一天。',
    },
    exercise: {
      title: '只给一个人用',
      stage: '轮到你们：知道密码的人什么都能做，陌生人什么也问不到。',
      say: '各自在自己的设备上做，密码自己定。',
      after: '最后讲顺序：防火墙、bind、密码。课程末尾还会回到这里。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
