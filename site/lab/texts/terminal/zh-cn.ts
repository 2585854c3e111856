import type { TerminalWords } from './words.ts';

/** 每个命令一句话，代替手册页。 */
const abouts: Readonly<Record<string, string>> = {
  cat: 'cat 文件：打印文件内容。',
  cd: 'cd 目录：进入目录；cd - 回到上一个目录；只写 cd 回家目录。',
  cp: 'cp 文件… 目录：复制；加 -r 连目录一起复制。',
  curl: 'curl 网址：向服务器发请求。-i 显示响应头，-v 显示全过程；-c 文件 保存 cookie，-b 文件 带上 cookie。',
  grep: 'grep 文本 文件：只打印含有该文本的行；-v 反选，-n 带行号，-i 不分大小写。',
  head: 'head -n 5 文件：打印文件开头几行。',
  kill: 'kill PID：请进程退出（SIGTERM）；kill -9 PID：不打招呼直接杀掉。',
  less: 'less 文件：查看文件。',
  ls: 'ls：列出目录；-l 显示大小，-a 连隐藏文件一起列。',
  make: 'make：按当前目录的 Makefile 编译。',
  nginx: 'nginx：启动；-t 检查 nginx.conf；-s reload、-s quit、-s stop 给正在运行的 nginx 发命令。',
  ps: 'ps -ef 或 ps aux：列出机器上所有进程。',
  'redis-cli': 'redis-cli：连接 Redis。-h 主机，-p 端口，-a 密码，-n 库号；后面直接跟命令就只执行这一条。',
  'redis-server': './src/redis-server ./redis.conf：用这个配置文件启动 Redis。',
  sed: "sed -i 's/旧/新/' 文件：替换文件里的文本。",
  tail: 'tail -f 文件：持续打印新追加的内容，按 Ctrl-C 结束。',
  tar: 'tar xzf 压缩包：解压到当前目录。',
  vi: 'vi 文件：在本页的编辑器里打开。',
  wget: 'wget 网址：下载到当前目录。',
};

const files = '文件：ls  cd  cat  head  tail -f  grep  sed -i  cp  mv  rm  mkdir  touch  find  vi';
const processes = '进程：ps -ef  jps  kill  pkill  jobs  fg  bg  netstat -lntp  lsof -i :8080';
const programs =
  '程序：nginx -t  nginx -s reload  bin/startup.sh  bin/shutdown.sh  bin/catalina.sh run  ./src/redis-server  ./src/redis-cli  curl';
const guide = '教程里的命令：wget  tar xzf  make';

/** 终端用的中文。 */
export const words: TerminalWords = {
  label: '终端',
  window: (number) => `窗口 ${number}`,
  newWindow: '新窗口',
  newWindowHint: '在同一台机器上再开一个窗口',
  closeWindow: (number) => `关闭窗口 ${number}`,
  input: '命令行',
  screen: (number) => `窗口 ${number} 的屏幕`,
  waitsFor: (program) => `${program} 正占着这个窗口，按 Ctrl-C 结束它。`,
  closed: '窗口已关闭。',
  none: '没有打开的窗口。',
  paused: '时间暂停了：点“播放”，程序才会继续。',
  candidates: 'Tab：可能是',
  keys: { interrupt: 'Ctrl-C', complete: 'Tab', up: '上一条', down: '下一条' },
  lab: '实验台：',
  hints: {
    'syntax-not-modelled': ({ text }) => `bash 认得“${text}”，但实验台的 shell 没有做，请拆成简单几步来写。`,
    'command-not-modelled': ({ command }) =>
      `真实机器上有 ${command}，这个实验用不到，所以没有做。输入 help 看看有哪些命令。`,
    'redis-command-not-modelled': ({ command }) =>
      `真实的 Redis 会执行“${command}”，实验台的 Redis 没有做，数据没有变。`,
    'option-not-modelled': ({ command, option }) => `${command} 的 ${option} 在实验台里不起作用。`,
    'contents-left-out': ({ file }) => `${file} 这个文件有，但实验台没有存它的内容。`,
    'opened-in-editor': ({ file }) => `${file} 已在下面的编辑器里打开，写完即存盘。`,
    'not-in-editor': ({ file }) =>
      `本页的编辑器只能打开 nginx、Tomcat 和 Redis 的文件。${file} 请用 echo、cat、sed -i。`,
    'guide-comment': () => '以 // 开头的是教程里的说明，不是命令，已跳过。',
    'window-occupied': ({ program }) =>
      `${program} 正占着这个窗口，这一行暂时没人读。请另开一个窗口，或按 Ctrl-C 结束它。`,
    'no-service-manager': ({ unit, instead }) =>
      `这里的程序是解压出来的，没有装成系统服务，所以 systemd 不认识 ${unit || '它们'}。在实验台里用：${instead}`,
    'no-such-host': ({ program }) => `这个实验里没有可供 ${program} 运行的程序。`,
    help: () =>
      [
        files,
        processes,
        programs,
        guide,
        '上下键翻历史，Tab 补全，Ctrl-C 结束程序，Ctrl-L 清屏。man 命令：一句话说明。',
      ].join('\n'),
    about: ({ command }) => abouts[command] ?? `实验台没有关于 ${command} 的说明。`,
  },
};
