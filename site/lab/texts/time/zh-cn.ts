import type { Deed, StepSize } from '../../timeline.ts';
import type { TimeWords } from './words.ts';

const targets: Record<StepSize, string> = {
  hop: '包到达',
  request: '访客得到回应',
  session: ' session 创建、保存、丢失或过期',
  fault: '故障开始或结束',
};

const power: Record<string, string> = {
  start: '启动',
  stop: '停止',
  crash: '杀掉',
  hang: '冻结',
  resume: '恢复',
  reload: '重新加载',
  quit: '平滑退出',
};

function deed({ kind, host, what }: Deed): string {
  switch (kind) {
    case 'power':
      return `${power[what] ?? what} ${host}`;
    case 'visit':
      return `${host} 打开 ${what}`;
    case 'edit':
      return `修改 ${what}`;
    case 'type':
      return `输入 ${what}`;
    case 'join':
      return `访客 ${host} 来了`;
    case 'leave':
      return `访客 ${host} 走了`;
    case 'move':
      return `${host} 换到 ${what}`;
    case 'open':
      return '新开终端窗口';
    default:
      return `${host} ${what}`.trim();
  }
}

export const words: TimeWords = {
  label: '运行时间轴',
  slider: '当前显示的时刻',
  position: (at, end, near) => `${at}，全长 ${end}${near ? `。${near}` : ''}`,
  stepBy: '单步按',
  sizes: { hop: '包', request: '请求', session: 'session 事件', fault: '故障' },
  back: (size) => `退回到上一次${targets[size]}`,
  forward: (size) => `走到下一次${targets[size]}`,
  undo: '撤销',
  redo: '重做',
  fork: '另开分支',
  forkHint: '从这一刻另开一条分支，原来那条留在标签里',
  looking: (at) => `正在回看 ${at}。`,
  willFork: '现在做任何操作，都会从这里另开一条分支。',
  backToNow: '回到现在',
  marks: {
    created: (count) => `创建 session ${count} 个`,
    lost: (count) => `丢失 ${count} 个`,
    fault: (count) => `故障 ${count} 次`,
  },
  nothingYet: '还没有值得标记的事。',
  events: '事件',
  goTo: (at) => `看 ${at} 这一刻`,
  andMore: (count) => `附近还有 ${count} 个同类事件`,
  branches: '运行的各条分支',
  branch: (number) => `分支 ${number}`,
  from: (branch, at) => `在 ${at} 从分支 ${branch} 分出`,
  deed,
  scenes: { failing: '检查时失败的那一次', prediction: '用来预测的一次' },
  drop: (number) => `丢弃分支 ${number}`,
};
