import { basename } from 'node:path';

/** A program that reads files. */
export type Program = 'nginx' | 'redis' | 'tomcat' | 'java';

export const programs: readonly Program[] = ['nginx', 'redis', 'tomcat', 'java'];

/** How files are called that a program reads. */
const names: readonly [name: RegExp, program: Program][] = [
  [/\.java$/, 'java'],
  [/(?:context|server|web)\.xml$/, 'tomcat'],
  [/redis.*\.conf$/, 'redis'],
  [/nginx.*\.conf$/, 'nginx'],
];

/** Who reads a file of that name; `undefined`: the name does not tell. */
export const programOf = (path: string): Program | undefined => names.find(([name]) => name.test(basename(path)))?.[1];

/** What a program said of a file. */
export interface Said {
  accepted: boolean;
  /** Its own words, line by line. */
  lines: string[];
}

/** The versions of the programs that there are several of. */
export interface Versions {
  redis: '3.2.1' | '7.0.15';
  tomcat: '7.0.69' | '10.1.60';
}
