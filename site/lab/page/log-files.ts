import type { WorldView } from '../protocol.ts';

/** Every log there is, by `host/file`, even while it is empty; `logs` holds the lines of those that are not. */
export const logFilesOf = (world: WorldView, logs: Readonly<Record<string, unknown>>): string[] => [
  ...new Set([
    'nginx/access.log',
    'nginx/error.log',
    ...world.tomcats.map(({ name }) => `${name}/catalina.out`),
    ...Object.keys(logs).filter((file) => file !== 'nginx/terminal'),
  ]),
];
