import type { Files, Language } from '../../../simulator/core/language.ts';
import type { Problem } from '../../../simulator/core/text.ts';
import type { Docs } from '../../docs-texts/docs.ts';
import type { Locale } from '../../locale.ts';

/** What an open full editor asks of the component around it; read anew each time, so never stale. */
export interface Session {
  locale: Locale;
  /** Accessible name of the field. */
  label(): string;
  readonly: boolean;
  /** The text that undo goes back to, should the learner have typed while Monaco was on its way. */
  before: string;
  /** Name of the file shown. */
  name(): string;
  files(): Files;
  language(): Language | undefined;
  docs(): Docs | undefined;
  onchange(text: string): void;
  /** Escape, with nothing open that it would close. */
  onleave(): void;
}

/** The session each of Monaco's texts belongs to, and the problems marked on it, by the text's address. */
export const sessions = new Map<string, { session: Session; problems: readonly Problem[] }>();
