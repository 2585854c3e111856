import type { HostName, Note, Planned, Scheduled, World } from './world.ts';

/**
 * A fault in the middle of a request: when the next one has come so far at a Tomcat, something is done. It is not part of
 * a world: once it has struck, the action stands in the run at its time, and a replay needs no condition.
 */
export interface Strike {
  host: HostName;
  /**
   * `arrived`: a thread has taken the request and run the servlet as far as it goes without waiting. `saved`: Redis has
   * the session. `answering`: the answer is ready, and would be sent in the next moment.
   */
  moment: 'arrived' | 'saved' | 'answering';
  action: Planned['action'];
}

/** The time at which to strike before what happens next, if that is the answer that is waited for. */
export function strikesBefore({ host, moment }: Strike, next: Scheduled, world: World): number | undefined {
  if (moment !== 'answering' || next.kind === 'timer' || next.to !== host || next.body.type !== 'work')
    return undefined;
  const tomcat = world.hosts.get(host);
  const ready = tomcat?.kind === 'tomcat' && tomcat.running.get(next.body.what)?.response !== undefined;
  return ready && next.at > world.now ? next.at - Math.min(1, (next.at - world.now) / 2) : undefined;
}

/** Whether what has just happened, and the notes of it, are what was waited for. */
export function strikesAfter({ host, moment }: Strike, done: Scheduled, notes: readonly Note[], world: World): boolean {
  if (moment === 'saved')
    return notes.some(
      (note) =>
        note.kind === 'redis-command' &&
        note.argv[0]?.toUpperCase() === 'SET' &&
        note.refused === undefined &&
        note.connection.startsWith(`${host}/`),
    );
  if (moment !== 'arrived' || done.kind === 'timer' || done.body.type !== 'request') return false;
  const tomcat = world.hosts.get(host);
  const { chain } = done.body;
  return tomcat?.kind === 'tomcat' && [...tomcat.running.values()].some((request) => request.chain === chain);
}
