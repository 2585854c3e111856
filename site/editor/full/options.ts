import type * as Monaco from './monaco.ts';
import type { Session } from './session.ts';

/** How Monaco is set up here: a short configuration file, in the page's own look. */
export function optionsFor(host: HTMLElement, session: Session): Monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    model: null,
    theme: 'session-lab',
    ariaLabel: session.label(),
    readOnly: session.readonly,
    fontFamily: getComputedStyle(host).getPropertyValue('--font-mono'),
    fontSize: 14,
    lineHeight: 22,
    fontLigatures: false,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    minimap: { enabled: false },
    folding: false,
    glyphMargin: false,
    lineDecorationsWidth: 12,
    lineNumbersMinChars: 3,
    overviewRulerLanes: 0,
    padding: { top: 10, bottom: 10 },
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false },
    bracketPairColorization: { enabled: false },
    guides: { indentation: false },
    // Each of these would start a worker of Monaco's; our language answers for all of them.
    wordBasedSuggestions: 'off',
    occurrencesHighlight: 'off',
    quickSuggestions: { other: true, strings: true, comments: false },
    suggest: { showStatusBar: false, showWords: false },
    stickyScroll: { enabled: false },
  };
}
