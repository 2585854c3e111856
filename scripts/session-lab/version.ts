import manifest from '../../package.json' with { type: 'json' };

/** The version of the project, and so of the engine that grades. */
export const { version } = manifest;
