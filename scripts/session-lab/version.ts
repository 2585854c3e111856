import { createRequire } from 'node:module';

const manifest: { version: string } = createRequire(import.meta.url)('session-lab/package.json');

/** The version of the project, and so of the engine that grades. */
export const { version } = manifest;
