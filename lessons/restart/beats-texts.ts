import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    kill: {
      title: 'Killed',
      stage: 'Two shops: A buys in the old one, B in the new one. The old one is killed and started again.',
      say: 'A show of hands first: who has restarted a Tomcat and had to log in again? Nearly all. Who knows why?',
      after: 'A is a stranger. The memory of a process ends with the process; no surprise there.',
    },
    stop: {
      title: 'Stopped as one should',
      stage: 'A logs in again. Both Tomcats are stopped with shutdown.sh.',
      say: 'This time nobody kills anything. Stop here, while both are off.',
      after: 'Both have ended in good order. Nothing of it was lost by accident.',
    },
    return: {
      title: 'Who has to log in?',
      stage: 'Both Tomcats are started again, and A and B come back. Who has to log in?',
      say: 'Vote, let neighbours talk, vote again. Do not tell yet which version is which.',
      ask: 'After an orderly stop and a start: who has to log in again?',
      answers: {
        both: { answer: 'Both', reply: 'The common belief, and in the guide as well. For one of the two it is wrong.' },
        'only-a': {
          answer: 'Only A, in the old shop',
          reply: 'One would think so: old, so worse. It is the other way round.',
        },
        'only-b': {
          answer: 'Only B, in the new shop',
          reply: 'Yes: Tomcat 7 writes its sessions to a file at an orderly stop; Tomcat 10.1 does so only when told.',
        },
        nobody: { answer: 'Nobody', reply: 'True of the old one. The new one gave up that habit.' },
      },
      after: 'One program, two versions, two results. A’s session survived the process in whose memory it lay.',
    },
    file: {
      title: 'Which of them is the bug?',
      stage: 'The old shop is stopped and started once more. Where is A’s session while it is off?',
      say: 'Let them find, in the transcript, the line in which tomcat1 writes its file.',
      ask: 'One keeps its sessions, one does not. Which is the bug?',
      expect: [
        { answer: 'The new one is.', reply: 'Neither is. A default changed.' },
        {
          answer: 'On my machine a restart always logs me out.',
          reply: 'Most IDEs kill the process or deploy the webapp anew. Ask which button they press.',
        },
        { answer: 'So with a file we are safe.', reply: 'Kill it and look. Nobody was left to write.' },
      ],
      after: 'A is known again. SESSIONS.ser was written at the stop, read at the start, and is gone now.',
    },
    exercise: {
      title: 'A new shop that remembers',
      stage: 'Your turn: the new shop keeps its logins over an orderly stop, and over the next one too.',
      say: 'On their own devices: one attribute in `conf/context.xml` of tomcat2.',
      expect: [{ answer: 'Then the other Tomcat can read that file.', reply: 'It reads its own, at its own start.' }],
      after:
        'End with the question of “Notice”, and leave it standing: where would a session have to be before the crash?',
    },
  },
  'zh-cn': {
    kill: {
      title: '被杀掉',
      stage: '两家小店：A 在老店买，B 在新店买。老店被杀掉，又启动起来。',
      say: '先举手：谁重启过 Tomcat，然后得重新登录？几乎人人都有。谁知道为什么？',
      after: '不认得 A 了。进程的内存跟着进程一起没，这不奇怪。',
    },
    stop: {
      title: '正常关闭',
      stage: 'A 重新登录。两台 Tomcat 都用 shutdown.sh 关掉。',
      say: '这一次谁也没杀谁。停在这里，两台都关着。',
      after: '两台都是好好结束的，没有什么是意外丢掉的。',
    },
    return: {
      title: '谁要重新登录',
      stage: '两台 Tomcat 又启动了，A 和 B 都回来。谁要重新登录？',
      say: '投票，和旁边的人讨论，再投一次。哪台是哪个版本，先别说。',
      ask: '正常关闭，再启动：谁得重新登录？',
      answers: {
        both: { answer: '两个都要', reply: '一般人都这么想，原教程也这么写。可是其中一台不是这样。' },
        'only-a': { answer: '只有老店的 A', reply: '旧的总该差一些吧？正好相反。' },
        'only-b': {
          answer: '只有新店的 B',
          reply: '对：Tomcat 7 正常关闭时把 session 写进文件，Tomcat 10.1 要你写明才这么做。',
        },
        nobody: { answer: '都不用', reply: '老店是这样，新店不再有这个习惯了。' },
      },
      after: '同一个软件，两个版本，两种结果。装着 A 的 session 的那个进程没了，session 还在。',
    },
    file: {
      title: '哪个是毛病',
      stage: '老店再关一次、再启动。关着的时候，A 的 session 在哪里？',
      say: '让大家在逐条记录里，找到 tomcat1 写文件的那一行。',
      ask: '一台留得住，一台留不住。哪个是毛病？',
      expect: [
        { answer: '新的那台。', reply: '都不是，只是默认值改了。' },
        { answer: '我电脑上一重启就得登录。', reply: '多数 IDE 是直接杀进程，或者重新部署。问他按的是哪个按钮。' },
        { answer: '那有了文件就安全了。', reply: '杀一次看看：没有人来得及写。' },
      ],
      after: '又认得 A 了。SESSIONS.ser 在关闭时写、启动时读，现在已经不在了。',
    },
    exercise: {
      title: '让新店也记得',
      stage: '轮到你们：新店正常关闭再启动，登录还在；再来一次，也还在。',
      say: '各自在自己的设备上做：tomcat2 的 `conf/context.xml`，一个属性就够。',
      expect: [{ answer: '那让另一台去读这个文件。', reply: '它只读自己的，而且只在自己启动的时候读。' }],
      after: '最后留下“想一想”里的问题，先不答：宕机之前，session 得在哪里才行？',
    },
  },
} satisfies BeatsTexts<typeof beats>;
