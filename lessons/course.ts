/** A part of the course: what its lessons have in common. Titles live with the lessons and the site's texts. */
export interface Part {
  id: string;
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
      'capstone',
    ],
  },
];
