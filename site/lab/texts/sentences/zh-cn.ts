import type { Note, Origin } from '../../../../simulator/index.ts';
import { shortCommand, shortKey, shortReply } from '../../page/redis-words.ts';
import { shortId } from '../../page/shapes.ts';
import type { Sentences } from '../texts.ts';
import { methods, seconds } from '../zh-cn.ts';

const id = (full: string) => `…${shortId(full)}`;
/** A word between Chinese ones: only a foreign one has space around it. */
const spaced = (word: string) => (/^[\x20-\x7e]/.test(word) ? ` ${word} ` : word);
const sidIn = (text: string | undefined) => /JSESSIONID=([^;]*)/.exec(text ?? '')?.[1];

const reasons: Record<string, string> = {
  refused: '连接被拒绝，那个端口没人在听',
  'connect-timeout': '连接超时',
  'read-timeout': '等回应超时',
  closed: '没答完就关了连接',
  reset: '连接被重置',
  'invalid-header': '回应不是合法的 HTTP',
  'too-big-header': '回应头太大',
  'no-live-upstreams': '没有可用的服务器了',
};
const reason = (code: string) => reasons[code] ?? `它回了 ${code.replace('http_', '')}`;

const refusals: Record<NonNullable<Extract<Note, { kind: 'redis-command' }>['refused']>, string> = {
  unknown: '这里没有这个名字的命令',
  arity: '参数个数不对',
  noauth: '设了密码，而这条连接还没认证',
  noperm: '这个用户没有权限',
  oom: '内存已到 maxmemory，又没有可以淘汰的键',
  misconf: '上一次快照没写成，写成之前不许改数据',
  readonly: '这是一台只读的从库',
  subscriber: '正在订阅频道的连接几乎不能做别的',
  loading: '还在从磁盘读数据',
  transaction: '事务里不许用它',
  queued: '排着队，等 EXEC',
  unmodelled: '真的 Redis 有这个命令，这个实验台没有',
};

const origin = (from: Origin) =>
  from.kind === 'spread'
    ? '来自各地'
    : from.kind === 'subnet'
      ? `都在 ${from.net}.0/24`
      : `都在${from.kind === 'nat' ? '出口' : '代理'} ${from.address} 后面`;

