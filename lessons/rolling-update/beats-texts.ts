import type { BeatsTexts } from '../beats.ts';
import type beats from './beats.ts';

export default {
  en: {
    reports: {
      title: 'Two reports under way',
      stage: 'A and B are logged in, and each waits for a report that takes twenty seconds.',
      say: 'Have the script read aloud, once: stop, copy, start; then the other one.',
      after: 'Both reports are under way, one on each Tomcat. Stop here.',
    },
    script: {
      title: 'The script runs',
      stage: 'The script never stops more than one Tomcat. What will the visitors notice?',
      say: 'Vote, let neighbours talk, vote again, run. Turn the speed down: all that matters happens in the first six seconds.',
      ask: 'update.sh runs, and A looks in every two seconds. What do the visitors notice?',
      answers: {
        nothing: {
          answer: 'Nothing: sessions are in Redis',
          reply: 'Redis keeps logins, and what dies here is a request.',
        },
        reports: {
          answer: 'Both reports are lost, and that is all',
          reply: 'They are. What about the time after?',
        },
        'ten-seconds': {
          answer: 'Both reports are lost, and for a while everybody gets a 502',
          reply: 'Yes: nginx had set both aside, and went on saying 502 when both were well again.',
        },
        'logged-out': { answer: 'A and B are logged out', reply: 'Not this time. That is what Redis is for.' },
      },
      expect: [{ answer: 'A short wait.', reply: 'Some do wait; find one of them in the list.' }],
      after:
        'Two clocks were left out. Tomcat waits two seconds for requests and the report takes twenty; nginx sets a server aside for ten seconds and Tomcat is back after three.',
    },
    'two-workers': {
      title: 'Two workers',
      stage: 'tomcat1 is marked down, nginx reloads, a report is still under way. Who serves it?',
      say: 'Let somebody explain why the old worker is still there, and what it means when it is gone.',
      ask: 'Why are there two workers now?',
      expect: [
        { answer: 'The reload has failed.', reply: 'It has not. The old one has the old file, and the report.' },
      ],
      after:
        'When the report is done the old worker goes. From then on tomcat1 can be stopped, and nobody could notice.',
    },
    exercise: {
      title: 'At noon',
      stage: 'Your turn: update both Tomcats while people work, and nobody notices.',
      say: 'On their own devices. Whoever is done early writes it without a single `sleep`.',
      expect: [
        {
          answer: 'Would that work with the sessions in each Tomcat’s memory?',
          reply: 'No. Whoever is taken elsewhere is a stranger there.',
        },
      ],
      after:
        'Five steps for each Tomcat: take it out, wait until it is empty, change it, wait until it answers, put it back.',
    },
  },
  'zh-cn': {
    reports: {
      title: '两份报表在跑',
      stage: 'A 和 B 都登录了，各等着一份要二十秒的报表。',
      say: '请人把脚本念一遍：停、拷、启动，然后是另一台。',
      after: '两份报表都在跑，两台 Tomcat 上各一份。停在这里。',
    },
    script: {
      title: '跑脚本',
      stage: '脚本每次只停一台。访客会察觉到什么？',
      say: '先投一次票，和邻座讨论，再投一次，然后运行。把速度调慢，要紧的事都发生在头六秒里。',
      ask: 'update.sh 在跑，A 每两秒看一眼。访客会察觉到什么？',
      answers: {
        nothing: { answer: '什么也察觉不到，session 在 Redis 里', reply: 'Redis 保住的是登录，这里断掉的是请求。' },
        reports: { answer: '两份报表没了，别的没有', reply: '是没了。那之后的时间呢？' },
        'ten-seconds': {
          answer: '两份报表没了，还有一阵子人人都是 502',
          reply: '对：两台都被 nginx 停用了，它们好了以后，nginx 还在说 502。',
        },
        'logged-out': { answer: 'A 和 B 掉线了', reply: '这次没有。Redis 就是为了这个。' },
      },
      expect: [{ answer: '会卡一下。', reply: '确实有人卡住了，在列表里找一个出来。' }],
      after: '有两个时钟没人管。Tomcat 等请求只等两秒，报表却要二十秒；nginx 停用一台要停十秒，Tomcat 三秒就回来了。',
    },
    'two-workers': {
      title: '两个 worker',
      stage: '给 tomcat1 写上 down，nginx 重新加载，还有一份报表在跑。现在由谁伺候它？',
      say: '请人讲讲旧的那个为什么还在，它不见了又意味着什么。',
      ask: '为什么现在有两个 worker？',
      expect: [{ answer: '重新加载失败了。', reply: '没有。旧的拿着旧文件，还有那份报表。' }],
      after: '报表做完，旧的 worker 就走了。从这时起停掉 tomcat1，没有人会察觉。',
    },
    exercise: {
      title: '大中午更新',
      stage: '轮到你们：大家都在用的时候，把两台都更新掉，谁也没察觉。',
      say: '各自在自己的设备上做。先做完的人：一个 `sleep` 都不用，再写一遍。',
      expect: [
        {
          answer: '如果 session 放在各台 Tomcat 自己的内存里，这样还行吗？',
          reply: '不行，被带到另一台的人，在那里就是生客。',
        },
      ],
      after: '每台五步：摘下来，等它空，换掉，等它能答，放回去。',
    },
  },
} satisfies BeatsTexts<typeof beats>;
