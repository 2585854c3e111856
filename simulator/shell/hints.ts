/**
 * What the lab itself has to say in a terminal, where the real programs have no words for it. The
 * sentences live with the site, by code.
 */
export type Hint =
  /** A construct of bash that the lab does not model, as it was typed. */
  | { code: 'syntax-not-modelled'; values: { text: string } }
  /** A command that real machines have. */
  | { code: 'command-not-modelled'; values: { command: string } }
  /** A command of Redis that its server here cannot carry out, as it was sent. */
  | { code: 'redis-command-not-modelled'; values: { command: string } }
  | { code: 'option-not-modelled'; values: { command: string; option: string } }
  /** The lab has the file, but not what stands in it. */
  | { code: 'contents-left-out'; values: { file: string } }
  | { code: 'opened-in-editor'; values: { file: string } }
  | { code: 'not-in-editor'; values: { file: string } }
  /** A line of the guide that begins with `//`: an explanation, not a command. */
  | { code: 'guide-comment'; values: Readonly<Record<never, never>> }
  /** The line was typed while a program has this window; bash reads it afterwards. */
  | { code: 'window-occupied'; values: { program: string } }
  /** No service manager here; the command that does it in this lab. */
  | { code: 'no-service-manager'; values: { unit: string; instead: string } }
  /** The lab has no such program to run. */
  | { code: 'no-such-host'; values: { program: string } }
  | { code: 'help'; values: Readonly<Record<never, never>> }
  | { code: 'about'; values: { command: string } };

/** What the lab says of itself on a screen. Its sentence is in the site’s texts. */
export type HintCode = Hint['code'];
