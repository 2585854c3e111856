import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './scripts/browser.ts';

// Every worker reads this file again; what the first reading found is handed on in the environment.
process.env.CHROMIUM_PATH ??= await findBrowser();
process.env.E2E_PORT ??= String(await freePort());
const port = process.env.E2E_PORT;

/** The built site in a real browser: run `npm run build` first. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: browserArguments },
    screenshot: 'only-on-failure',
    // What a page fetches for later would be in the way of everything else that is tested here.
    serviceWorkers: 'block',
  },
  webServer: {
    command: 'node scripts/serve.ts',
    env: { PORT: port },
    url: `http://localhost:${port}/`,
    timeout: 60_000,
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
