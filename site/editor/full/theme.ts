import type * as Monaco from './monaco.ts';

/** Monaco's colour ids and token names, and the custom property of `editor.css` each takes its value from. */
const COLOURS: Readonly<Record<string, string>> = {
  'editor.background': 'paper',
  'editor.foreground': 'text',
  'editorCursor.foreground': 'caret',
  'editorLineNumber.foreground': 'number',
  'editorLineNumber.activeForeground': 'text',
  'editorLineNumber.dimmedForeground': 'number',
  'editor.selectionBackground': 'selection',
  'editor.inactiveSelectionBackground': 'selection',
  'editor.lineHighlightBackground': 'current',
  'editor.lineHighlightBorder': 'current',
  'editorError.foreground': 'error',
  'editorWarning.foreground': 'warning',
  'editorWidget.background': 'raised',
  'editorWidget.foreground': 'text',
  'editorWidget.border': 'edge',
  'editorHoverWidget.background': 'raised',
  'editorHoverWidget.foreground': 'text',
  'editorHoverWidget.border': 'edge',
  'editorSuggestWidget.background': 'raised',
  'editorSuggestWidget.foreground': 'text',
  'editorSuggestWidget.border': 'edge',
  'editorSuggestWidget.selectedBackground': 'chosen',
  'editorSuggestWidget.selectedForeground': 'text',
  'editorSuggestWidget.highlightForeground': 'name',
  'editorSuggestWidget.focusHighlightForeground': 'name',
  'editorBracketMatch.background': 'chosen',
  'editorBracketMatch.border': 'number',
  'textLink.foreground': 'name',
  focusBorder: 'caret',
};

const TOKENS: Readonly<Record<string, string>> = {
  comment: 'comment',
  string: 'string',
  variable: 'variable',
  name: 'name',
  number: 'literal',
  word: 'text',
  punctuation: 'text',
  // Monaco's own names for XML.
  tag: 'name',
  'attribute.name': 'variable',
  'attribute.value': 'string',
  delimiter: 'text',
  metatag: 'literal',
};

/** Gives Monaco the page's own colours, again whenever the page changes its theme. Returns how to stop. */
export function followTheme(monaco: typeof Monaco, host: HTMLElement): () => void {
  const paint = () => {
    const style = getComputedStyle(host);
    const colour = (name: string) => style.getPropertyValue(`--editor-${name}`).trim();
    monaco.editor.defineTheme('session-lab', {
      base: document.documentElement.dataset['theme'] === 'dark' ? 'vs-dark' : 'vs',
      inherit: true,
      rules: Object.entries(TOKENS).map(([token, name]) => ({ token, foreground: colour(name).slice(1) })),
      colors: Object.fromEntries(Object.entries(COLOURS).map(([id, name]) => [id, colour(name)])),
    });
    monaco.editor.setTheme('session-lab');
  };
  paint();
  const observer = new MutationObserver(paint);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
