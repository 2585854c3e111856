/** No more than this is carried: a class is served, a flood is not. */
export const limits = {
  /** At a time, on one server. */
  rooms: 50,
  /** In one room, on one server. */
  followers: 300,
  /** Of one message, in bytes; a reconnecting presenter sends all of his class at once. */
  message: 16 * 1024 * 1024,
  /** Of what somebody says before he is let in, in bytes. */
  unknown: 1024 * 1024,
  /** Of a message that is no part of the log, in characters. */
  word: 4096,
  /** Of what a presenter writes into a room as long as it is open, in bytes. */
  written: 48 * 1024 * 1024,
  /** Messages a second: of who presents, and of who follows, who has next to nothing to say. */
  presenterRate: 200,
  followerRate: 20,
  /** Rooms opened a second, on one server. */
  openings: 5,
} as const;
