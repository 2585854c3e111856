import { type ExerciseTexts, everywhere } from '../texts.ts';

export default {
  en: {
    checks: {
      ...everywhere.en.checks,
      pages: 'Every request gets a page, also after tomcat1 was killed.',
      kept: 'A and B are recognised on every page, whichever version writes it.',
      values: 'Name and age come through, from the old version to the new one and back.',
      new: 'tomcat2 really runs the new version: its objects have an e-mail address.',
    },
    feedback: {
      ...everywhere.en.feedback,
      'server-error':
        '{visitor} asked for {path} (request {request}, second {second}) and {server} answered 500: it took an object out of Redis and could not put a value into its field. Which field has another type in the other version?',
      'login-lost':
        'At second {second} request {request} of {visitor} reached {server}, which cannot read the User that the other version has written. Not a line in the log. By which number does Java decide whether two versions of a class belong together, and which number has each of yours?',
      'value-lost':
        'At second {second} {server} showed {visitor} this: {shown}. Something that the other version had written did not arrive. By what does Java find the field that a value belongs to?',
      'field-gone':
        'A new User of {server} looks like this: {shown}, just as the old version makes it (request {request}). So the two understand each other, but the new version is not new any more. What was it to bring?',
    },
    hints: { ...everywhere.en.hints },
    predictions: {},
  },
  'zh-cn': {
    checks: {
      ...everywhere['zh-cn'].checks,
      pages: '每个请求都得到页面，tomcat1 被杀之后也是。',
      kept: '不管页面由哪个版本写出，A 和 B 都被认得。',
      values: '姓名和年龄不丢：旧版写新版读，新版写旧版读，都一样。',
      new: 'tomcat2 运行的确实是新版：它的对象里有电子邮箱。',
    },
    feedback: {
      ...everywhere['zh-cn'].feedback,
      'server-error':
        '{visitor} 请求 {path}（请求 {request}，第 {second} 秒），{server} 回了 500：它从 Redis 取出一个对象，有个值却放不进字段里。哪个字段在另一个版本里是别的类型？',
      'login-lost':
        '第 {second} 秒，{visitor} 的请求 {request} 到了 {server}，它读不懂另一个版本写下的 User，日志里一行都没有。Java 凭哪个数字判断两个版本是不是同一个类？你的两个版本各是多少？',
      'value-lost':
        '第 {second} 秒，{server} 给 {visitor} 看的是：{shown}。另一个版本写下的值，有的没到。Java 凭什么知道一个值该进哪个字段？',
      'field-gone':
        '{server} 新造的 User 是这样的：{shown}（请求 {request}），和旧版造的一模一样。两边是互相读得懂了，可新版也不新了。它本来要带来什么？',
    },
    hints: { ...everywhere['zh-cn'].hints },
    predictions: {},
  },
} satisfies ExerciseTexts<
  'starts' | 'pages' | 'kept' | 'values' | 'new',
  | 'nginx-refuses'
  | 'webapp-failed'
  | 'no-answer'
  | 'not-proxied'
  | 'server-error'
  | 'login-lost'
  | 'value-lost'
  | 'field-gone'
>;
