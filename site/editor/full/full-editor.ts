import type { Problem, Range } from '../../../simulator/core/text.ts';
import { languageOf } from '../language.ts';
import type { Edit } from '../light/edits.ts';
import { rangeOf } from './answers.ts';
import { registerLanguages } from './languages.ts';
import type * as Monaco from './monaco.ts';
import { optionsFor } from './options.ts';
import { type Session, sessions } from './session.ts';
import { followTheme } from './theme.ts';

/** Where the learner was in the light editor. */
export interface Place extends Range {
  topLine: number;
  focused: boolean;
}

/**
 * Opens Monaco in an element. Its text follows `show` and tells `onchange`; offsets outside, lines inside.
 * @throws where its code cannot be fetched.
 */
export async function openFullEditor(host: HTMLElement, session: Session): Promise<FullEditor> {
  // Monaco's own words are fixed when it is first evaluated.
  if (session.locale === 'zh-cn') await import('monaco-editor/nls/lang/zh-cn');
  const monaco = await import('./monaco.ts');
  registerLanguages(monaco);
  return new FullEditor(monaco, host, session);
}

/** Escape leaves the editor only where nothing is open that it would close. */
const IDLE =
  '!suggestWidgetVisible && !findWidgetVisible && !markersNavigationVisible && !inSnippetMode && ' +
  '!editorHoverVisible && !hasMultipleSelections && !codeActionMenuVisible';

let opened = 0;

/** Monaco, as one learner's session uses it. */
export class FullEditor {
  readonly #monaco: typeof Monaco;
  readonly #session: Session;
  readonly #editor: Monaco.editor.IStandaloneCodeEditor;
  readonly #unfollow: () => void;
  readonly #number = ++opened;
  readonly #models = new Map<string, Monaco.editor.ITextModel>();
  readonly #states = new Map<string, Monaco.editor.ICodeEditorViewState | null>();
  readonly #faded: Monaco.editor.IEditorDecorationsCollection;
  readonly #lit: Monaco.editor.IEditorDecorationsCollection;
  #shown = '';
  /** Whether a change is the learner's, to be told. */
  #telling = true;

  constructor(monaco: typeof Monaco, host: HTMLElement, session: Session) {
    this.#monaco = monaco;
    this.#session = session;
    this.#unfollow = followTheme(monaco, host);
    this.#editor = monaco.editor.create(host, optionsFor(host, session));
    this.#editor.addCommand(monaco.KeyCode.Escape, () => session.onleave(), IDLE);
    this.#faded = this.#editor.createDecorationsCollection();
    this.#lit = this.#editor.createDecorationsCollection();
    this.#editor.onDidChangeModelContent(() => {
      if (!this.#telling) return;
      this.#tabMoves(false);
      session.onchange(this.#editor.getModel()?.getValue() ?? '');
    });
    this.#editor.onDidFocusEditorText(() => this.#tabMoves(true));
    this.#editor.onMouseDown(() => this.#tabMoves(false));
  }

  /** Tab moves on for who only passes by, and indents for who types here. */
  #tabMoves(moves: boolean): void {
    this.#editor.updateOptions({ tabFocusMode: moves });
  }

  /** Shows a host's file as it stands; a change that came from outside can be undone. */
  show(host: string, name: string, text: string): void {
    const path = `${host}/${name}`;
    const model = this.#modelOf(path, name, this.#shown === '' ? this.#session.before : text);
    if (path !== this.#shown) {
      if (this.#shown) this.#states.set(this.#shown, this.#editor.saveViewState());
      this.#editor.setModel(model);
      this.#editor.updateOptions({ ariaLabel: this.#session.label() });
      this.#editor.restoreViewState(this.#states.get(path) ?? null);
      this.#shown = path;
    }
    if (model.getValue() === text) return;
    this.#telling = false;
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    model.pushStackElement();
    this.#telling = true;
  }

  /** Hosts have files of the same name: each has a text and an undo history of its own. */
  #modelOf(path: string, name: string, before: string): Monaco.editor.ITextModel {
    const known = this.#models.get(path);
    if (known) return known;
    const { editor, Uri } = this.#monaco;
    const model = editor.createModel('', languageOf(name), Uri.parse(`inmemory://${this.#number}/${path}`));
    // Set through an edit: a byte order mark at the beginning then counts as a character, as it does for nginx.
    model.setEOL(editor.EndOfLineSequence.LF);
    model.applyEdits([{ range: model.getFullModelRange(), text: before }]);
    model.detectIndentation(true, model.getOptions().tabSize);
    this.#models.set(path, model);
    sessions.set(model.uri.toString(), { session: this.#session, problems: [] });
    return model;
  }

  /** Squiggles for problems; directives without effect here are greyed. */
  mark(problems: readonly Problem[], words: (problem: Problem) => string): void {
    const model = this.#editor.getModel();
    if (!model) return;
    sessions.set(model.uri.toString(), { session: this.#session, problems });
    const { Error, Warning } = this.#monaco.MarkerSeverity;
    const visible = (p: Problem) => rangeOf(model, { from: p.from, to: Math.max(p.to, p.from + 1) });
    const markers = problems
      .filter(({ severity }) => severity !== 'hint')
      .map((p) => ({ ...visible(p), message: words(p), severity: p.severity === 'error' ? Error : Warning }));
    this.#monaco.editor.setModelMarkers(model, 'session-lab', markers);
    this.#faded.set(
      problems
        .filter(({ severity }) => severity === 'hint')
        .map((p) => ({
          range: rangeOf(model, p),
          options: { inlineClassName: 'faded', hoverMessage: { value: words(p) } },
        })),
    );
  }

  /** Lights the lines of a stretch, e.g. the one that decided; `undefined` puts the light out. */
  light(range: Range | undefined): void {
    const model = this.#editor.getModel();
    if (!model || !range) return this.#lit.clear();
    this.#lit.set([{ range: rangeOf(model, range), options: { isWholeLine: true, className: 'lit' } }]);
    this.#editor.revealLineInCenterIfOutsideViewport(rangeOf(model, range).startLineNumber);
  }

  /** Takes over where the light editor was. */
  restore(place: Place): void {
    const model = this.#editor.getModel();
    if (!model) return;
    this.#editor.layout();
    this.#editor.setSelection(rangeOf(model, place));
    this.#editor.setScrollTop(this.#editor.getTopForLineNumber(place.topLine));
    if (place.focused) this.#editor.focus();
  }

  /** Selects a stretch, brings it into view and takes the focus. */
  reveal(range: Range): void {
    const model = this.#editor.getModel();
    if (!model) return;
    this.#editor.setSelection(rangeOf(model, range));
    this.#editor.revealRangeInCenterIfOutsideViewport(rangeOf(model, range));
    this.#editor.focus();
  }

  /** Performs one replacement as if typed. */
  apply(edit: Edit): void {
    const model = this.#editor.getModel();
    if (!model) return;
    this.#editor.pushUndoStop();
    this.#editor.executeEdits('session-lab', [{ range: rangeOf(model, edit), text: edit.insert }]);
    this.#editor.setSelection(rangeOf(model, edit.select));
    this.#editor.focus();
  }

  dispose(): void {
    this.#unfollow();
    this.#editor.dispose();
    for (const model of this.#models.values()) {
      sessions.delete(model.uri.toString());
      model.dispose();
    }
  }
}
