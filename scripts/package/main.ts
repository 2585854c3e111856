import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Order, orderFrom, usage } from './order.ts';
import { packed, zipped } from './pack.ts';

// `npm run package -- --exercise X --format F`: one exercise as a package for a learning platform.

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = join(root, 'dist');

const order = process.argv.includes('--help') ? usage : orderFrom(process.argv.slice(2));
if (order === usage) console.log(usage);
else if (typeof order === 'string') {
  console.error(`${order}\n\n${usage}`);
  process.exitCode = 2;
} else await make(order);

async function make(order: Order): Promise<void> {
  if (!existsSync(join(site, order.locale, 'lms', order.format, 'index.html'))) {
    console.error('There is no built site yet: building it, which takes a minute or two …');
    const { build } = await import('astro');
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    await build({ root, logLevel: 'warn' });
  }
  console.error(`Packing ${order.exercise} (${order.locale}) as ${order.format} …`);
  const files = await packed(order, site);
  const zip = zipped(files);
  const out = resolve(order.out);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, zip);
  console.error(`${Object.keys(files).length} files, ${(zip.length / 1e6).toFixed(1)} MB, passes at ${order.mastery}.`);
  console.log(out);
}