/** What each note says. */
export const sentences: Sentences = {
  power: ({ host, event }) =>
    ({
      start: `启动 ${host}。`,
      stop: host === 'nginx' ? '立刻停掉 nginx（nginx -s stop）。' : `正常关闭 ${host}（shutdown.sh）。`,
      crash: `对 ${host} 执行 kill -9：内存里的东西全没了。`,
      hang: `冻结 ${host}（SIGSTOP）：端口还开着，但没人应答。`,
      resume: `让 ${host} 继续运行（SIGCONT）。`,
      reload: '让 nginx 重新读取配置（nginx -s reload）。',
      quit: '让 nginx 处理完手头的请求再退出（nginx -s quit）。',
    })[event],
  typed: ({ line }) => `终端里输入：${line}`,
  opened: ({ host }) => `新开了一个终端窗口：${host}。`,
  'open-file': () => undefined,
  edited: ({ host, file }) => `${host} 的 ${file} 已保存，${host === 'nginx' ? '重新加载' : '重启'}之后才生效。`,
  link: ({ host, to, event }) =>
    event === 'cut' ? `${host} 到 ${to} 的网络断了。` : `${host} 到 ${to} 的网络恢复了。`,
  netem: ({ host, to, delay, loss }) =>
    delay === 0 && loss === 0
      ? `${host} 到 ${to} 的网络恢复正常。`
      : `${host} 到 ${to} 的网络变差了：${[...(delay > 0 ? [`每个包晚到 ${seconds(delay)}`] : []), ...(loss > 0 ? [`丢包率 ${Math.round(loss * 100)}%`] : [])].join('，')}。`,
  slowed: ({ host, factor }) =>
    factor === 1 ? `${host} 又能用满 CPU 了。` : `${host} 分到的 CPU 不够，处理同样的活要花 ${factor} 倍的时间。`,
  administered: ({ argv }) => `在 redis-cli 里执行：${argv.join(' ')}`,
  joined: ({ host, ip }) => `访客 ${host} 来了，地址是 ${ip}。`,
  moved: ({ host, from, to }) => `访客 ${host} 的地址从 ${from} 变成 ${to}，浏览器和 cookie 还是原来的。`,
  left: ({ host }) => `访客 ${host} 走了。`,
  cookies: ({ host, accepts }) => `访客 ${host} 的浏览器${accepts ? '接受' : '不再接受'} cookie。`,
  traffic: ({ traffic: { crowds, script } }) =>
    `流量：${[...crowds.map(({ size, from }) => `${size} 位访客，${origin(from)}`), script ? '每个人自动访问' : '没有自动访问'].join('；')}。`,
  dropped: ({ host, to }) => `${host} 发给 ${to} 的包丢了：网络是断的。`,
  resent: ({ host, to, after }) => `${host} 发给 ${to} 的包丢过，TCP 自动重传，${seconds(after)} 后送到。`,
  'nobody-listens': ({ address }) => `${address} 没人在听，连接被拒绝。`,

  requested: ({ host, method, path, cookie, ip }) =>
    `${host}（${ip}）请求 ${method} ${path}，${sidIn(cookie) ? `带着 cookie ${id(sidIn(cookie) ?? '')}` : '没有 session cookie'}。`,
  answered: ({ host, path, status, took, setCookie }) =>
    `${host} 请求 ${path} 得到 ${status}，用时 ${seconds(took)}${sidIn(setCookie) ? `，还拿到新 cookie ${id(sidIn(setCookie) ?? '')}` : ''}。`,
  'no-answer': ({ host, path, why, took }) =>
    `${host} 请求 ${path} 没有得到回应：${{ refused: '连接被拒绝', closed: '连接被关闭', 'gave-up': `等了 ${seconds(took)}，不等了` }[why]}。`,
  'logged-in': ({ host, user }) => `${host} 登录成功，身份是 ${user}。`,
  'login-kept': ({ host, user }) => `页面认得 ${host}：${user}。`,
  'login-lost': ({ host, user, path }) => `${host} 本来以 ${user} 登录着，${path} 却不认得他：登录丢了。`,
  'logged-out': ({ host }) => `${host} 退出登录。`,

  located: ({ uri, location, place }) =>
    location
      ? `nginx 为 ${uri} 找到 location ${location}（${place.file}:${place.line}）。`
      : `${uri} 没有匹配的 location，由 server 块自己处理。`,
  picked: (note) => `nginx 按${spaced(methods[note.by] ?? note.by)}选中 ${note.to}${whyPicked(note)}。`,
  'no-live-upstreams': ({ upstream }) => `${upstream} 里一台能用的服务器都没有，即 "no live upstreams"。`,
  forwarded: ({ to, request }) => `nginx 把请求转给 ${to}：${request.method} ${request.target}。`,
  'upstream-failed': ({ peer, reason: why, counted, fails, maxFails, failTimeout, until }) =>
    `${peer} 失败：${reason(why)}。${counted ? `这是第 ${fails} 次，上限 ${maxFails} 次。` : '这次不计入失败次数。'}${until === undefined ? '' : `接下来 ${failTimeout} 秒不再派给它，到 ${seconds(until)} 为止。`}`,
  'upstream-recovered': ({ peer }) => `${peer} 又能应答了，失败次数清零。`,
  retried: ({ peer, rule }) =>
    rule === 'kept-connection'
      ? `和 ${peer} 之间的长连接已经失效，nginx 重试一次。`
      : `${peer} 的这种失败在 proxy_next_upstream 范围内，nginx 换下一台。访客毫无察觉。`,
  'not-retried': ({ peer, rule }) =>
    `${peer} 失败后 nginx 不再换一台：${
      {
        'not-listed': 'proxy_next_upstream 没有列出这种失败',
        'non-idempotent': '请求已经发出去，重复执行可能有害（如 POST）',
        'no-tries-left': '都试过了',
        'tries-limit': 'proxy_next_upstream_tries 用完了',
        'time-limit': 'proxy_next_upstream_timeout 到了',
        'single-peer': '总共只有一台',
      }[rule]
    }。`,
  responded: ({ status, by, upstreamAddr, setCookie }) =>
    `nginx 回应 ${status}${{ upstream: `，页面来自 ${upstreamAddr.split(', ').at(-1)}`, nginx: '，是 nginx 自己的页面', nobody: '' }[by]}${sidIn(setCookie) ? `；同时设置 cookie ${id(sidIn(setCookie) ?? '')}` : ''}。`,
  'access-log': () => undefined,
  'error-log': ({ level, message }) => `nginx 写入 error.log [${level}]：${message}`,
  terminal: ({ command, exit, lines }) =>
    `$ ${command}${exit === 0 ? '' : `（退出码 ${exit}）`}${lines.length > 0 ? `：${lines.join(' ')}` : ''}`,
  worker: ({ event, pid }) =>
    ({
      started: `nginx worker ${pid} 启动，用的是此刻的配置文件。`,
      draining: `nginx worker ${pid} 不再接新请求，把手头的处理完。`,
      exited: `nginx worker ${pid} 退出。`,
    })[event],

  log: () => undefined,
  access: () => undefined,
  state: ({ host, state, exitCode }) =>
    ({
      stopped: `${host} 已停止${exitCode ? `，退出码 ${exitCode}` : ''}。`,
      starting: `${host} 正在启动；端口已经打开，请求先等着。`,
      running: `${host} 启动完成。`,
      stopping: `${host} 正在关闭。`,
      crashed: `${host} 进程没了。`,
      hung: `${host} 卡住不动了。`,
    })[state],
  script: ({ script, outcome, port }) =>
    `$ bin/${script}：${
      {
        started: '进程已拉起',
        sent: `关闭命令已发到端口 ${port}`,
        refused: `关闭端口 ${port} 没人在听`,
        'no-port': '没有配置关闭端口',
        'wrong-word': '关闭口令不对',
        ignored: '进程被冻结，读不到命令',
      }[outcome]
    }。`,
  printed: () => undefined,
  'session-created': ({ host, id: sid, page, instead, store }) =>
    `${host} 在${store === 'redis' ? ' Redis 里' : '内存里'}新建 session ${id(sid)}：${page} 调用了 getSession(true)，${instead === undefined ? '而请求没带 session 编号' : `而带来的 ${id(instead)} 在这里没有用`}。`,
  'session-found': ({ host, id: sid, user, store }) =>
    `${host} 在${store === 'redis' ? ' Redis 里' : '内存里'}找到 session ${id(sid)}${user === undefined ? '' : `：${user}`}。`,
  'session-cookie': ({ host, id: sid = '', why }) =>
    why === 'new'
      ? `${host} 用 Set-Cookie 发下 ${id(sid)}：浏览器还没有这个编号。`
      : `${host} 不发 Set-Cookie：${
          {
            known: `浏览器已经有 ${id(sid)} 了`,
            none: '请求结束时没有 session',
            off: '配置了 cookies="false"，编号只写在 URL 里',
            unfit: '编号里有不能放进响应头的字符',
          }[why]
        }。`,
  'session-attribute': ({ host, id: sid, name, value }) =>
    value === undefined
      ? `${host} 从 session ${id(sid)} 里删除 ${name}。`
      : `${host} 往 session ${id(sid)} 里放 ${name} = ${value}。`,
  'session-attribute-left-out': ({ host, id: sid, name, class: type }) =>
    `${host} 没把 ${name} 写进文件：session ${id(sid)} 里的 ${type} 没有实现 Serializable。`,
  'session-unknown': ({ host, id: sid, forgotten, store }) =>
    `${host} 不认得 session ${id(sid)}：${
      forgotten === undefined
        ? store === 'redis'
          ? 'Redis 里没有它能用的数据'
          : '内存里没有'
        : { expired: '已经过期', invalidated: '退出登录时已作废', renamed: '已经换了编号' }[forgotten]
    }。`,
  'redis-lookup-failed': ({ host, id: sid, thrown }) =>
    `${host} 想去 Redis 查 session ${id(sid)}，没查成（${thrown.message ?? thrown.class}）。带着这个 cookie，打开哪一页都是 500。`,
  'redis-session-unreadable': ({ host, id: sid, why, thrown }) =>
    why === 'placeholder'
      ? `Redis 里 ${id(sid)} 的值只有 null 这个占位符：当初新建它的 Tomcat 没写完就死了。${host} 只当没有这个 session。`
      : `${host} 从 Redis 拿到了 session ${id(sid)}，但反序列化失败（${thrown?.message ?? thrown?.class}）。`,
  'redis-session-saved': ({ host, id: sid, why, bytes }) =>
    `${host} 把 session ${id(sid)} 写进 Redis，共 ${bytes} 字节：${
      {
        new: '刚建好',
        forced: '配置要求立刻写',
        dirty: '这次请求设置或删除过属性',
        'changed-inside': '哈希值变了，说明里面的对象被改过',
      }[why]
    }。`,
  'redis-session-unchanged': ({ host, id: sid }) =>
    `session ${id(sid)} 没有变化，${host} 不重写，只让 Redis 从头计算它的过期时间。`,
  'redis-session-not-saved': ({ host, id: sid, thrown }) =>
    `${host} 没能保存 session ${id(sid)}（${thrown.message ?? thrown.class}）。访客照样看到页面，可这次请求改的内容全丢了。`,
  'redis-connected': ({ host, address, authenticates }) =>
    `${host} 新开一条到 ${address} 的连接${authenticates ? '，先发密码' : '，不带密码'}。`,
  'redis-connection-stale': ({ host, address }) =>
    `${host} 从连接池里取出一条连接，用了才发现 ${address} 早已把它断开。`,
  'redis-pool-exhausted': ({ host, connections }) =>
    `${host} 到 Redis 的 ${connections} 条连接都在用，请求只好排队等。`,
  'session-expired': ({ host, id: sid, idle }) =>
    `${host} 清掉 session ${id(sid)}：${Math.round(idle / 60_000)} 分钟没人用。`,
  'session-invalidated': ({ host, id: sid }) => `${host} 作废 session ${id(sid)}。`,
  'session-renamed': ({ host, id: sid, to }) => `${host} 把 session ${id(sid)} 的编号换成 ${id(to)}。`,
  'session-stored': ({ host, id: sid, file }) => `${host} 把 session ${id(sid)} 写入 ${file}。`,
  'session-fetched': ({ host, id: sid, file }) => `${host} 从 ${file} 读出 session ${id(sid)}。`,
  'sessions-saved': ({ host, count, file }) => `${host} 退出前把 ${count} 个 session 存进 ${file}。`,
  'sessions-loaded': ({ host, count, file }) => `${host} 从 ${file} 读回 ${count} 个 session。`,
  'sessions-lost': ({ host, count, why }) =>
    `${host} 的 ${count} 个 session 丢了：${
      {
        crash: `${count === 1 ? '它' : '它们'}只存在于被杀掉的那个进程的内存里`,
        'not-saved': '这个 Tomcat 停止时不保存 session',
        unreadable: `存${count === 1 ? '它' : '它们'}的文件读不出来`,
        undeployed: '应用被卸载了',
      }[why]
    }。`,
  'request-waits': ({ host, why }) =>
    `请求排队等着：${host} ${{ stopped: '已停止', starting: '正在启动', running: '正忙', stopping: '正在关闭', crashed: '已被杀掉', hung: '卡住了' }[why]}。`,
  'request-cut': ({ host, why }) => `请求做到一半断了：${host} ${why === 'crash' ? '被杀掉' : '停了'}。`,
  served: ({ host, page, status }) => `${host} 处理 ${page}，回应 ${status}。`,

  'redis-mode': ({ host, mode }) =>
    ({
      stopped: `${host} 已停止。`,
      loading: `${host} 正在从硬盘读数据。`,
      running: `${host} 在运行。`,
      computing: `${host} 正在执行一条耗时的命令，其他人都等着。`,
      suspended: `${host} 被挂起：连得上，没人应。`,
      'suspended-computing': `${host} 执行命令时被挂起。`,
    })[mode],
  'redis-log': () => undefined,
  'redis-accepted': ({ host, client }) => `${host} 接受来自 ${client} 的连接。`,
  'redis-rejected': ({ host, client, why }) =>
    `${host} 拒绝来自 ${client} 的连接：${
      { maxclients: '已达 maxclients 上限', 'protected-mode': '保护模式，而它来自另一台机器' }[why]
    }。`,
  'redis-closed': ({ host, client, why }) =>
    `${client} 与 ${host} 的连接结束：${
      { client: '客户端关闭', quit: 'QUIT', killed: '被 CLIENT KILL', idle: '空闲太久' }[why]
    }。`,
  'redis-command': ({ host, client, argv, reply, refused }) =>
    `${host} 收到 ${client} 的 ${shortCommand(argv)}，${reply ? `回应 ${shortReply(reply)}` : '还没有回应'}${refused === undefined ? '' : `：${refusals[refused]}`}。`,
  'redis-expired': ({ host, key }) => `${host} 里 ${shortKey(key)} 到期，键没了。`,
  'redis-evicted': ({ host, key, policy }) => `${host} 内存满了，按 ${policy} 淘汰 ${shortKey(key)}。`,
  'redis-saved': ({ host, file, keys }) => `${host} 把 ${keys} 个键写入 ${file}。`,
  'redis-memory-lost': ({ host, lost, older }) =>
    `${host} 内存里的数据没了。${lost.length === 0 ? '' : `磁盘上没有的：${lost.length === 1 ? shortKey(lost[0] ?? '') : `${lost.length} 个键`}。`}${older.length === 0 ? '' : `磁盘上只有旧值的：${older.length === 1 ? shortKey(older[0] ?? '') : `${older.length} 个键`}。`}`,
  'redis-rewrote': ({ host, file }) =>
    `${host} 把当前设置写进 ${file}：CONFIG REWRITE 用正在生效的值覆盖文件里原来的内容。`,
  'redis-loaded': ({ host, file, keys, expired }) =>
    `${host} 从 ${file} 读出 ${keys} 个键${expired > 0 ? `，另有 ${expired} 个期间已过期` : ''}。`,
};

type Picked = Extract<Note, { kind: 'picked' }>;

function whyPicked({ by, trace, candidates, probe, reused }: Picked): string {
  const step = trace?.steps.at(-1);
  const rejected = trace?.steps.filter(({ rejected }) => rejected !== undefined).length ?? 0;
  const skipped = candidates.filter(({ state }) => state === 'failed' || state === 'down').map(({ peer }) => peer);
  return [
    trace?.fellBack ? '（只好退回轮询）' : '',
    step && !trace?.fellBack ? `：哈希值 ${step.hash}` : '',
    rejected > 0 ? `，先算出来的服务器不能用，又重算了 ${rejected} 次` : '',
    by === 'round_robin' && skipped.length === 0 ? '：轮到它了' : '',
    skipped.length > 0 ? `；跳过 ${skipped.join('、')}` : '',
    probe ? '；顺便拿这个请求试试它恢复没有' : '',
    reused ? '，沿用已有的长连接' : '',
  ].join('');
}
