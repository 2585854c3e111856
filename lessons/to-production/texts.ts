import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      outside:
        'Whoever comes in on 192.168.25.128 learns no key of Redis, neither without a password nor with one that everybody tries.',
      'redis-dies': 'Redis is killed and started again: a minute later A and B are still recognised.',
      'tomcat-dies': 'One Tomcat is killed, and the other once it is back: A and B are recognised on every page.',
      'tomcat-hangs': 'A Tomcat hangs: A and B get every page within twenty seconds, and are recognised on it.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'bad-gateway':
        '{visitor} asked for {path} (request {request}, second {second}) and got {status}: nginx tried {upstream} and gave up, although a Tomcat was well. Has it another server to try, and may it?',
      'open-to-all':
        'Somebody came in on {address}, gave no password, asked Redis for its keys and was told. Each of them is somebody’s login. Which of the three guards should have stopped him?',
      'weak-password':
        'A stranger tried {count} passwords, and one of them fitted. He now has the id of every session, and each id is somebody’s login. Which password is in no list, and need he reach the port at all?',
      'not-on-disk':
        'Redis was killed and started again. At second {second} {visitor} came back (request {request}), and the session was gone. What was on the disk when Redis died, and which lines say how often something gets there?',
      'hung-server':
        '{visitor} asked for {path} at second {second} (request {request}) and waited {count} seconds: nginx had sent it to a server that took the request and said nothing ({upstream}). How long does nginx wait for an answer when nobody tells it?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which does not know that session. Where was it kept, and could {server} get at it there?',
    },
    hints: {
      ...everywhere.en.hints,
      'bad-gateway': [
        'Look at the addresses in the upstream, and at what nginx tried.',
        'Which failures send a request on to the next server? By default a refused connection and a time-out do.',
      ],
      'open-to-all': [
        'Three guards stand one behind the other: bind, protected-mode, requirepass.',
        'One is enough. But in 3.2.1 the second holds only while no bind line is in force.',
      ],
      'weak-password': [
        'Look at requirepass in redis.conf, and at bind.',
        'Both Tomcats are on the machine of Redis. From where must Redis be reachable, then? And a new password has to be known in three files.',
      ],
      'not-on-disk': [
        'Look at the lines under “Saving to disk” and “Append only file” in redis.conf.',
        'save 900 1 means: after 15 minutes, if one key has changed. What is lost when Redis is killed before? Which other way writes down each change as it comes?',
      ],
      'hung-server': [
        'Open that request and see how long its first hop took.',
        'The connection came about at once: the kernel accepts it for the hanging process. So it is not the connecting that takes long, but the reading of an answer.',
      ],
      'login-lost': [
        'Open the request and see which Tomcat it reached, and where that one looked for the session.',
        'What lies in one server’s memory dies with it. Which Manager keeps it elsewhere, and do both Tomcats have it?',
      ],
    },
    predictions: {
      flushed:
        'A logs in. From outside, somebody sends Redis “-a 123456 flushall”. A opens “Who am I”. Does the shop know A?',
      hung: 'tomcat2, which serves B, hangs. B opens “Who am I”. Which status does B get in the end?',
    },
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      outside: '从 192.168.25.128 进来的人，不管是不给密码，还是试那几个人人都会先试的，都问不出 Redis 里有哪些键。',
      'redis-dies': 'Redis 被杀，又重新启动：一分钟后 A 和 B 仍然是登录状态。',
      'tomcat-dies': '一台 Tomcat 被杀，等它回来，另一台再被杀：A 和 B 在每个页面上都被认得。',
      'tomcat-hangs': '一台 Tomcat 卡住：A 和 B 的每个页面都在二十秒之内出来，而且认得他们。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'bad-gateway':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），得到 {status}：nginx 试了 {upstream} 就放弃了，而当时还有一台 Tomcat 好好的。它有别的服务器可试吗？配置允许它换吗？',
      'open-to-all':
        '有人从 {address} 进来，没给密码，问 Redis 有哪些键，问到了。每个键都是一个人的登录状态。三道门里，该由哪一道拦住他？',
      'weak-password':
        '一个陌生人试了 {count} 个密码，有一个对上了。所有 session 的编号都到了他手里，拿着哪个编号，就是哪个人。什么样的密码不在任何名单上？这个端口，非让他够得着不可吗？',
      'not-on-disk':
        'Redis 被杀，又重新启动。第 {second} 秒 {visitor} 回来（请求 {request}），session 已经没了。Redis 死的那一刻，硬盘上有什么？多久往硬盘上写一次，是哪几行说了算？',
      'hung-server':
        '{visitor} 在第 {second} 秒请求 {path}（请求 {request}），等了 {count} 秒：nginx 把它交给了一台收下请求却不吭声的服务器（{upstream}）。没人告诉 nginx 的话，它肯等多久？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它不认得那份 session。session 存在哪里？{server} 够得着那里吗？',
    },
    hints: {
      ...everywhere['zh-cn'].hints,
      'bad-gateway': [
        '看看 upstream 里写了哪些地址，nginx 试过哪些。',
        '哪些失败会让请求转到下一台？默认是连接被拒绝和超时。',
      ],
      'open-to-all': [
        '门有三道，一道接一道：bind、protected-mode、requirepass。',
        '守住一道就够。不过在 3.2.1 里，只有没有 bind 生效时，第二道才管用。',
      ],
      'weak-password': [
        '看 redis.conf 里的 requirepass，再看 bind。',
        '两台 Tomcat 就在 Redis 那台机器上，那么 Redis 需要让谁够得着？换了密码，有三个文件要一起改。',
      ],
      'not-on-disk': [
        '看 redis.conf 里“Saving to disk”和“Append only file”下面那几行。',
        'save 900 1 的意思是：过 15 分钟，只要有一个键变过就存一次。没到时间就被杀，会丢什么？有没有办法来一个改动就记一个？',
      ],
      'hung-server': [
        '点开那个请求，看第一跳花了多久。',
        '连接一下子就建好了：替卡住的进程接下连接的是内核。所以慢的不是连接，是等回应。',
      ],
      'login-lost': [
        '点开那个请求，看它到了哪台 Tomcat，那台又去哪里找 session。',
        '放在一台机器内存里的东西，机器一死就没了。哪个 Manager 把它放在别处？两台 Tomcat 都配了吗？',
      ],
    },
    predictions: {
      flushed: 'A 登录。有人从外面给 Redis 发了一句 “-a 123456 flushall”。A 再打开“我是谁”，小店还认得 A 吗？',
      hung: 'B 所在的 tomcat2 卡住了。B 打开“我是谁”，最后得到的状态码是几？',
    },
  },
} satisfies ExerciseTexts<
  'starts' | 'outside' | 'redis-dies' | 'tomcat-dies' | 'tomcat-hangs',
  | 'nginx-refuses'
  | 'redis-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'bad-gateway'
  | 'server-error'
  | 'open-to-all'
  | 'weak-password'
  | 'not-on-disk'
  | 'hung-server'
  | 'login-lost',
  'flushed' | 'hung'
>;
