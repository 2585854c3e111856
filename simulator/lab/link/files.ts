import type { Lab } from '../lab.ts';
import type { LinkedFiles } from './link.ts';

/** The files of a lab by host; the tables are copies. */
export const filesOf = ({ nginx, tomcats, redis }: Lab): LinkedFiles =>
  Object.fromEntries([
    ['nginx', { ...nginx.files }],
    ...tomcats.map(({ name, files }) => [name, { ...files }]),
    ...(redis ? [['redis', { ...redis.files }]] : []),
  ]);

/** The lab with these files and no others. */
export const withFilesOf = (lab: Lab, all: LinkedFiles): Lab => ({
  ...lab,
  nginx: { files: all['nginx'] ?? {} },
  tomcats: lab.tomcats.map((tomcat) => ({ ...tomcat, files: all[tomcat.name] ?? {} })),
  ...(lab.redis ? { redis: { ...lab.redis, files: all['redis'] ?? {} } } : {}),
});
