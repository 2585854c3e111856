import type { Words } from './words.ts';

/** The command line in Chinese. */
export const zhCn: Words = {
  language: 'zh-cn',
  help: {
    program: `Session Lab 命令行：模拟的 nginx、Tomcat 和 Redis。

  session-lab grade <练习> <目录...>   批改练习，判定和网页上一样
  session-lab list                     列出所有练习

  --lang en|zh-CN   用哪种语言；不写就跟随系统（$LANG）
  --version         引擎版本

每个命令的细节见 "session-lab <命令> --help"。
`,
    grade: `session-lab grade <练习> <目录...>   批改练习，判定和网页上一样

每个目录是一份答案，文件按 <主机>/<文件> 摆放，例如 nginx/nginx.conf、tomcat1/conf/context.xml
（每个练习要改哪些文件，见 "session-lab list"）。目录里没有的文件，就用练习发给学习者的那份。

  --format 格式     text（默认）、json、junit、tap 或 prairielearn。
                    json：一个目录输出一个对象，多个目录输出数组。
                    prairielearn：只能给一个目录
  --jobs N          同时批改几个目录；不写就每个处理器一个
  --lang en|zh-CN   用哪种语言

退出码：0 全部通过，1 有不通过的，2 有没法批改的（某个程序不接受它的文件，或者练习的文件一个也没有），
3 用法不对，或者是我们自己的错。多个目录取最大的那个。

  session-lab grade capstone submissions/*
  session-lab grade failover alice --format junit > report.xml
`,
    list: `session-lab list   列出所有练习：标题、分值、要改的文件

  --format 格式     text（默认）或 json
  --lang en|zh-CN   标题用哪种语言
`,
  },
  noCommand: (name) =>
    `${name === '' ? '没写命令' : `没有 "${name}" 这个命令`}。有这些：grade、list。见 "session-lab --help"。`,
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
  grading: (done, all) => `已批改 ${done}/${all}`,
  status: { pass: '通过', fail: '未通过', 'not-gradable': '没法批改', error: '我们自己的错' },
  score: (raw, max) => `${raw}/${max} 分`,
  untried: '没试',
  evidence: '依据：',
  noFiles: (files) => `练习的文件一个也没有：${files.join('、')}`,
  stranger: (file) => `${file} 不是这个练习的文件，没有看`,
  tooLarge: (file) => `${file} 太大了，不像是配置文件`,
  unreadable: (file) => `${file} 读不了`,
  total: (counts) =>
    `${counts.pass} 份通过，${counts.fail} 份未通过${counts['not-gradable'] ? `，${counts['not-gradable']} 份没法批改` : ''}${counts.error ? `，${counts.error} 份碰上了我们自己的错` : ''}`,
  points: (count) => `${count} 分`,
  tooMuch: (word) => `多写了 "${word}"，这里用不上。`,
};
