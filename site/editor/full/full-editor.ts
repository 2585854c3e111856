import type { Problem, Range } from '../../../simulator/core/text.ts';
import { languageOf } from '../language.ts';
import type { Edit } from '../light/edits.ts';
import { rangeOf, registerLanguages } from './languages.ts';
import { type Session, sessions } from './session.ts';
import { followTheme } from './theme.ts';

/** Where the learner was in the light editor. */
export interface Place extends Range {
  topLine: number;
  focused: boolean;
}

export type FullEditor = Awaited<ReturnType<typeof openFullEditor>>;

let opened = 0;

/**
 * Opens Monaco in an element. Its text follows `show` and tells `onchange`; offsets outside, lines inside.
 * @throws where its code cannot be fetched.
 */
export async function openFullEditor(host: HTMLElement, session: Session) {
  // Monaco's own words are fixed when it is first evaluated.
  if (session.locale === 'zh-cn') await import('monaco-editor/nls/lang/zh-cn');
  const monaco = await import('./monaco.ts');
  registerLanguages(monaco);
  const unfollow = followTheme(monaco, host);
  const style = getComputedStyle(host);
  const editor = monaco.editor.create(host, {
    model: null,
    theme: 'session-lab',
    ariaLabel: session.label,
    readOnly: session.readonly,
    fontFamily: style.getPropertyValue('--font-mono'),
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
  });
  const idle =
    '!suggestWidgetVisible && !findWidgetVisible && !markersNavigationVisible && !inSnippetMode && !editorHoverVisible';
  editor.addCommand(
    monaco.KeyCode.Escape,
    () => session.onleave(),
    `${idle} && !hasMultipleSelections && !codeActionMenuVisible`,
  );

  const number = ++opened;
  const models = new Map<string, ReturnType<typeof monaco.editor.createModel>>();
  const states = new Map<string, ReturnType<typeof editor.saveViewState>>();
  const faded = editor.createDecorationsCollection();
  const lit = editor.createDecorationsCollection();
  let shown = '';
  let telling = true;

  function modelOf(name: string, before: string) {
    let model = models.get(name);
    if (!model) {
      model = monaco.editor.createModel('', languageOf(name), monaco.Uri.parse(`inmemory://${number}/${name}`));
      // Set through an edit: a byte order mark at the beginning then counts as a character, as it does for nginx.
      model.setEOL(monaco.editor.EndOfLineSequence.LF);
      model.applyEdits([{ range: model.getFullModelRange(), text: before }]);
      const { tabSize } = model.getOptions();
      model.detectIndentation(true, tabSize);
      models.set(name, model);
      sessions.set(model.uri.toString(), { session, problems: [] });
    }
    return model;
  }

  editor.onDidChangeModelContent(() => {
    if (telling) session.onchange(editor.getModel()?.getValue() ?? '');
  });

  return {
    /** Shows a file as it stands; a change that came from outside can be undone. */
    show(name: string, text: string) {
      const model = modelOf(name, shown === '' ? session.before : text);
      if (name !== shown) {
        if (shown) states.set(shown, editor.saveViewState());
        editor.setModel(model);
        editor.restoreViewState(states.get(name) ?? null);
        shown = name;
      }
      if (model.getValue() === text) return;
      telling = false;
      model.pushStackElement();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      model.pushStackElement();
      telling = true;
    },
    /** Squiggles for problems; directives without effect here are greyed. */
    mark(problems: readonly Problem[], words: (problem: Problem) => string) {
      const model = editor.getModel();
      if (!model) return;
      sessions.set(model.uri.toString(), { session, problems });
      const { Error, Warning } = monaco.MarkerSeverity;
      const told = problems.filter((problem) => problem.severity !== 'hint');
      const visible = (p: Problem) => rangeOf(model, { from: p.from, to: Math.max(p.to, p.from + 1) });
      monaco.editor.setModelMarkers(
        model,
        'session-lab',
        told.map((p) => ({ ...visible(p), message: words(p), severity: p.severity === 'error' ? Error : Warning })),
      );
      faded.set(
        problems
          .filter((problem) => problem.severity === 'hint')
          .map((p) => ({
            range: rangeOf(model, p),
            options: { inlineClassName: 'faded', hoverMessage: { value: words(p) } },
          })),
      );
    },
    /** Lights the lines of a stretch, e.g. the one that decided; `undefined` puts the light out. */
    light(range: Range | undefined) {
      const model = editor.getModel();
      if (!model || !range) return lit.clear();
      lit.set([{ range: rangeOf(model, range), options: { isWholeLine: true, className: 'lit' } }]);
      editor.revealLineInCenterIfOutsideViewport(rangeOf(model, range).startLineNumber);
    },
    /** Takes over where the light editor was. */
    restore(place: Place) {
      const model = editor.getModel();
      if (!model) return;
      editor.layout();
      editor.setSelection(rangeOf(model, place));
      editor.setScrollTop(editor.getTopForLineNumber(place.topLine));
      if (place.focused) editor.focus();
    },
    reveal(range: Range) {
      const model = editor.getModel();
      if (!model) return;
      editor.setSelection(rangeOf(model, range));
      editor.revealRangeInCenterIfOutsideViewport(rangeOf(model, range));
      editor.focus();
    },
    /** Performs one replacement as if typed. */
    apply(edit: Edit) {
      const model = editor.getModel();
      if (!model) return;
      editor.pushUndoStop();
      editor.executeEdits('session-lab', [{ range: rangeOf(model, edit), text: edit.insert }]);
      editor.setSelection(rangeOf(model, edit.select));
      editor.focus();
    },
    dispose() {
      unfollow();
      editor.dispose();
      for (const model of models.values()) {
        sessions.delete(model.uri.toString());
        model.dispose();
      }
    },
  };
}
