import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      released: 'A minute after the script began, both Tomcats take part, and both run the new version.',
      'nothing-lost':
        'Every request gets a page that knows its visitor: reports that take five seconds and orders sent by POST as well.',
      'nobody-waits': 'Nobody has to wait for a Tomcat that is still starting.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'cut-off':
        '{visitor} asked for {path} at second {second} (request {request}) and got {status}: the request was at {upstream} when that Tomcat stopped. Since when had nginx sent it nothing new, and was what it still had to do really done?',
      'all-down':
        '{visitor} asked for {path} at second {second} (request {request}) and got {status}: nginx tried {upstream}, and there was nobody left to ask. Which Tomcat should have taken this request, and what had the script done to it by then?',
      waited:
        '{visitor} asked for {path} at second {second} (request {request}) and waited {took} seconds: {server} had its port open, but was still starting. How does your script know that a Tomcat answers before it gives it visitors?',
      'old-version':
        'In the end, at second {second}, {server} still makes a User without an e-mail address (request {request}). Were the new classes there before that Tomcat started, and did it start again at all?',
      'idle-server':
        'In the end {server} answers none of the {count} requests: half of the shop stays switched off. What does nginx.conf say of it after the script, and does the running nginx know?',
      'login-lost':
        '{visitor} was logged in, and at second {second} request {request} on {server} did not know it. Sessions are in Redis: which change of yours made {server} unable to read this one?',
      'no-answer':
        '{visitor} asked for {path} at second {second} (request {request}) and nobody answered at all: nginx itself was not there, or hung up. What did the script do to nginx, and is there a gentler way?',
    },
    hints: {
      ...everywhere.en.hints,
      'cut-off': [
        'In the list of requests, open the one that failed, and see when its Tomcat stopped. In the script, look at what stands above that line.',
        'First nginx must send nothing new there: a file says so, and a reload makes it true. Then the requests that are already there need time: a report takes five seconds, and shutdown.sh waits for two.',
      ],
      'all-down': [
        'Look at the moment of the failed request in the timeline: which Tomcat was in nginx.conf, and which one was running?',
        'One Tomcat must be well and in use before the other is touched. That takes one reload more.',
      ],
      waited: [
        'Look at the line after startup.sh, and at what Tomcat’s log says about when it was up.',
        'startup.sh is done as soon as the JVM is launched. Ask the Tomcat for a page yourself, with curl: when the answer is there, visitors may come.',
      ],
      'old-version': [
        'Compare the two halves of the script line by line.',
        'A Tomcat reads a class once, when it starts. So the new ones must be in webapps/ROOT by then.',
      ],
      'idle-server': [
        'Open nginx.conf after a run of the script.',
        'Whatever took a server out must be undone, and then nginx must be told again.',
      ],
      'login-lost': [
        'Follow that request to Redis: was there a key, and could the Tomcat make anything of it?',
        'Old and new version are both at work for a while. Whatever one writes, the other must be able to read.',
      ],
      'no-answer': [
        'Look for what the script does to nginx itself.',
        'nginx can read its file anew without closing its port: the old worker finishes what it has, the new one takes what comes.',
      ],
    },
    predictions: {
      order:
        'tomcat1 has just been told to stop, and still waits for B’s report. It is its turn. A sends an order by POST. Which status comes back?',
      early: 'tomcat1 was stopped, and is starting again since a second. It is its turn. Which Tomcat writes A’s page?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      released: '脚本开始一分钟后，两台 Tomcat 都在干活，跑的都是新版。',
      'nothing-lost': '每个请求都得到认得访客的页面，要跑五秒的报表和用 POST 发的订单也一样。',
      'nobody-waits': '谁也不用干等一台还没启动完的 Tomcat。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'cut-off':
        '第 {second} 秒，{visitor} 请求 {path}（请求 {request}），得到 {status}：那台 Tomcat（{upstream}）停掉的时候，这个请求正在它手里。nginx 从什么时候起不再给它派新活？它手里的活真的干完了吗？',
      'all-down':
        '第 {second} 秒，{visitor} 请求 {path}（请求 {request}），得到 {status}：nginx 试的是 {upstream}，一台能用的都没有。这个请求本该由哪台接？脚本这时已经对它做了什么？',
      waited:
        '第 {second} 秒，{visitor} 请求 {path}（请求 {request}），等了 {took} 秒：{server} 的端口开着，人还没起来。你的脚本怎么知道一台 Tomcat 已经能应答，才把访客交给它？',
      'old-version':
        '到最后（第 {second} 秒），{server} 造出的 User 还是没有电子邮箱（请求 {request}）。那台 Tomcat 启动之前，新的类放好了吗？它到底重启过没有？',
      'idle-server':
        '到最后，{count} 个请求里 {server} 一个也没接到：小店有一半一直关着灯。脚本跑完，nginx.conf 里它那一行是什么样？正在运行的 nginx 知道吗？',
      'login-lost':
        '{visitor} 明明登录了，第 {second} 秒请求 {request} 到了 {server}，却不认得。session 都在 Redis 里：你的哪处改动让 {server} 读不出这一份？',
      'no-answer':
        '第 {second} 秒，{visitor} 请求 {path}（请求 {request}），根本没有人应答：nginx 自己不在，或者直接断开了。脚本对 nginx 做了什么？有没有温和一点的办法？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'cut-off': [
        '在请求列表里点开失败的那个，看它所在的 Tomcat 是什么时候停的；再看脚本里停它的那一行，上面都做了什么。',
        '先要让 nginx 不再派新活过去：在文件里写明，再重新加载才算数。然后要等已经在那里的请求：报表要五秒，而 shutdown.sh 只肯等两秒。',
      ],
      'all-down': [
        '把时间拉到请求失败的那一刻：nginx.conf 里有哪几台可用？真正在运行的又是哪几台？',
        '一台完全好了，也真的用上了，才能动另一台。中间要多一次重新加载。',
      ],
      waited: [
        '看 startup.sh 下面那一行，再看 Tomcat 的日志里它是什么时候起来的。',
        'startup.sh 只管把 JVM 拉起来，马上就返回。你可以自己先用 curl 要一个页面，拿到了，再放访客进来。',
      ],
      'old-version': [
        '把脚本的两半一行一行对着看。',
        '一个类，Tomcat 只在启动之后读一次。所以启动之前，新的类就得在 webapps/ROOT 里。',
      ],
      'idle-server': [
        '脚本跑完以后，打开 nginx.conf 看看。',
        '怎么摘下来的，就要怎么挂回去，挂回去之后还要告诉 nginx 一声。',
      ],
      'login-lost': [
        '顺着这个请求看到 Redis：有那个键吗？那台 Tomcat 读得懂吗？',
        '有一段时间，新旧两版都在干活。一版写下的，另一版也要读得出来。',
      ],
      'no-answer': [
        '找找脚本里哪一行是对 nginx 自己动手的。',
        'nginx 不关端口也能重读配置：旧的 worker 把手里的干完，新的 worker 接新来的。',
      ],
    },
    predictions: {
      order: 'tomcat1 刚收到关闭命令，还在等 B 的报表，又正好轮到它。A 用 POST 发来一张订单。返回的状态码是多少？',
      early: 'tomcat1 关掉了，一秒前刚开始重新启动，又正好轮到它。A 的页面由哪台 Tomcat 写出？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'released' | 'nothing-lost' | 'nobody-waits',
  | 'nginx-refuses'
  | 'no-answer'
  | 'not-proxied'
  | 'cut-off'
  | 'all-down'
  | 'waited'
  | 'old-version'
  | 'idle-server'
  | 'login-lost',
  'order' | 'early'
>;
