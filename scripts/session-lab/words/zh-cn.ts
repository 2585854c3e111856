import type { Words } from './words.ts';

/** A long part of a link is told by its beginning. */
const shortened = (token: string) => (token.length > 60 ? `${token.slice(0, 60)}…` : token);

/** The command line in Chinese. */
export const zhCn: Words = {
  language: 'zh-cn',
  help: {
    program: `Session Lab 命令行：模拟的 nginx、Tomcat 和 Redis。

  session-lab grade <练习> <目录|链接...>   批改练习，判定和网页上一样
  session-lab check <文件...>          nginx、Redis、Tomcat 或 javac 会对文件说什么
  session-lab run <练习|链接|文件>     跑一遍，用文字打印全过程
  session-lab export <练习> [目录]     把实验带回家：用真实程序重做，打成 zip
  session-lab list                     列出所有练习

  --lang en|zh-CN   用哪种语言；不写就跟随系统（$LANG）
  --version         引擎版本

每个命令的细节见 "session-lab <命令> --help"。
`,
    grade: `session-lab grade <练习> <目录|链接...>   批改练习，判定和网页上一样

每个目录是一份答案，文件按 <主机>/<文件> 摆放，例如 nginx/nginx.conf、tomcat1/conf/context.xml
（每个练习要改哪些文件，见 "session-lab list"）。目录里没有的文件，就用练习发给学习者的那份。
目录也可以换成网页生成的链接，例如嵌入练习给出的永久链接。

  --format 格式     text（默认）、json、junit、tap、prairielearn 或 exercism。
                    json：一个目录输出一个对象，多个目录输出数组。
                    prairielearn 和 exercism：只能给一个目录
  --output 目录     把这两种格式规定的文件写进目录，什么也不打印：
                    results.json，exercism 还有 analysis.json
  --jobs N          同时批改几个目录；不写就每个处理器一个
  --lang en|zh-CN   用哪种语言

退出码：0 全部通过，1 有不通过的，2 有没法批改的（某个程序不接受它的文件，或者练习的文件一个也没有），
3 用法不对，或者是我们自己的错。多个目录取最大的那个。exercism 只看文件，退出码只有 0 和 3。

  session-lab grade capstone submissions/*
  session-lab grade failover alice --format junit > report.xml
`,
    check: `session-lab check <文件...>   真实的程序会对文件说什么，用它们自己的原话

nginx.conf      相当于 nginx -t（1.22.1）；include 的文件从它旁边读
redis.conf      相当于在前台启动 redis-server
context.xml、server.xml、web.xml   相当于 Tomcat 用它启动：显示警告和更严重的日志。
                原教程的 Redis session manager 已经放在 lib/ 里
*.java          相当于 javac（实验室读得懂的那部分 Java）；同目录的 .java 算同一个包。
                这里的话是实验室自己的

每个文件都放到一台单独的机器上，其余的一切都是刚装好的样子。

  --as 程序         nginx、redis、tomcat 或 java，用在看名字看不出来的时候
  --redis 版本      3.2.1（默认）或 7.0.15
  --tomcat 版本     7.0.69（默认）或 10.1.60
  --lang en|zh-CN   旁边的话用哪种语言

退出码：0 全部接受，1 有不接受的，3 用法不对，或者是我们自己的错。
`,
    run: `session-lab run <练习 | 链接 | 文件>   跑一遍，用文字打印全过程

练习   它自己的剧本，用学习者一开始拿到的文件，或者 --dir 里的文件
链接   网页上“分享”给出的链接，跑里面记下的过程（要加引号；只给 # 后面的部分也行）
文件   “分享”存下的文件，同上

  --dir DIR         练习的文件，和 grade 一样按 <主机>/<文件> 摆放
  --script FILE     换成自己的剧本；一行一件事，时间写在最前面：
                      0     A /login?user=zhang     访客 A 打开一个页面（也可以写 A POST /cart）
                      2s    kill -9 tomcat1         还有 start、stop、hang、resume tomcat1
                      10s   reload nginx            还有 quit nginx
                      +5s   save nginx/nginx.conf new.conf     存入你的文件，从剧本所在目录找
                      1m    cut tomcat1 redis       还有 mend tomcat1 redis（都只管一个方向）
                      1m30s $ redis-3.2.1/src/redis-cli dbsize     在终端里敲一行，前提是实验里有终端
                    时间从服务器都启动好算起：500ms、2s（或 2）、1m30s、1h；+5s 从上一行算起。
                    空行和 # 开头的行不算
  --until 秒        跑到什么时候；不写就到检查结束、链接结束，或剧本最后一行之后 5 秒
  --lang en|zh-CN   用哪种语言打印

退出码：0 跑完了，3 用法不对，或者是我们自己的错。

  session-lab run failover --script crash.txt --dir lessons/failover/solution
`,
    export: `session-lab export <练习> [目录]   把实验带回家：用真实程序重做，打成 zip

目录   练习的文件，和 grade 一样按 <主机>/<文件> 摆放；不写就用练习发给学习者的那份

zip 里有 Docker Compose 文件、每台服务器的文件、演示应用的 Java 源码，以及一个脚本：在真实的服务器上
重做练习里做的事，并比较结果。怎样启动、有哪些不同，见其中的 README。

  --out 文件        写到哪里；不写就是 session-lab-<练习>.zip
  --lang en|zh-CN   脚本的提示用哪种语言；README 两种都有

退出码：0 已写好，3 用法不对，或者是我们的错误。

  session-lab export capstone lessons/capstone/solution --out capstone.zip
`,
    list: `session-lab list   列出所有练习：标题、分值、要改的文件

  --format 格式     text（默认）或 json
  --lang en|zh-CN   标题用哪种语言
`,
  },
  noCommand: (name) =>
    `${name === '' ? '没写命令' : `没有 "${name}" 这个命令`}。有这些：grade、check、run、export、list。见 "session-lab --help"。`,
  misuse: ({ code, token }, command) =>
    `${
      {
        'unknown-option': `${command} 没有 ${token} 这个选项`,
        'repeated-option': `${token} 写了两次`,
        'needs-value': `${token} 后面要有一个值`,
        'takes-no-value': `${token} 不带值`,
      }[code]
    }。见 "session-lab ${command} --help"。`,
  badLanguage: (value) => `--lang ${value}：只有 en 和 zh-CN。`,
  noExercise: (id, known) => `没有 "${id}" 这个练习。有这些：${known.join('、')}。`,
  missingExercise: '哪个练习？"session-lab list" 会列出来。',
  missingFolders: '批改哪些目录？至少要给一个放着答案的目录。见 "session-lab grade --help"。',
  noFolder: (path) => `${path} 不是能读的目录。`,
  badFormat: (value, known) => `--format ${value}：可以是 ${known.join('、')}。`,
  badJobs: (value) => `--jobs ${value}：要一个不小于 1 的整数。`,
  oneFolder: (format) => `--format ${format} 只能说一个目录，这里给了不止一个。`,
  noOutput: (format) => `--output 只用于 prairielearn 和 exercism；${format} 请用 > 存成文件。`,
  grading: (done, all) => `已批改 ${done}/${all}`,
  status: { pass: '通过', fail: '未通过', 'not-gradable': '没法批改', error: '我们自己的错' },
  score: (raw, max) => `${raw}/${max} 分`,
  untried: '没试',
  evidence: '依据：',
  decides: (place) => `起决定作用的是 ${place}`,
  unproved: '试过的每一种先后顺序都成立；全部顺序太多，没有试完。',
  otherLab: (exercise) => `这个链接打开的不是练习 ${exercise}`,
  brokenLink: (part) => `链接里有一部分读不出来，缺了它就没法批改：${part}`,
  noFiles: (files) => `练习的文件一个也没有：${files.join('、')}`,
  stranger: (file) => `${file} 不是这个练习的文件，没有看`,
  trouble: {
    missing: (file) => `没有 ${file} 这个文件`,
    folder: (file) => `${file} 是目录，不是文件`,
    'too-large': (file) => `${file} 太大了，不像是配置文件`,
    unreadable: (file) => `${file} 读不了`,
  },
  total: (counts) =>
    `${counts.pass} 份通过，${counts.fail} 份未通过${counts['not-gradable'] ? `，${counts['not-gradable']} 份没法批改` : ''}${counts.error ? `，${counts.error} 份碰上了我们自己的错` : ''}`,
  check: {
    missingFiles: '检查哪些文件？见 "session-lab check --help"。',
    badProgram: (value, known) => `--as ${value}：可以是 ${known.join('、')}。`,
    badVersion: (option, value, known) => `--${option} ${value}：实验室里有 ${known.join(' 和 ')}。`,
    unnamed: (path, known) => `从 ${path} 这个名字看不出归哪个程序读，请用 --as ${known.join('|')} 说明。`,
    notOfTomcat: (path) => `${path}：Tomcat 的文件，实验室只读 context.xml、server.xml 和 web.xml。`,
    accepted: '接受',
    refused: '不接受',
    silent: {
      nginx: 'nginx 接受了，什么也没说。',
      redis: 'Redis 用它启动了，什么也没打印。',
      tomcat: 'Tomcat 和应用都启动了，没有任何警告。',
      java: '可以编译。',
    },
  },
  run: {
    missing: '要跑什么？练习、链接或者文件。见 "session-lab run --help"。',
    badUntil: (value) => `--until ${value}：要一个秒数。`,
    unknown: (what, known) => `"${what}" 不是练习，不是链接，也不是能读的文件。练习有：${known.join('、')}。`,
    notALab: (path) => `${path} 不是网页上“分享”存下的文件。`,
    screen: (name) => `${name} 的屏幕`,
    noSuchLab: '链接写的实验这里没有。',
    onlyExercise: '--dir 只能和练习一起用，链接自己带着文件。',
    linkProblem: (said, token) => `链接里的 "${shortened(token)}" 没有采用：${said}。`,
    differs: '重跑的结局和生成链接时不一样：要么模拟器后来改过，要么链接被改过。',
    problem: (script, { line, code, token }, hosts) =>
      `${script}:${line}：${
        {
          'no-time': `"${token}" 不是时间，行首要写 2s、500ms、1m30s 或 +5s`,
          backwards: `${token} 比上一行还早`,
          'no-action': '这个时间做什么？',
          'unknown-action': `没有 "${token}" 这种操作，见 "session-lab run --help"`,
          'unknown-host': `这里没有 "${token}"。有这些：${hosts.join('、')}`,
          'not-a-server': `${token} 是访客，不是服务器`,
          'only-nginx': `只有 nginx 能这样，"${token}" 不行`,
          'no-path': `"${token}" 不是页面的路径，路径以 / 开头`,
          'no-file': `${token === '' ? '要存哪个文件？' : `${token} 不是能读的文件`}`,
        }[code]
      }。`,
  },
  export: {
    written: (path, files) => `${path}：${files} 个文件。先看其中的 README。`,
    notWritten: (path, said) => `${path} 写不进去：${said}`,
  },
  points: (count) => `${count} 分`,
  tooMuch: (word) => `多写了 "${word}"，这里用不上。`,
};
