import type { Completion } from '../../simulator/core/text.ts';
import type { Locale } from '../locale.ts';

const en = {
  /** The field's accessible name. */
  label: (name: string) => `Edit ${name}`,
  labelReadonly: (name: string) => `${name}, read only`,
  editor: (name: string) => `Editor for ${name}`,
  suggestions: (count: number) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
  suggestionsLabel: 'Suggestions',
  kinds: {
    directive: 'directive',
    block: 'block',
    parameter: 'parameter',
    value: 'value',
    variable: 'variable',
    element: 'element',
    attribute: 'attribute',
  } satisfies Record<Completion['kind'], string>,

  problems: 'Problems',
  waiting: 'Checked while you type, in the program’s own words',
  reading: 'Reading the file…',
  noProblems: 'No problems found',
  count: (errors: number, warnings: number) =>
    [
      errors && (errors === 1 ? '1 error' : `${errors} errors`),
      warnings && (warnings === 1 ? '1 warning' : `${warnings} warnings`),
    ]
      .filter(Boolean)
      .join(', '),
  unread: (count: number) =>
    count === 1 ? '1 directive has no effect here' : `${count} directives have no effect here`,
  severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  line: (line: number) => `line ${line}`,
  goTo: (line: number) => `Go to line ${line}`,
  more: (count: number) => `… and ${count} more`,
  fix: 'Fix:',
  slow: 'This file is large; checking it takes a moment longer.',

  help: 'Put the cursor on a word to read what it does. Ctrl+Space suggests what may stand here.',
  tabMoves: 'Tab moves on',
  tabIndents: 'Tab indents',
  tabHint: 'What the Tab key does in the editor (Ctrl+M)',
  plain: 'Plain editor',
  full: 'Full editor',
  switchHint: 'Which editor to use. The plain one suits screen readers and small screens; both find the same problems.',
  loading: 'Loading the full editor…',
  failed: 'The full editor could not be loaded, so this is the plain one. It finds the same problems.',
  retry: 'Try again',
};

/** The editor's own words. */
export type Texts = typeof en;

const zhCn: Texts = {
  label: (name) => `编辑 ${name}`,
  labelReadonly: (name) => `${name}，只读`,
  editor: (name) => `${name} 编辑器`,
  suggestions: (count) => `${count} 条补全建议`,
  suggestionsLabel: '补全建议',
  kinds: {
    directive: '指令',
    block: '块',
    parameter: '参数',
    value: '值',
    variable: '变量',
    element: '元素',
    attribute: '属性',
  },

  problems: '问题',
  waiting: '边写边检查，报错用程序的原话',
  reading: '正在读取文件…',
  noProblems: '没有发现问题',
  count: (errors, warnings) =>
    [errors && `${errors} 个错误`, warnings && `${warnings} 个警告`].filter(Boolean).join('，'),
  unread: (count) => `${count} 条指令在这里不起作用`,
  severity: { error: '错误', warning: '警告', hint: '提示' },
  line: (line) => `第 ${line} 行`,
  goTo: (line) => `跳到第 ${line} 行`,
  more: (count) => `……还有 ${count} 条`,
  fix: '修正：',
  slow: '文件很大，检查会慢一点。',

  help: '把光标放在某个词上，这里会说明它的作用。按 Ctrl+空格 可列出此处能写的内容。',
  tabMoves: 'Tab 键移到下一处',
  tabIndents: 'Tab 键缩进',
  tabHint: '编辑器里 Tab 键的作用（Ctrl+M 切换）',
  plain: '简易编辑器',
  full: '完整编辑器',
  switchHint: '选择编辑器。简易编辑器更适合读屏软件和小屏幕；两者检查出的问题完全相同。',
  loading: '正在加载完整编辑器…',
  failed: '完整编辑器加载失败，现在用的是简易编辑器，检查出的问题相同。',
  retry: '重试',
};

export const editorTexts: Record<Locale, Texts> = { en, 'zh-cn': zhCn };
