import type { FidelityWords } from './words.ts';

const figure = new Intl.NumberFormat('zh-CN');

export const words: FidelityWords = {
  suites: {
    'nginx-config': '对各种或对或错的配置，`nginx -t` 的输出',
    'nginx-config-fuzz': '同上，配置是随机生成的',
    'nginx-routing': '每个请求去了哪台服务器，结果如何',
    'nginx-forward': '后端服务器看到的请求，以及客户端拿到的响应',
    'nginx-forward-fuzz': '同上，location、rewrite、头部都是随机生成的',
    'tomcat-lifecycle': '启动、停止、崩溃过程中的响应、cookie 和日志',
    'session-manager': 'session 存进 Redis：每个请求发了哪些命令、得到什么响应，出故障后还剩什么',
    'tomcat-xml': 'Tomcat 怎样解读 `server.xml`、`context.xml`、`web.xml`',
    'tomcat-xml-fuzz': '同上，`server.xml` 是随机改动过的',
    java: '对象序列化后的字节、serialVersionUID，以及读回来的结果',
    'redis-conf': '用各种 `redis.conf` 启动',
    'redis-conf-fuzz': '同上，文件是随机生成的',
    'redis-replies': '回复的原始字节和 redis-cli 的显示；重启、数据文件、断开的连接',
    'redis-replies-fuzz': '随机生成的命令，回复的原始字节',
  },
  agreement: {
    caption: '各测试组与录制结果的一致情况',
    suite: '测试组，比什么',
    program: '录自',
    kept: '收录于',
    agree: '一致的用例',
    of: (agree, total) => `${figure.format(agree)}/${figure.format(total)}`,
    all: '全部',
  },
  builds: {
    caption: '录制用的程序',
    program: '程序',
    build: '来源',
    from: { debian: 'Debian 软件包', source: '用公开源码编译', openjdk: 'OpenJDK' },
  },
  reasons: {
    lua: { title: 'Lua：`EVAL` 与 `SCRIPT`', why: '没有模拟在 Redis 里运行的脚本。' },
    hyperloglog: { title: 'HyperLogLog', why: '没有做。' },
    'debug-digest': { title: '`DEBUG DIGEST`', why: '没有做。' },
    resp3: {
      title: 'RESP3（`HELLO 3`）',
      why: '新协议里有 map，nil 也另有写法，这些没有模拟：仍用 RESP2 回答，并如实写明 `proto 2`。教程里的客户端都不用它。',
    },
    'command-info': {
      title: 'Redis 7.0 的 `COMMAND INFO`',
      why: '只给出标志和键的位置，没有命令类别和 key specifications。',
    },
    'redis-help': { title: 'redis-cli 里的 `help SET`', why: '帮助页是别人写的文章，实验台里没有。' },
    'unread-reset': {
      title: '连接上还有没读完的数据就被关掉',
      why: '真实的内核会发 RST，实验台是正常关闭。',
    },
    'port-change': {
      title: '让 Redis 7.0 换一个端口监听',
      why: '真实的 Redis 会保留已有连接，实验台里这些连接就断了。',
    },
    'several-services': {
      title: '一份 `server.xml` 里有多个 `Service`，各带 `Engine`',
      why: '这里所有 connector 都由第一个 Engine 应答。',
    },
    'deployed-running': {
      title: '`Manager` 去找 Redis Sentinel',
      why: '录制时是部署到一台运行中的 Tomcat 上，它在这期间回 404；实验台的 Tomcat 还在启动，暂时不应答。',
    },
    'background-thread': {
      title: '共享目录加定时备份',
      why: '录制时，Tomcat 的后台线程恰好在两个请求之间跑了一次；模拟器里这两个请求之间没有时间流逝。',
    },
    'unrecorded-host': {
      title: '默认主机不存在的 `Engine`',
      why: '录制没有记下那两个相同的请求各带什么 `Host` 头，其中一个没法重现。',
    },
    unexplained: { title: '原因不明', why: '还没有查清楚。' },
  },
  none: '没有。',
  skipped: (cases, suites) => `${suites} 的 ${cases} 条：`,
  skips: {
    random: '用了 nginx 的 `random`，真实的 nginx 自己也不会重复同样的结果',
    'shipped-file': '以官方自带的 `redis.conf` 为起点，而那份文件不在源码里',
    'own-command': '用了录制者自己的命令行',
    'session-manager': '用到 Redis session manager，它另有自己的测试组',
    'free-text': '有一步操作是用文字描述的',
    'unknown-event': '有一类事件是这个测试组不认识的',
  },
  fates: {
    acts: { name: '已模拟', means: '作用与真实程序相同' },
    library: { name: '已模拟，由 ioredis-mock 运算', means: '检查和报错是模拟器自己的' },
    partly: { name: '部分模拟', means: '有些用法没有做，碰到时会直说' },
    accepted: { name: '接受，但在这里不起作用', means: '认识它，检查也与真实程序相同，然后什么也不发生' },
    missing: { name: '没有模拟', means: '实验台会直说没有做，绝不编一个答案' },
  },
  vocabularies: {
    nginx: { name: 'nginx.conf 的指令', about: 'Debian 的 nginx 1.22.1 内置模块的全部指令。' },
    'redis-conf': { name: 'redis.conf 的指令', about: 'Redis 3.2.1 与 7.0.15。' },
    'redis-commands': {
      name: 'Redis 命令',
      about: 'Redis 3.2.1 与 7.0.15。每条命令都对着实验台的 Redis 敲过，各种类型的键都试了，按回答归类。',
    },
    tomcat: {
      name: 'server.xml 与 context.xml 的元素和属性',
      about: 'Tomcat 7.0 到 10.1，包括可以写在那里的每个类的属性。',
    },
    'web-xml': { name: 'web.xml 的元素', about: 'Tomcat 会读的那些。' },
    classes: {
      name: 'server.xml 与 context.xml 里可以写的类',
      about: 'Tomcat 自带的，以及 Redis session manager 的。',
    },
  },
  search: {
    label: '查找指令、命令、元素、属性或类',
    example: 'proxy_next_upstream',
    found: '{all} 个词里有 {found} 个匹配',
    nothing: '真实程序不认识这个词。',
  },
  only: (version) => `仅 ${version}`,
  hostile: { readers: '各处收到的恶意输入数', findings: '找到了什么' },
  campaigns: {
    caption: '记录在案的查找，按对象汇总',
    suite: '查找对象，对照的程序',
    date: '日期',
    seed: '随机种子',
    minutes: '分钟',
    cases: '用例',
    disagreements: '差异种类',
    searches: (count) => `${figure.format(count)} 次`,
    all: '每一次查找',
    findings: '找到了什么',
    fates: { fixed: '已改正', left: '未改' },
    notYet: '还没有记录。',
  },
};
