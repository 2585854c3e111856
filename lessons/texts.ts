import type { Mistake } from './judge.ts';

export type Language = 'en' | 'zh-cn';

/**
 * What an exercise says, per language. `predictions`: what is asked. `checks`: what is checked, as an outcome. `feedback`: what happened,
 * where, and a question that leads on; `{visitor}`, `{request}`, `{path}`, `{status}`, `{server}`, `{upstream}`,
 * `{second}`, `{count}`, `{message}` and `{shown}` are filled from the feedback's values.
 */
export type ExerciseTexts<Check extends string, Told extends Mistake, Asked extends string = never> = Record<
  Language,
  Said<Check, Told, Asked>
>;

/** What the exercise in a lesson's `transfer/` says: it stands alone, so it has a title and tells what is wanted. */
export type TransferTexts<Check extends string, Told extends Mistake, Asked extends string = never> = Record<
  Language,
  Said<Check, Told, Asked> & { title: string; task: string }
>;

interface Said<Check extends string, Told extends Mistake, Asked extends string> {
  checks: Record<Check, string>;
  feedback: Record<Told, string>;
  hints: Record<Told, Hints>;
  predictions: Record<Asked, string>;
}

/** Two steps towards the cause of a mistake: where to look, what to think of. The third is a diff, which the page makes. */
export type Hints = readonly [string, string];

