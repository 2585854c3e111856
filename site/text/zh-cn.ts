import type { Text } from './en.ts';

export const zhCn: Text = {
  siteName: 'Session Lab',
  tagline: '动手学 nginx 负载均衡，用 Redis 共享 Tomcat session',
  description:
    '一门自带模拟器的课程：在两台 Tomcat 前面放一台 nginx，登录，关掉一台服务器，看登录状态去了哪里；再把 session 存进 Redis。直接在浏览器里运行，什么都不用装。',

  skipToContent: '跳到正文',
  course: '课程',
  lessons: '课程目录',
  about: '关于',
  fidelity: '模拟得有多真',
  speed: '模拟得有多快',
  embed: '把练习嵌入自己的网页',
  theme: { auto: '主题：跟随系统', light: '主题：浅色', dark: '主题：深色' },

  hero: {
    title: '刚登录，怎么又要登录？',
    lede: '同一个网址背后有两台服务器，每台只认得自己接待过的访客，关掉一台，登录状态就没了。弄清原因，在 nginx.conf 里改一行，再来一次；学到最后，session 存进了 Redis，代价是什么你也一清二楚。',
    start: '开始第一课',
    tryTitle: '就在这里试',
    tryHow: ['让 A 登录，看看是哪台 Tomcat 回答的。', '在那台 Tomcat 上点 kill -9。', '再让 A 问一次“我是谁”。'],
    noInstall: '就在这个页面里运行，不用安装，也不向外发送任何数据。',
  },
  parts: {
    'one-server': '一台服务器：登录状态存在哪里',
    'load-balancing': '前面加一台 nginx：请求去了谁那里',
    'shared-sessions': '大家共用一份：session 存进 Redis',
    'in-operation': '上线之后：更新、故障、并发',
  },
  marks: {
    new: '未开始',
    begun: '学习中',
    passed: '已通过',
    count: '通过 {passed} / {all} 课',
    goOn: '接着学：{number}. {title}',
    done: '全部通过，去演练场玩玩',
  },
  progressTools: '你的进度：保存、搬走、清空',
  path: {
    title: '课程',
    lede: '每课一个问题、一个新概念，五到八分钟。答案都来自亲手运行。',
  },
  promises: {
    title: '凭什么相信它',
    list: [
      {
        title: '按真实规则运行',
        text: '模拟器遵循 nginx 1.22、Tomcat 7 与 10.1、Redis 3.2 与 7.0 的算法，并逐条对照真实程序的录制结果，连报错文字也一致。',
      },
      {
        title: '每个决定都有理由',
        text: '点开任意一个请求：当时有哪些候选服务器，哈希值是多少，配置里哪一行起了作用，又向 Redis 发了哪些命令。',
      },
      {
        title: '放心折腾',
        text: '杀进程、挂起、写错配置、改 Java 类、直接给 Redis 敲命令，都可以。时间可以暂停、放慢、单步；同一个种子，跑出来的结果一模一样。',
      },
    ],
  },

  playground: {
    title: '演练场',
    description: '自己搭一套实验环境：最多八台 Tomcat、Redis、多个应用、你自己的 nginx.conf，全部开放。',
    lede: '整个实验台，全部开放。随便改，随便弄坏：这里不计成绩，上一个实验台点一下就能找回来。',
    card: '自己搭环境，贴上你的 nginx.conf，或者试试那些“怪事”。',
    open: '打开演练场',
    bench: '台面上放什么',
    panels: {
      presets: { title: '现成的搭配', hint: '从一套能跑起来的环境开始' },
      machines: { title: '你的机器', hint: '几台 Tomcat，要不要 Redis，多少访客和应用' },
      files: { title: '你自己的文件', hint: '贴上 nginx.conf，看实验台拿它怎么办' },
      experiments: { title: '试试这些怪事', hint: '几分钟的小实验，结果往往出人意料' },
    },
    waiting: '正在加载……',
    failed: '没有加载成功。',
    again: '再试一次',
    replaced: '台面上换了一套新环境。上一套连同其中发生过的一切都还留着，直到你再搭下一套。',
    undo: '换回上一套',
  },

  lesson: {
    number: (number: number, total: number) => `第 ${number} 课，共 ${total} 课`,
    read: '课文',
    lab: '实验台',
    previous: '上一课',
    next: '下一课',
    end: '回到课程目录',
    transfer: '再来一题，自己做',
    back: (lesson) => `回到课文《${lesson}》`,
    teach: (minutes: number) => `给讲课的人：课堂上 ${minutes} 分钟`,
    present: '按步骤演示这一课',
  },

  teach: {
    page: '怎么上课',
    title: (lesson) => `课堂上：${lesson}`,
    about: (minutes, beats) => `${minutes} 分钟，${beats} 步`,
    notes: '备课提纲和幻灯片',
    how: '一堂课怎么上',
    print: '打印这一页，每一步就是一张幻灯片。',
    withNotes: '提纲也打印出来',
    minutes: (minutes) => `${minutes} 分钟`,
    say: '运行之前',
    ask: '提问',
    comes: '实际结果',
    expect: '大家会说，可以这样答',
    after: '运行之后',
    plan: {
      minute: '第几分钟',
      lesson: '课',
      beat: '这一步',
      class: '学生',
      votes: '投票',
      works: '动手',
      answers: '回答',
      rest: '留给提问，一定用得上。',
    },
  },

  handout: {
    file: (host, file) => (host === 'nginx' || host === 'redis' ? file : `${host}：${file}`),
    source: '上机试：',
  },

  yesterday: { title: '开始之前：上一部分还记得吗', again: '想回去看看：' },
  search: {
    open: '搜索',
    label: '搜索课程内容',
    close: '关闭',
    none: '没有找到。',
    failed: '搜索索引加载失败。',
  },

  notFound: {
    title: '这里没有页面',
    text: '网址可能写错了，或者页面已经搬走。放心，session 没丢。',
    home: '回到首页',
  },

  footer: '以 MIT 许可证发布，可自由使用、修改，也欢迎用于教学。',
};
