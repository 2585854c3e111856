import type { LmsWords } from './words.ts';

const standing = (best: number, passed: boolean) => `${passed ? '已通过' : '尚未通过'}，最高得分 ${best}%`;

export const words: LmsWords = {
  frame: (title) => `练习：${title}`,
  waiting: '正在等待教学平台响应……',
  begun: (best, passed) =>
    best === undefined
      ? '已连接教学平台，每次检查的结果都会上报。'
      : `已连接教学平台。目前：${standing(best, passed)}。`,
  begunAlone: '成绩不会上报到任何地方，你写的内容保存在这个浏览器里。',
  viewing: '现在是查看模式：什么都可以试，但不会记录。',
  unheard: (why) => `成绩不会被记录。${why}练习本身可以照常做。`,
  recorded: (best, passed) => `已上报教学平台：${standing(best, passed)}。`,
  recordedAlone: (best, passed) => `${standing(best, passed)}。`,
  unrecorded: (why) => `最近一次的成绩还没有记录上。${why}成绩已留存，可以重新发送。`,
  troubles: {
    missing: '没有找到教学平台，请从课程里打开这个练习。',
    'not-opened': '教学平台没有接受这次会话。',
    'used-up': '这次会话已经结束，或者这个入口已经用过一次，请回到课程里重新打开。',
    refused: '教学平台拒收了。',
    threw: '教学平台自己的程序出错了。',
    unreachable: '连不上教学平台。',
    over: '与教学平台的会话已经结束，请回到课程里重新打开。',
  },
  said: (words) => `平台的原话：${words}。`,
  keptHere: '你的文件太大，教学平台存不下，改存在这个浏览器里。下次请用同一个浏览器继续。',
  notKept: '你的文件没能保存，离开之前请另存一份。',
  lost: {
    elsewhere: '上次写的文件在你当时用的那个浏览器里，这里只能从头开始。',
    edition: '这个练习已经换成了另一个版本，只能从头开始。',
  },
  again: '重新发送',
  end: '结束并离开',
  unpacked: '这个页面要放进教学平台的课件包里才能用。课件包由 `npm run package` 生成，做法见“嵌入练习”的说明页。',
  ended: '会话已结束，可以关闭这个窗口了。',
  noscript: '做这个练习需要 JavaScript。',
};
