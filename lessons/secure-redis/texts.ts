import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      reachable: 'On 192.168.25.128, whoever gives the password may write, before and after a restart.',
      closed: 'Whoever gives no password is told nothing, before and after a restart.',
      'hard-to-guess': 'None of the passwords that everybody tries first fits.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'not-reachable':
        'On {address} the owner, who has the password of this file, could not write. Does Redis listen on that address, and which of its guards stopped him?',
      'open-to-all':
        'Somebody came in on {address}, gave no password, asked for the till and was told. Which line of this file should have asked him for one?',
      'weak-password':
        'A stranger tried {count} passwords, and one of them fitted. Nothing slows such a stranger down: he may try thousands in a second. What makes a password that is in no list?',
    },
    hints: {
      ...everywhere.en.hints,
      'not-reachable': [
        'Try it in the terminal: ./src/redis-cli -h 192.168.25.128 ping. Which of the three refusals of the table comes?',
        'Refused: bind. DENIED: protected mode. NOAUTH: the password. The owner gives the password of this file.',
      ],
      'open-to-all': [
        'Try it in the terminal without a password.',
        'bind opens the door, and requirepass is what stands behind it. Is it still a comment?',
      ],
      'weak-password': [
        'The passwords tried are those on every list: 123456, foobared, password …',
        'Let a machine make one: openssl rand -hex 32. Nobody has to remember it.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      reachable: '在 192.168.25.128 上，给出密码的人能写，重启前后都能。',
      closed: '不给密码的人什么也问不到，重启前后都一样。',
      'hard-to-guess': '人人都会先试的那几个密码，一个也不对。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'not-reachable':
        '主人拿着这份文件里的密码，从 {address} 却写不进去。Redis 在这个地址上监听吗？是哪一道门拦住了他？',
      'open-to-all': '有人从 {address} 进来，没给密码，问收银台里有什么，问到了。这份文件里，该由哪一行向他要密码？',
      'weak-password':
        '一个陌生人试了 {count} 个密码，有一个对上了。没有什么能让他慢下来，一秒钟试几千个也行。什么样的密码不在任何名单上？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'not-reachable': [
        '在终端里试：./src/redis-cli -h 192.168.25.128 ping。来的是表里三种拒绝中的哪一种？',
        '拒绝连接：bind。DENIED：保护模式。NOAUTH：密码。主人给的就是这份文件里的密码。',
      ],
      'open-to-all': ['在终端里不给密码试一次。', 'bind 打开了门，门后面站着的应该是 requirepass。它还是一行注释吗？'],
      'weak-password': [
        '试的都是每张名单上都有的：123456、foobared、password……',
        '让机器生成一个：openssl rand -hex 32。谁也不用记住它。',
      ],
    },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'reachable' | 'closed' | 'hard-to-guess',
  'redis-refuses' | 'not-reachable' | 'open-to-all' | 'weak-password'
>;
