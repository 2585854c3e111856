import type { RequestRecord } from '../page/requests.ts';
import type { ShopPage } from '../page/shop.ts';
import type { VisitorView } from '../protocol.ts';
import type { Texts } from './texts.ts';

/** A duration. */
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} 秒`;

/** The balancing methods by name. */
export const methods: Record<string, string> = {
  round_robin: '轮询',
  ip_hash: 'ip_hash',
  least_conn: 'least_conn',
  hash: 'hash',
  random: 'random',
};

function headline(page: ShopPage, login: VisitorView['login']): string {
  switch (page.kind) {
    case 'welcome':
      return `欢迎，${page.user}！`;
    case 'known':
      return `你好，${page.user}`;
    case 'stranger':
      return login === 'lost' ? '你已掉线，请问你是？' : '你好，陌生人，请登录。';
    case 'goodbye':
      return '已退出登录，再见！';
    case 'plain':
      return '这是你要的页面。';
    case 'error':
      return page.title;
    case 'unreachable':
      return '无法访问此网站';
  }
}

function outcome({ status, login }: RequestRecord): string {
  if (status === undefined) return '在路上';
  if (status === 0) return '无回应';
  return login === 'lost'
    ? `${status} · 登录丢了`
    : login === 'kept'
      ? `${status} · 认得`
      : login === 'in'
        ? `${status} · 已登录`
        : String(status);
}

/** 实验台的中文。 */
export const zhCn: Texts = {
  lab: '实验台：访客、nginx 和两台 Tomcat',
  stage: '访客、nginx、Tomcat，以及它们之间的请求',
  chartsOf: (host) => `看 ${host} 的状态图`,
  stageViews: { label: '用哪种图看', topology: '拓扑图', 'space-time': '时空图' },
  restart: '从头再来',
  restartHint: '所有服务器用你现在的文件重新启动，访客的 cookie 清空',
  failed: { sentence: '实验台出错停下了，是我们的问题。你的文件都还在。', restart: '重新启动' },
  lazy: { waiting: '正在加载……', failed: '这一部分没能加载出来。网络还通吗？', again: '再试一次' },
  tools: { label: '对整个实验做什么', traffic: '流量', faults: '故障', share: '分享' },
  later: '这一刻之后',
  noscript: '上面是实验台的初始画面。要发请求、停服务器，请允许本页使用 JavaScript。',
  time: {
    label: '时间与流量',
    before: '运行的经过会在这里连成一条线：什么时候发生了什么，还能回到任何一刻。',
    play: '播放',
    pause: '暂停',
    hop: '单步',
    hopHint: '走到下一个包到达',
    request: '一个请求',
    requestHint: '走到某个访客得到回应',
    clock: '实验台的时间',
    speed: '速度',
    times: (speed) => `实际时间的 ${speed} 倍`,
    join: '访客',
    joinHint: '再来一位访客',
    help: '按键和图例',
  },
  visitor: {
    name: (name) => `访客 ${name}`,
    address: (name) => `访客 ${name} 的地址`,
    changeAddress: (name, ip) => `${ip}：修改访客 ${name} 的地址`,
    setAddress: '使用这个地址',
    webapp: '应用',
    cookiePath: (path) => `只在访问 ${path} 之下的页面时才会带上`,
    leave: (name) => `访客 ${name} 离开`,
    noCookie: '还没有 cookie',
    refusesCookies: '不接受 cookie',
    brokenCookie: '已经没人认得：',
    buttons: (name) => `访客 ${name} 的操作`,
    login: '登录',
    who: '我是谁',
    home: '首页',
    cart: '加购物车',
    again: '刷新刚才的页面',
    twoTabs: '两个标签页同时打开',
    logout: '退出登录',
  },
  shop: {
    address: (name) => `${name} 的地址栏：输入路径，按回车`,
    empty: '还没有页面。登录，或者随便打开一个。',
    loading: (count) => (count === 1 ? '等待回应' : `等待 ${count} 个回应`),
    headline,
    items: (count) => `购物车里有 ${count} 件`,
    byNginx: 'nginx 自己的错误页',
    byTomcat: 'Tomcat 的错误页',
  },
  nginx: {
    states: {
      stopped: '已停止',
      running: '运行中',
      quitting: '收尾中',
      frozen: '冻结',
      'frozen-quitting': '冻结',
      killed: '被杀掉',
    },
    methods,
    server: '服务器',
    weight: '权重',
    fails: '失败',
    backup: ' 备用',
    skippedFor: (left) => `跳过，还有 ${left} 秒`,
    down: 'down',
    noUpstream: '这份 nginx.conf 没有把请求转给任何服务器。',
    notRunning: 'nginx 没有运行。',
    buttons: '对 nginx 的操作',
    reload: '重新加载',
    reloadHint: 'nginx -s reload：读取 nginx.conf，没有错才换上',
    testHint: 'nginx -t：只检查 nginx.conf',
    start: '启动',
    stop: '停止',
    unread: 'nginx.conf 改过，还没有重新加载。',
    terminal: 'nginx 的终端',
  },
  tomcat: {
    states: {
      stopped: '已停止',
      starting: '启动中',
      running: '运行中',
      stopping: '关闭中',
      crashed: '被杀掉',
      hung: '卡住',
    },
    busy: (count) => `正在处理 ${count} 个请求`,
    heap: (name) => `${name} 内存里的 session`,
    noProcess: '没有进程，也就没有内存：session 一个不剩。',
    noSessions: '内存里还没有 session。',
    session: 'session',
    user: '用户',
    count: '购物车',
    idle: '闲置',
    nobodys: '没有哪位访客的 cookie 里有它',
    more: (count) => `还有 ${count} 个`,
    buttons: (name) => `对 ${name} 的操作`,
    start: '启动',
    startHint: 'bin/startup.sh',
    stop: '关闭',
    stopHint: 'bin/shutdown.sh：正常收尾再退出',
    kill: 'kill -9',
    killHint: '进程立刻消失，什么都不保存',
    hang: '卡住',
    hangHint: 'SIGSTOP：端口还开着，没人应答',
    resume: '恢复',
    resumeHint: 'SIGCONT：从停住的地方接着跑',
    cannot: (state) => `现在不行：${state}`,
    unread: '文件改过，下次启动才生效。',
  },
  redis: {
    states: {
      stopped: '未运行',
      loading: '加载数据',
      running: '运行中',
      computing: '忙',
      suspended: '被挂起',
      'suspended-computing': '被挂起',
    },
    password: '要密码',
    noPassword: '没有密码',
    clients: (count) => `${count} 个连接`,
    keys: (name) => `${name} 里的键`,
    noProcess: '没有进程，没人在听。',
    noKeys: '还没有键。',
    key: '键',
    open: (key) => `打开 ${key}`,
    ttl: 'TTL',
    size: '大小',
    more: (count) => `还有 ${count} 个`,
    buttons: (name) => `对 ${name} 的操作`,
    start: '启动',
    startHint: './src/redis-server ./redis.conf',
    stop: '关闭',
    stopHint: 'SIGTERM：配置了 save 就先存盘，再退出',
    killHint: '进程立刻消失，没落盘的都没了',
    unread: 'redis.conf 改过了，下次启动才生效。',
  },
  jump: { label: '实验台的各个部分', stage: '服务器' },
  panes: {
    label: '发生了什么',
    requests: '请求：为什么是这台服务器',
    transcript: '文字记录',
    logs: '日志',
    keys: 'Redis 里的键',
    xray: 'Session 透视',
    compare: '对比两套文件',
    states: '状态图',
  },
  requests: {
    empty: '还没有请求。让一位访客登录，就能在这里看到是哪台服务器回答的、为什么。',
    list: '请求，新的在上',
    ask: (request) => `${request.chain} ${request.method} ${request.path}：${outcome(request)}。为什么是这台服务器？`,
    outcome,
  },
  hops: {
    types: {
      syn: '请求建立连接',
      connected: '连接建立',
      request: '请求',
      response: '回应',
      command: '发给 Redis',
      reply: 'Redis 回应',
      refused: '拒绝',
      closed: '断开',
      abort: '放弃',
    },
  },
  files: {
    label: '文件',
    hosts: '哪台机器的文件',
    inUse: '正在使用的就是这份文件。',
    savedNotReloaded: '◆ 改过，没有重新加载：nginx 还在用旧的。',
    savedNotRestarted: (host) => `◆ 改过：${host} 下次启动时才读。`,
    reset: '恢复原样',
    undo: '撤销恢复',
  },
  goals: { title: '目标', check: '检查', running: '检查中…', untried: '还没试过' },
  sentences: () => import('./sentences/zh-cn.ts').then((module) => module.sentences),
};