/** Checks and mistakes that mean the same in every lesson. */
export const everywhere = {
  en: {
    checks: {
      starts: 'Every server starts with these files.',
    },
    feedback: {
      'nginx-refuses':
        'nginx did not accept this file, so there was nothing to try. It says: {message}. Look at that line, and at the one before it: what does nginx expect there?',
      'redis-refuses':
        'Redis did not start with this redis.conf, so there was nothing to try. It says: {message} What does Redis expect on that line?',
      'webapp-failed':
        'The shop could not start on {server}: Tomcat is up, but every page of the shop is a 404. catalina.out says: {message} Find that place in the file: which bracket, quote or value does Tomcat not understand?',
      'never-reached':
        'All orders of requests and faults were tried, and in none of them did the shop get as far as it should: a visitor who is served and known after something has gone wrong. Nothing was lost, because there was nothing to lose. What do the visitors get while nothing goes wrong?',
      'no-answer':
        '{visitor} asked for {path} (request {request}, second {second}) and nobody answered on port 80. nginx is running, so on which port does it listen?',
      'not-proxied':
        '{visitor} asked for {path} (request {request}) and nginx answered {status} itself; no Tomcat ever saw the request. Which line should have passed it on?',
      'server-error':
        '{visitor} asked for {path} (request {request}, second {second}) and {server} answered 500: something was thrown in the middle of the request. The stack trace is in its log. At whose door did it knock, and with which password?',
    },
    hints: {
      'nginx-refuses': [
        'The message ends with a file and a line number. The mistake is there, or just before: nginx notices it only when it reads on.',
        'Every plain directive ends with a semicolon, every block with a brace, and each directive has blocks where it may stand. Hold the pointer over a word to see which.',
      ],
      'redis-refuses': [
        'Redis names the line and quotes it. One line is one setting: a name, a space, its value.',
        'Redis knows no equals sign and no semicolon, and a value with spaces needs quotes. Hold the pointer over the name to see what it takes.',
      ],
      'webapp-failed': [
        'The exception names a class, or a line and a column of the file. Start there.',
        'Is every element closed, every attribute quoted, and does the named class lie in a jar in lib/? Tomcat starts, but without the shop.',
      ],
      'never-reached': [
        'Begin without any fault: let a visitor log in and open a page. Does he get one that knows him?',
        'The other checks say what he gets instead. Once they pass, this one has something to try.',
      ],
      'no-answer': [
        'Look at the block server in nginx.conf: the visitor’s browser knocks at port 80.',
        'The directive listen says where nginx waits. Which port does it name?',
      ],
      'not-proxied': [
        'Look at the block location in nginx.conf, and at the path that was asked for.',
        'Without proxy_pass nginx looks for a file in its own folder. Which location does the path fall into, and what does it say there?',
      ],
      'server-error': [
        'Open the log of that Tomcat: the last “Caused by” names the reason.',
        'Compare host, port and password in context.xml with what redis.conf says. Nobody checks them before the first request that needs Redis.',
      ],
    },
  },
  'zh-cn': {
    checks: {
      starts: '用这些文件，每台服务器都启动得起来。',
    },
    feedback: {
      'nginx-refuses':
        'nginx 不接受这份文件，所以什么都没跑起来。它的原话是：{message}。看看那一行和它的上一行：nginx 在等什么？',
      'redis-refuses':
        'Redis 没能用这份 redis.conf 启动，所以没法往下试。它的原话：{message} 那一行，Redis 想要的是什么？',
      'webapp-failed':
        '小店在 {server} 上没能启动：Tomcat 在跑，但小店的每个页面都是 404。catalina.out 里写着：{message} 找到文件里的那个位置：是哪个括号、引号或值，Tomcat 读不懂？',
      'never-reached':
        '请求和故障的各种先后都试过了，没有一种走到该到的地方：出过事之后，访客照样得到页面，也还认得他。什么都没丢，是因为本来就没有东西可丢。先看看不出事的时候，访客得到的是什么？',
      'no-answer':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），80 端口上没有人应答。nginx 正在运行，那么它听的是哪个端口？',
      'not-proxied':
        '{visitor} 请求 {path}（请求 {request}），nginx 自己回了 {status}，没有一台 Tomcat 见过这个请求。该由哪一行把它转出去？',
      'server-error':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），{server} 回了 500：请求做到一半抛了异常，堆栈在它的日志里。它去敲了谁的门，拿的是哪个密码？',
    },
    hints: {
      'nginx-refuses': [
        '报错的末尾写着文件名和行号。错就在那里，或者就在它前面：nginx 要接着往下读才发现不对。',
        '普通指令以分号结尾，块用花括号收尾，而且每条指令只能写在特定的块里。把鼠标停在单词上，能看到它可以写在哪里。',
      ],
      'redis-refuses': [
        'Redis 说出了行号，还把那一行原样印了出来。一行一个设置：名字、空格、值。',
        'Redis 的配置不写等号，也不写分号；值里有空格就要加引号。把鼠标停在名字上，能看到它要几个值。',
      ],
      'webapp-failed': [
        '异常里要么有类名，要么有文件的行号和列号，从那里查起。',
        '标签都关上了吗？属性值都加引号了吗？写的那个类，在 lib/ 的 jar 里有吗？Tomcat 本身照样启动，只是没有小店。',
      ],
      'never-reached': [
        '先不出任何故障：让一位访客登录，再打开一个页面。那个页面认得他吗？',
        '他得到的是什么，别的检查会说。它们通过了，这一条才有东西可试。',
      ],
      'no-answer': [
        '看 nginx.conf 里的 server 块：浏览器敲的是 80 端口。',
        'listen 写的是 nginx 在哪里等。它写的是哪个端口？',
      ],
      'not-proxied': [
        '看 nginx.conf 里的 location 块，再看请求的是哪个路径。',
        '没有 proxy_pass，nginx 就到自己的目录里找文件。这个路径落进了哪个 location？里面写了什么？',
      ],
      'server-error': [
        '打开那台 Tomcat 的日志，最后一个 “Caused by” 就是原因。',
        '把 context.xml 里的主机、端口、密码和 redis.conf 对一遍。在第一个要用 Redis 的请求之前，谁也不会检查它们。',
      ],
    },
  },
} as const satisfies Record<Language, Common>;

interface Common {
  checks: Record<string, string>;
  feedback: Partial<Record<Mistake, string>>;
  hints: Partial<Record<Mistake, Hints>>;
}
