/** The Redis of the guide, and today's: server and redis-cli alike. */
export type Version = '3.2.1' | '7.0.15';
