import type { ExerciseTexts } from '../texts.ts';

export default {
  en: {
    checks: {
      window: 'After ./src/redis-server ./redis.conf the window takes the next command.',
      logged: 'What Redis has to say lands in a file.',
      kept: 'A key that was set is still there after a shutdown and another start.',
    },
    feedback: {
      'redis-refuses':
        'Redis did not start with this redis.conf, so there was nothing to look at. It says: {message} What does Redis expect on that line?',
      'window-taken':
        'Redis started and kept the window: the next command was typed into a program that does not read it. Which setting sends Redis into the background?',
      'no-log':
        'Redis started, and not a line of it is in any file. In the background its words go nowhere. Which setting names a file for them, and is it still empty?',
      'data-lost':
        'The key was set and Redis was shut down in good order, but the next start did not find the key. Which lines tell Redis when to write its data to disk, and are there any?',
    },
    hints: {
      'redis-refuses': [
        'Redis names the line and quotes it. Look there.',
        'yes and no are the only two words for a switch; a comment may stand on a line of its own only.',
      ],
      'window-taken': [
        'The section General of redis.conf is about how the program runs.',
        'To leave the window it must become a daemon, as Unix calls a program in the background.',
      ],
      'no-log': [
        'logfile is there already. What is its value?',
        'An empty name means the terminal, and in the background there is none. Any file name will do.',
      ],
      'data-lost': [
        'The section on saving to disk: which lines begin with save?',
        'SHUTDOWN writes the data only where at least one save line is in force, or the append-only file is on.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    checks: {
      window: '敲完 ./src/redis-server ./redis.conf，窗口能接着敲下一条命令。',
      logged: 'Redis 要说的话都写进了文件。',
      kept: '存进去的键，关闭再启动之后还在。',
    },
    feedback: {
      'redis-refuses':
        'Redis 没能用这份 redis.conf 启动，所以没有什么可看的。它的原话：{message} 那一行，Redis 想要的是什么？',
      'window-taken': 'Redis 启动了，并且一直占着窗口：下一条命令敲给了一个不理会它的程序。哪个设置让 Redis 转到后台？',
      'no-log':
        'Redis 启动了，可没有一行话写进文件。转到后台以后，它的话就没地方去了。哪个设置给日志指定文件？它是不是还空着？',
      'data-lost':
        '键存进去了，Redis 也是正常关闭的，再启动却找不到这个键。哪几行告诉 Redis 什么时候往硬盘写？文件里有吗？',
    },
    hints: {
      'redis-refuses': [
        'Redis 说出了行号，还印出了那一行，从那里查。',
        '开关只有 yes 和 no 两个词；注释只能自己占一行。',
      ],
      'window-taken': [
        'redis.conf 的 General 一节管的是程序怎么运行。',
        '要让出窗口，就得变成守护进程（daemon），也就是转到后台。',
      ],
      'no-log': [
        'logfile 这一行本来就有，它的值是什么？',
        '空的文件名表示打印到终端，而后台没有终端。随便写一个文件名就行。',
      ],
      'data-lost': [
        '看存盘那一节：有几行是以 save 开头的？',
        '至少有一行 save 生效，或者打开了 AOF，SHUTDOWN 才会把数据写到硬盘。',
      ],
    },
    predictions: {},
  },
} satisfies ExerciseTexts<'window' | 'logged' | 'kept', 'redis-refuses' | 'window-taken' | 'no-log' | 'data-lost'>;
