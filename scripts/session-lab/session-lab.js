#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The program is TypeScript, which only a newer Node runs as it stands. Started with another one (npx puts the
// project's own first, a shell may not), it hands over to the Node that the project has installed.

const OLDEST_MAJOR = 24;
const own = fileURLToPath(
  new URL(`../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
);

if (Number.parseInt(process.versions.node, 10) >= OLDEST_MAJOR) await import('./main.ts');
else if (existsSync(own)) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const { status, error } = spawnSync(own, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 3;
} else {
  console.error(
    `session-lab needs Node ${OLDEST_MAJOR} or newer; this is ${process.version}, and ${own} is not there.\n` +
      'Run "npm ci" in the project first: it brings one.',
  );
  process.exitCode = 3;
}
