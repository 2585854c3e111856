import type { Mistake } from './judge.ts';

export type Language = 'en' | 'zh-cn';

/**
 * What an exercise says, per language. `checks`: what is checked, as an outcome. `feedback`: what happened,
 * where, and a question that leads on; `{visitor}`, `{request}`, `{path}`, `{status}`, `{server}`, `{upstream}`,
 * `{second}`, `{count}`, `{message}` and `{shown}` are filled from the feedback's values.
 */
export type ExerciseTexts<Check extends string, Told extends Mistake> = Record<
  Language,
  { checks: Record<Check, string>; feedback: Record<Told, string> }
>;

/** Mistakes that mean the same in every lesson. */
export const everywhere = {
  en: {
    'nginx-refuses':
      'nginx did not accept this file, so there was nothing to try. It says: {message}. Look at that line, and at the one before it: what does nginx expect there?',
    'no-answer':
      '{visitor} asked for {path} (request {request}, second {second}) and nobody answered on port 80. nginx is running, so on which port does it listen?',
    'not-proxied':
      '{visitor} asked for {path} (request {request}) and nginx answered {status} itself; no Tomcat ever saw the request. Which line should have passed it on?',
    'server-error':
      '{visitor} asked for {path} (request {request}, second {second}) and {server} answered 500: something was thrown in the middle of the request. The stack trace is in its log. At whose door did it knock, and with which password?',
    'webapp-failed':
      'The shop could not start on {server}: Tomcat is up, but every page of the shop is a 404. catalina.out says: {message} Find that place in the file: which bracket, quote or value does Tomcat not understand?',
  },
  'zh-cn': {
    'nginx-refuses':
      'nginx 不接受这份文件，所以什么都没跑起来。它的原话是：{message}。看看那一行和它的上一行：nginx 在等什么？',
    'no-answer':
      '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），80 端口上没有人应答。nginx 正在运行，那么它听的是哪个端口？',
    'not-proxied':
      '{visitor} 请求 {path}（请求 {request}），nginx 自己回了 {status}，没有一台 Tomcat 见过这个请求。该由哪一行把它转出去？',
    'server-error':
      '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），{server} 回了 500：请求做到一半抛了异常，堆栈在它的日志里。它去敲了谁的门，拿的是哪个密码？',
    'webapp-failed':
      '小店在 {server} 上没能启动：Tomcat 在跑，但小店的每个页面都是 404。catalina.out 里写着：{message} 找到文件里的那个位置：是哪个括号、引号或值，Tomcat 读不懂？',
  },
} as const;
