import { everywhere, type TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'All on one machine',
    task: 'Here nginx, both Tomcats and Redis are on one machine, 192.168.25.128, and the shop talks to Redis on 127.0.0.1. Somebody followed the guide to the letter all the same. Worse: the file with the password has been copied to an old laptop. Nobody is to get anything out of this Redis from outside, not even with the password; the shop is to go on.',
    checks: {
      ...everywhere.en.checks,
      reachable: 'On 127.0.0.1 the shop, which has the password of this file, may write.',
      closed: 'On 192.168.25.128 nobody is told anything, with or without that password.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'not-reachable':
        'On {address} the shop could not write, although it has the password of this file. Does Redis listen there, on the port that everybody expects?',
      'open-to-all':
        'Somebody came in on {address} and was told what is in the till. A password that others know is no guard. Which guard does not ask for one?',
    },
    hints: {
      ...everywhere.en.hints,
      'not-reachable': [
        'Ask in the terminal: ./redis-3.2.1/src/redis-cli ping.',
        'The shop uses 127.0.0.1 and port 6379.',
      ],
      'open-to-all': [
        'There are three guards, and two of them do not care for passwords.',
        'On which addresses does Redis listen without a bind line, and on which with the line that came with it?',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '都在一台机器上',
    task: '这里 nginx、两台 Tomcat 和 Redis 在同一台机器上（192.168.25.128），小店通过 127.0.0.1 访问 Redis。可是有人照着原教程一字不差地配了。更糟的是：写着密码的文件被拷到了一台旧笔记本上。请让外面的人什么也拿不到，有密码也不行；小店照常工作。',
    checks: {
      ...everywhere['zh-cn'].checks,
      reachable: '小店拿着这份文件里的密码，从 127.0.0.1 能写。',
      closed: '从 192.168.25.128 进来的人，有没有这个密码，都什么也问不到。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'not-reachable':
        '小店拿着这份文件里的密码，从 {address} 却写不进去。Redis 在这个地址上监听吗？端口还是大家以为的那个吗？',
      'open-to-all': '有人从 {address} 进来，问到了收银台里有什么。别人也知道的密码挡不住人。哪一道门根本不问密码？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'not-reachable': ['在终端里问：./redis-3.2.1/src/redis-cli ping。', '小店用的是 127.0.0.1 和 6379 端口。'],
      'open-to-all': ['一共三道门，其中两道不管密码。', '没有 bind 行，Redis 在哪些地址上监听？有原来那一行呢？'],
    },
    predictions: {},
  },
} satisfies TransferTexts<'starts' | 'reachable' | 'closed', 'redis-refuses' | 'not-reachable' | 'open-to-all'>;
