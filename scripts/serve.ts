import { fileURLToPath } from 'node:url';
import { preview } from 'astro';

/**
 * Serves what `npm run build` wrote. Asks for `$PORT` (4321 when unset) and takes the next free port where that one
 * is taken.
 */
export async function serve(): Promise<{ address: string; stop(): Promise<void> }> {
  const { port, urls, stop } = await preview({
    root: fileURLToPath(new URL('..', import.meta.url)),
    server: { host: '127.0.0.1', port: Number(process.env.PORT ?? 4321) },
    logLevel: 'warn',
  });
  const base = new URL(urls?.local[0] ?? '/', 'http://localhost').pathname;
  return { address: `http://localhost:${port}${base}`, stop };
}

if (import.meta.main) console.log((await serve()).address);
