import type { ChartWords } from './words.ts';

/** 状态图用的中文。 */
export const words: ChartWords = {
  about: '一个程序可能处在哪些状态，什么事让它从一个状态变到另一个。亮着的是此刻所在，粗箭头是接下来可能发生的。',
  hosts: '看谁的状态',
  titles: {
    tomcat: 'Tomcat 进程',
    redis: 'Redis 服务器进程',
    nginx: 'nginx 的 master 进程',
    peer: 'upstream 里的一台服务器，在 nginx 眼里',
  },
  states: {
    tomcat: {
      stopped: '没有进程，没有端口，内存里也没有 session。',
      starting: '端口已经打开，请求先等着。',
      running: '正常应答。',
      stopping: '手头的请求可以做完，新来的先等着，最后断开。',
      crashed: '被杀掉：内存里的东西全没了，什么也没存。',
      hung: 'SIGSTOP：端口开着，没人应答。',
    },
    redis: {
      stopped: '没有进程，没人在听。',
      loading: '正在从硬盘读数据，多数命令得到 -LOADING。',
      running: '逐条执行命令。',
      computing: '唯一的线程正忙着一条耗时的命令，其他人都等着。',
      suspended: '被信号暂停：连得上，没人应。',
      'suspended-computing': '执行耗时的命令时被暂停。',
    },
    nginx: {
      stopped: '没有进程。',
      running: 'master 和 worker 都在运行。',
      quitting: '不再接新连接，把手头的请求做完。',
      frozen: 'SIGSTOP：内核照样接连接，没人应答。',
      'frozen-quitting': '正要退出时被冻结。',
      killed: 'kill -9：进程没了，pid 文件还在。',
    },
    peer: {
      up: '每次选择都有它一份。',
      failed: '失败次数到了 max_fails：fail_timeout 过去之前不选它。',
      probing: '正拿一个真实的请求试它，其他请求看不见它。',
    },
  },
  names: {
    up: '可用',
    failed: '失败',
    probing: '试探中',
    'frozen-quitting': '冻结，收尾中',
    'suspended-computing': '被挂起，忙',
  },
  isIn: (name, state, events) => `${name} 此刻在“${state}”。${events === '' ? '' : `接下来可能：${events}。`}`,
  nobody: 'nginx 现在没有在任何服务器之间分派请求。',
};
