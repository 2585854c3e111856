#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// In the npm package the program is JavaScript, which any Node from 20 up runs. In the project it is TypeScript, which
// only a newer Node runs as it stands: started with another one (npx puts the project's own first, a shell may not), it
// hands over to the Node that the project has installed.

const OLDEST_MAJOR = 24;
const main = new URL('./main.ts', import.meta.url);
const own = fileURLToPath(
  new URL(`../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
);

if (!existsSync(main)) await import('../../lib/scripts/session-lab/main.js');
else if (Number.parseInt(process.versions.node, 10) >= OLDEST_MAJOR) await import(main.href);
else if (existsSync(own)) {
  const { status, error } = spawnSync(own, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 3;
} else {
  console.error(
    `session-lab needs Node ${OLDEST_MAJOR} or newer; this is ${process.version}, and ${own} is not there.\n` +
      'Run "npm ci" in the project first: it brings one.',
  );
  process.exitCode = 3;
}
