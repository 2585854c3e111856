import { type ExerciseTexts, everywhere, type Language } from '../../texts.ts';
import lesson from '../texts.ts';

export default {
  en: {
    title: 'Port 8080 is needed elsewhere',
    task: 'tomcat1 has to move from port 8080 to 8090, at noon. move.sh does it, and everybody notices. Two visitors look in every second, open reports of five seconds (/sleep?ms=5000), and send orders by POST when it hurts. Every request must get a page that knows its visitor, nobody may wait for a Tomcat that is starting, and a minute after the script began tomcat1 takes part at its new address.',
    checks: {
      ...everywhere.en.checks,
      moved: 'A minute after the script began, both Tomcats take part, and tomcat1 answers on port 8090.',
      'nothing-lost': lesson.en.checks['nothing-lost'],
      'nobody-waits': lesson.en.checks['nobody-waits'],
    },
    feedback: {
      ...lesson.en.feedback,
      'old-port':
        'In the end, at second {second}, {server} still answered at {upstream} (request {request}). When does a Tomcat read its server.xml, and what did the file say then?',
      'idle-server':
        'In the end {server} answers none of the {count} requests. At which address does it listen after the script, and which one does the running nginx know?',
    },
    hints: {
      ...lesson.en.hints,
      'old-port': [
        'Compare the order of the lines in the script: the change of server.xml, and the start.',
        'A port is opened once, at the start. The file must be right by then, and nginx.conf must name the same port.',
      ],
      'idle-server': [
        'Open nginx.conf and server.xml after a run of the script, and compare the ports.',
        'Both files must name the same port, the line must not say down, and nginx must have been told to read it.',
      ],
    },
    predictions: {},
  },
  'zh-cn': {
    title: '8080 端口要让出来',
    task: 'tomcat1 要从 8080 端口搬到 8090，而且就在大中午。move.sh 能搬，可是人人都察觉得到。两位访客每秒点一下，还会打开要跑五秒的报表（/sleep?ms=5000），并且专挑最要命的时刻用 POST 发订单。要求：每个请求都得到认得访客的页面；谁也不用干等一台还没启动完的 Tomcat；脚本开始一分钟后，tomcat1 在新地址上干活。',
    checks: {
      ...everywhere['zh-cn'].checks,
      moved: '脚本开始一分钟后，两台 Tomcat 都在干活，tomcat1 用的是 8090 端口。',
      'nothing-lost': lesson['zh-cn'].checks['nothing-lost'],
      'nobody-waits': lesson['zh-cn'].checks['nobody-waits'],
    },
    feedback: {
      ...lesson['zh-cn'].feedback,
      'old-port':
        '到最后（第 {second} 秒），{server} 还在 {upstream} 上应答（请求 {request}）。Tomcat 是什么时候读 server.xml 的？那时候文件里写的是什么？',
      'idle-server':
        '到最后，{count} 个请求里 {server} 一个也没接到。脚本跑完，它听的是哪个端口？正在运行的 nginx 认的又是哪个？',
    },
    hints: {
      ...lesson['zh-cn'].hints,
      'old-port': [
        '看脚本里的先后：什么时候改的 server.xml，什么时候启动的。',
        '端口只在启动时打开一次。启动之前文件就要改好，nginx.conf 里也要写同一个端口。',
      ],
      'idle-server': [
        '脚本跑完以后，打开 nginx.conf 和 server.xml，比一比端口。',
        '两个文件要写同一个端口，那一行不能还写着 down，而且要让 nginx 重新读过。',
      ],
    },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'moved' | 'nothing-lost' | 'nobody-waits',
  | 'nginx-refuses'
  | 'no-answer'
  | 'not-proxied'
  | 'cut-off'
  | 'all-down'
  | 'waited'
  | 'old-port'
  | 'idle-server'
  | 'login-lost'
> &
  Record<Language, { title: string; task: string }>;
