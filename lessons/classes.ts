/** A class of so many minutes, made from beats of several lessons, in the order in which they are taken. */
export interface ClassPlan {
  minutes: number;
  parts: readonly ClassPart[];
}

export interface ClassPart {
  lesson: string;
  /** Ids of its beats. Those before them are played unseen, so that the world is as it should be. */
  beats: readonly string[];
}

/** For who has one period: how logins get lost, and how they do not. */
export const onePeriod: ClassPlan = {
  minutes: 45,
  parts: [
    { lesson: 'two-tomcats', beats: ['repair', 'four-pages'] },
    { lesson: 'ip-hash', beats: ['flicker', 'addresses', 'other-order'] },
    { lesson: 'failover', beats: ['bound', 'kill', 'next-page', 'alarm', 'comeback', 'probe'] },
    { lesson: 'wire-tomcat', beats: ['jars', 'kill'] },
    { lesson: 'races', beats: ['twice'] },
  ],
};

/** For who has two: the same from the cookie on, with time to work, and with what Redis does not solve. */
export const twoPeriods: ClassPlan = {
  minutes: 90,
  parts: [
    { lesson: 'one-tomcat', beats: ['login', 'silence', 'cookie'] },
    { lesson: 'two-tomcats', beats: ['gateway', 'paste', 'repair', 'four-pages'] },
    { lesson: 'ip-hash', beats: ['addresses', 'other-order', 'phone'] },
    { lesson: 'failover', beats: ['bound', 'kill', 'next-page', 'alarm', 'comeback', 'probe', 'exercise'] },
    { lesson: 'wire-tomcat', beats: ['flicker', 'paste', 'jars', 'kill', 'exercise'] },
    { lesson: 'redis-down', beats: ['green', 'three-pages'] },
    { lesson: 'races', beats: ['one', 'twice'] },
  ],
};
