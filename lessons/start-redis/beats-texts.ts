import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    install: {
      title: 'Four commands',
      stage: 'The guide’s four commands: wget, tar, cd, make.',
      say: 'Let them type along on their own screens. `make` takes a minute of virtual time, so show the speed first.',
      after: 'It is compiled. Nothing runs yet.',
    },
    window: {
      title: 'The window is taken',
      stage: 'Redis is started, and the window no longer answers. From a second one, a key is set.',
      say: 'Take the four warnings one by one, with the table. Then type `ls` and wait.',
      ask: 'There are warnings on the screen. Is it broken?',
      expect: [
        {
          answer: 'The warnings mean it is broken.',
          reply: 'The second window gets an OK. None of the four is fatal.',
        },
      ],
      after: 'The program has the window. In the other, `set visitor zhang` was answered by OK.',
    },
    close: {
      title: 'The window is closed',
      stage: 'The window in which Redis was started is closed. The other asks for the key. What comes?',
      say: 'Vote before you close it. Nearly everybody who has used a terminal votes for the first answer; so does the guide.',
      ask: 'The first window is closed, and `get visitor` is typed in the second. What comes?',
      answers: {
        gone: { answer: 'Could not connect', reply: 'It is what most programs do, and what the guide says.' },
        empty: {
          answer: 'Nothing: it runs, but the data is lost',
          reply: 'The data is in the memory of the process, and that is still there.',
        },
        there: {
          answer: 'zhang, as if nothing had been',
          reply: 'Yes. A closing window sends SIGHUP, and Redis ignores that one.',
        },
      },
      after: 'The process has lost its window, and nothing else. What it has to say has nowhere to go now.',
    },
    end: {
      title: 'What does end it?',
      stage: 'Not the window. What does end it?',
      say: 'Collect: Ctrl-C, `kill`, SHUTDOWN. Then shut it down.',
      ask: 'What ends Redis in good order?',
      expect: [
        {
          answer: 'It did start, there was no error.',
          reply: 'With `daemonize yes` there never is one on the screen. Start it twice and look at the log.',
        },
      ],
      after: 'Could not connect. Now it is gone.',
    },
    exercise: {
      title: 'In the background',
      stage: 'Your turn: the window comes back, what Redis says lands in a file, and a key outlives a restart.',
      say: 'On their own devices. For the quick ones: the second exercise, where Redis is killed instead of shut down. It asks what the third goal only hints at.',
      after: 'Ask what the prompt proves when it comes back at once: that redis.conf could be read, and no more.',
    },
  },
  'zh-cn': {
    install: {
      title: '四条命令',
      stage: '原教程的四条命令：wget、tar、cd、make。',
      say: '让大家在自己的屏幕上跟着敲。`make` 要虚拟时间一分钟，先教他们调速度。',
      after: '编译好了，还什么都没启动。',
    },
    window: {
      title: '窗口被占住了',
      stage: 'Redis 启动了，这个窗口没了反应。从另一个窗口存进一个键。',
      say: '对着那张表，四条警告一条一条过。然后敲 `ls`，等着。',
      ask: '屏幕上有警告，是不是坏了？',
      expect: [{ answer: '有警告就是坏了。', reply: '第二个窗口得到了 OK，四条里没有一条是致命的。' }],
      after: '窗口归那个程序了。另一个窗口里，`set visitor zhang` 得到的是 OK。',
    },
    close: {
      title: '关掉窗口',
      stage: '把启动 Redis 的窗口关掉，从另一个窗口取那个键。会得到什么？',
      say: '关之前先投票。用过终端的人几乎都选第一个，原教程也这么说。',
      ask: '第一个窗口关了，第二个窗口里敲 `get visitor`。得到什么？',
      answers: {
        gone: { answer: '连不上', reply: '多数程序是这样，原教程也这么说。' },
        empty: { answer: '空的：还在跑，数据没了', reply: '数据在进程的内存里，进程还在。' },
        there: { answer: 'zhang，和没关一样', reply: '对。关窗口发的是 SIGHUP，Redis 不理会它。' },
      },
      after: '它丢掉的只是那个窗口。从现在起，它的话没有地方可说了。',
    },
    end: {
      title: '那什么才会让它停',
      stage: '不是关窗口。那什么才会让它停？',
      say: '先收集：Ctrl-C、`kill`、SHUTDOWN。然后关掉它。',
      ask: '怎样才算好好地停掉 Redis？',
      expect: [
        {
          answer: '没报错，就是启动成功了。',
          reply: '用了 `daemonize yes`，屏幕上永远没有错误。启动两次，看看日志。',
        },
      ],
      after: '连不上了，这回是真的停了。',
    },
    exercise: {
      title: '放到后台',
      stage: '轮到你们：窗口马上还回来，Redis 的话写进文件，键过了重启还在。',
      say: '各自在自己的设备上做。给做得快的人：第二个练习里 Redis 是被杀掉的，不是关掉的。第三个目标只提了一句的事，那里要说清楚。',
      after: '问一句：提示符马上就回来，说明了什么？只说明 redis.conf 读得通。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
