import type { FrameWords } from './words.ts';

export const words: FrameWords = {
  open: '在完整课程中打开',
  task: '任务',
  section: '动手做',
  lab: '实验',
  wrongLink: '打开本页的链接里有无法采用的内容：',
  wrongOptions: '本页地址里的这些参数无效：',
  more: (count) => `另外还有 ${count} 处`,
  errors: {
    'unknown-version': '这个页面只支持协议的第 1 版。',
    'bad-message': '消息缺少字段，或者字段的值不合要求。',
    'no-init': '发来的第一条消息必须是 init。',
    'wrong-origin': '消息的来源与它声明的不符，或者与 init 的来源不同。',
    'too-many-messages': '短时间内消息太多，有一部分没有处理。',
    'bad-link': '链接无法采用，或者只采用了一部分。',
    'no-attempts-left': '检查机会已用完。',
    'not-checked': '检查被取消，或者正在进行另一次检查。',
    'lab-failed': '实验停了，是我们的程序出了错。',
    'not-loaded': '实验加载失败。',
  },
};
