import type { Completion, Range } from '../../../simulator/core/text.ts';
import type { Explanation } from '../../docs-texts/docs.ts';
import { typedWord } from '../light/completion.ts';
import type * as Monaco from './monaco.ts';
import { sessions } from './session.ts';

type Model = Monaco.editor.ITextModel;

/** Monaco's questions about a text, answered by the language of the session that the text belongs to. */
export const answers = (monaco: typeof Monaco) => ({
  completions: (model: Model, position: Monaco.Position) => completions(monaco, model, position),
  hover,
  quickFixes: (model: Model, range: Monaco.Range) => quickFixes(monaco, model, range),
});

function completions(monaco: typeof Monaco, model: Model, position: Monaco.Position): Monaco.languages.CompletionList {
  const session = sessions.get(model.uri.toString())?.session;
  const at = model.getOffsetAt(position);
  const text = model.getValue();
  const entries =
    session?.language()?.complete({ ...session.files(), [session.name()]: text }, session.name(), at) ?? [];
  const range = rangeOf(model, typedWord(text, at));
  return { suggestions: entries.map((entry) => suggestion(monaco, entry, range, session?.docs()?.entry(entry))) };
}

function suggestion(
  monaco: typeof Monaco,
  entry: Completion,
  range: Monaco.IRange,
  explanation: Explanation | undefined,
): Monaco.languages.CompletionItem {
  const { CompletionItemInsertTextRule, CompletionItemKind: Kind } = monaco.languages;
  const kinds = {
    directive: Kind.Property,
    block: Kind.Module,
    parameter: Kind.Field,
    value: Kind.Value,
    variable: Kind.Variable,
    element: Kind.Class,
    attribute: Kind.Field,
  } satisfies Record<Completion['kind'], unknown>;
  return {
    label: entry.label,
    insertText: entry.insert,
    ...(/\$\{?\d/.test(entry.insert) ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    kind: kinds[entry.kind],
    range,
    ...(explanation ? { documentation: { value: markdown(explanation, false) } } : {}),
  };
}

function hover(model: Model, position: Monaco.Position): Monaco.languages.Hover | null {
  const session = sessions.get(model.uri.toString())?.session;
  const found = session?.language()?.hover(session.files(), session.name(), model.getOffsetAt(position));
  const explanation = found && session?.docs()?.entry(found);
  return explanation ? { range: rangeOf(model, found), contents: [{ value: markdown(explanation, true) }] } : null;
}

function quickFixes(monaco: typeof Monaco, model: Model, range: Monaco.Range): Monaco.languages.CodeActionList {
  const at = sessions.get(model.uri.toString());
  const [language, docs] = [at?.session.language(), at?.session.docs()];
  const touched =
    at?.problems.filter((problem) => monaco.Range.areIntersectingOrTouching(rangeOf(model, problem), range)) ?? [];
  const fixes = at && language && docs ? touched.flatMap((problem) => language.fixes(at.session.files(), problem)) : [];
  const actions = fixes.map((fix, index) => ({
    title: docs?.fix(fix) ?? fix.code,
    kind: 'quickfix',
    isPreferred: index === 0,
    edit: {
      edits: fix.edits.map((edit) => ({
        resource: model.uri,
        versionId: undefined,
        textEdit: { range: rangeOf(model, edit), text: edit.insert },
      })),
    },
  }));
  return { actions, dispose: () => {} };
}

/** Our offsets as Monaco's lines and columns. */
export function rangeOf(model: Model, { from, to }: Range): Monaco.IRange {
  const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)];
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

function markdown({ title, text, facts }: Explanation, withTitle: boolean): string {
  const head = withTitle ? [`**\`${title}\`**`] : [];
  return [...head, ...(text ? [text] : []), ...facts.map((fact) => `- ${fact}`)]
    .join('\n\n')
    .replaceAll('\n\n- ', '\n- ');
}
