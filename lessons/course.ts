/** Names a part of the course. Its title is in the site's texts, in both languages. */
export type PartId = 'one-server' | 'load-balancing' | 'shared-sessions' | 'in-operation';

/** A part of the course: what its lessons have in common. */
export interface Part {
  id: PartId;
  /** Folders of `lessons/`, in the order they are taken. */
  lessons: readonly string[];
}

export const course: readonly Part[] = [
  { id: 'one-server', lessons: ['one-tomcat', 'restart'] },
  { id: 'load-balancing', lessons: ['two-tomcats', 'ip-hash', 'failover'] },
  {
    id: 'shared-sessions',
    lessons: [
      'shared-store',
      'start-redis',
      'secure-redis',
      'wire-tomcat',
      'inside-redis',
      'serializable',
      'class-changes',
    ],
  },
  { id: 'in-operation', lessons: ['rolling-update', 'redis-down', 'races', 'capstone', 'to-production'] },
];
