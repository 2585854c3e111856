import type { TransferTexts } from '../../texts.ts';

export default {
  en: {
    title: 'Nobody says goodbye',
    task: 'Redis runs in the background and logs to a file; both are as they should be. But this time it is not shut down: four seconds after a key was set, the process is killed. The key is to be there at the next start all the same.',
    checks: {
      window: 'After the start the window takes the next command.',
      logged: 'What Redis has to say lands in a file.',
      kept: 'A key that was set four seconds before a kill -9 is there after the next start.',
    },
    feedback: {
      'redis-refuses':
        'Redis did not start with this redis.conf. It says: {message} What does Redis expect on that line?',
      'window-taken':
        'Redis started and kept the window: the next command was typed into a program that does not read it. Which setting sends Redis into the background?',
      'no-log': 'Redis started, and not a line of it is in any file. Which setting names one?',
      'data-lost':
        'The key was in memory, and four seconds later the memory was gone. By then nothing had been written to the disk. Which settings make Redis write without being asked, and how soon?',
    },
    hints: {
      'redis-refuses': ['Redis names the line and quotes it.', 'A switch is yes or no.'],
      'window-taken': ['The line with daemonize was right to begin with.', 'Put it back.'],
      'no-log': ['The line with logfile was right to begin with.', 'Put a file name back.'],
      'data-lost': [
        'save 900 1 means: after 900 seconds, if one key has changed. How many seconds are there?',
        'Either a snapshot must come within four seconds, or each write goes into a file of its own as it happens: the append-only file.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '没有人告别',
    task: 'Redis 在后台运行，日志写进文件，这两样都已经配好。可是这次没有人关它：存进一个键之后四秒，进程就被杀了。请让那个键在下次启动时仍然在。',
    checks: {
      window: '启动之后，窗口能接着敲下一条命令。',
      logged: 'Redis 要说的话都写进了文件。',
      kept: '存进一个键，四秒之后被 kill -9，再启动时键还在。',
    },
    feedback: {
      'redis-refuses': 'Redis 没能用这份 redis.conf 启动。它的原话：{message} 那一行，Redis 想要的是什么？',
      'window-taken': 'Redis 启动了，并且一直占着窗口：下一条命令敲给了一个不理会它的程序。哪个设置让 Redis 转到后台？',
      'no-log': 'Redis 启动了，可没有一行话写进文件。哪个设置给日志指定文件？',
      'data-lost': '键在内存里，四秒之后内存没了，而这时硬盘上什么也没写。哪些设置让 Redis 不等吩咐就写？要等多久？',
    },
    hints: {
      'redis-refuses': ['Redis 说出了行号，还印出了那一行。', '开关只有 yes 和 no。'],
      'window-taken': ['daemonize 那一行本来是对的。', '改回去。'],
      'no-log': ['logfile 那一行本来是对的。', '把文件名写回去。'],
      'data-lost': [
        'save 900 1 的意思是：有一个键变了，过 900 秒存一次。而这里有几秒？',
        '要么让快照在四秒之内发生，要么让每次写入当场记进另一个文件：AOF。',
      ],
    },
    predictions: {},
  },
} satisfies TransferTexts<'window' | 'logged' | 'kept', 'redis-refuses' | 'window-taken' | 'no-log' | 'data-lost'>;
