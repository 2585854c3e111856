// What the client library knows of commands; ioredis-mock asks for it only where it is a cluster.
export const getKeyIndexes = (): number[] => [];
export const exists = (): boolean => true;
export const list: string[] = [];
