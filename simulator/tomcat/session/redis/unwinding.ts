import type { Throwable } from '../../java/value.ts';

/**
 * A Java exception on its way up the stack of the servlet, from wherever the session manager was called: the one
 * place where ours is unwound as Java's is. Caught where Tomcat's valves catch.
 */
export class JavaException {
  readonly thrown: Throwable;
  constructor(thrown: Throwable) {
    this.thrown = thrown;
  }
}

/** Unwinds the stack of a thread that must wait for Redis; it will be run again (`RedisThread`). */
export const WAITING: unique symbol = Symbol('waiting for Redis');
