import { type Place, positionOf, type Range } from '../../core/text.ts';
import type { Component } from './digester.ts';
import { redisValveClass } from './redis-classes.ts';
import { childrenOf } from './server-xml.ts';
import type { WebSettings } from './web-xml.ts';

/** The lines that decide about a webapp's sessions; what no file says is missing. */
export interface SessionPlaces {
  /** The `<Manager>` that counts, the last one. */
  manager?: Place;
  /** The first Valve that keeps sessions. */
  valve?: Place;
  /** `<session-timeout>`. */
  timeout?: Place;
  /** `<Context cookies="…">`. */
  cookies?: Place;
}

/** What was read from a file. */
export interface Read<T> {
  file: string;
  value: T;
}

/** Finds those lines in what was read, in Tomcat's order. */
export function sessionPlaces(
  files: Readonly<Record<string, string>>,
  contexts: readonly Read<Component>[],
  webs: readonly Read<WebSettings>[],
): SessionPlaces {
  const inContexts = (find: (context: Component) => Range | undefined) =>
    contexts.flatMap(({ file, value }) => placed(files, file, find(value)));
  const manager = inContexts((context) => childrenOf(context, 'Manager').at(-1)).at(-1);
  const [valve] = inContexts((context) => childrenOf(context, 'Valve').find(keepsSessions));
  const cookies = inContexts((context) => (context.attributes['cookies'] === undefined ? undefined : context)).at(-1);
  const timeout = webs.flatMap(({ file, value }) => placed(files, file, value.sessionTimeoutAt)).at(-1);
  return {
    ...(manager && { manager }),
    ...(valve && { valve }),
    ...(timeout && { timeout }),
    ...(cookies && { cookies }),
  };
}

const keepsSessions = ({ className }: Component) =>
  className === redisValveClass || className === 'org.apache.catalina.valves.PersistentValve';

function placed(files: Readonly<Record<string, string>>, file: string, range: Range | undefined): Place[] {
  if (!range) return [];
  const { from, to } = range;
  return [{ file, from, to, line: positionOf(files[file] ?? '', from).line }];
}
