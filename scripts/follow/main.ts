import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { startFollow } from './server.ts';

// Serves the built site with classes over the network, until it is stopped.

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}dist`;
const { HOST: host = '0.0.0.0', PORT: port = '4321', REDIS_URL: redisUrl, PUBLIC_URL: publicUrl } = process.env;

process.env.ASTRO_TELEMETRY_DISABLED = '1';
if (!existsSync(`${folder}/index.html`)) await build({ root });

/** Where other machines find this one, if nobody knows better. */
const addresses = (port: number): string[] =>
  publicUrl !== undefined
    ? [publicUrl.replace(/\/$/, '')]
    : Object.values(networkInterfaces())
        .flatMap((list) => list ?? [])
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => `http://${address}:${port}`);

const server = await startFollow({ folder, host, port: Number(port), redisUrl, addresses });
console.log(`Session Lab is at http://localhost:${server.port}/`);
for (const address of addresses(server.port)) console.log(`For others: ${address}/`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await server.stop();
    process.exit(0);
  });
