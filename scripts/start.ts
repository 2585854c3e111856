import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { serve } from './serve.ts';

// Builds the site, then serves it until it is stopped.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await build({ root: fileURLToPath(new URL('..', import.meta.url)) });
const { address } = await serve();
console.log(`\nSession Lab is at ${address} (Ctrl+C stops it)`);
