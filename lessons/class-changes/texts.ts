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
    hints: {
      ...everywhere.en.hints,
      'server-error': [
        'The stack trace in that Tomcat’s log names a field and two types.',
        'A field may be added or left out; if it stays, its type must stay.',
      ],
      'login-lost': [
        'Look at the first lines of both files: is there a serialVersionUID in each?',
        'Without one, Java computes it, and the two texts differ. Write the same number into both.',
      ],
      'value-lost': [
        'Compare the names of the fields in the two versions.',
        'Java finds a value’s field by name and type. A field with another name starts empty.',
      ],
      'field-gone': [
        'What did the new version have that the old one had not?',
        'The two may differ in their fields, as long as the number is the same. Put the new field back.',
      ],
    },
    predictions: {
      'other-version':
        'A puts a User into the session, then opens “Who am I”, which the other Tomcat with the other version writes. Is A known there?',
    },
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
    hints: {
      ...everywhere['zh-cn'].hints,
      'server-error': [
        '那台 Tomcat 日志里的堆栈写着一个字段名和两种类型。',
        '字段可以增加，可以去掉；留着的，类型就不能变。',
      ],
      'login-lost': [
        '看两个文件的开头：都写了 serialVersionUID 吗？',
        '不写，Java 就自己算，而两份源码不同。两边写上同一个数。',
      ],
      'value-lost': ['比一比两个版本里字段的名字。', 'Java 按名字和类型给值找字段。换了名字的字段，读出来是空的。'],
      'field-gone': ['新版有什么是旧版没有的？', '只要那个数一样，两边的字段可以不同。把新字段放回去。'],
    },
    predictions: {
      'other-version':
        'A 往 session 里放了一个 User，接着打开“我是谁”，由另一台、也就是另一个版本写出。那里认得 A 吗？',
    },
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
  | 'field-gone',
  'other-version'
>;
