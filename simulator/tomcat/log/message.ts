import type { Traits } from '../version.ts';

/** What a message's words are filled with. */
export type Values = Readonly<Record<string, string | number>>;

/** A message of the log: who says it, how bad it is, its words. */
export interface Message {
  level: 'INFO' | 'WARNING' | 'SEVERE';
  /** Class and method that the log names. */
  source: string | ((values: Values, traits: Traits) => string);
  text: (values: Values, traits: Traits) => string;
  /** The container's own logger: the webapp host's `localhost.…log` instead of catalina.out. */
  host?: boolean;
}

/** `[x]` where Tomcat's messages have brackets, `x` where they do not yet. */
export const bracketed = (value: string | number | undefined, { brackets }: Traits) =>
  brackets ? `[${value}]` : `${value}`;

/** One message; `host`: in the container's own log. */
export const say = (
  level: Message['level'],
  source: Message['source'],
  text: Message['text'],
  host = false,
): Message => ({
  level,
  source,
  text,
  host,
});
