/** An address given as text is a host. */
export const parseURL = (url: unknown): unknown => (typeof url === 'string' ? { host: url } : url);
