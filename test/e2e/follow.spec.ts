import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, type Locator } from '@playwright/test';
import beats from '../../lessons/failover/beats-texts.ts';
import { en } from '../../site/lab/texts/en.ts';
import { words } from '../../site/present/texts/en.ts';
import { overflowOf, test, violationsOf } from './support.ts';

// A class over the network, as `npm run follow` serves it.

const running: ChildProcess[] = [];
test.afterEach(() => {
  for (const one of running.splice(0)) one.kill('SIGKILL');
});

/** Starts the server and waits until it says that it is there. */
async function follow(port: number): Promise<ChildProcess> {
  const address = `http://localhost:${port}`;
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: address };
  const server = spawn(process.execPath, ['scripts/follow/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(server);
  for await (const text of server.stdout) if (String(text).includes(address)) break;
  return server;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Runs the beat to its end and begins the next one. */
async function leadOn(conduct: Locator, next: number): Promise<void> {
  const go = conduct.locator('.go');
  await go.click();
  await expect(conduct).not.toContainText(words.desk.phase.before);
  await go.click();
  await expect(conduct).toContainText(words.desk.beat(next, Object.keys(beats.en).length));
}

test('two browsers follow each other, through a crash of the server; one steps out and comes back', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const port = await freePort();
  const server = await follow(port);
  const presenter = await browser.newContext();
  const learner = await browser.newContext({ viewport: { width: 390, height: 844 } });

  const desk = await presenter.newPage();
  await desk.goto(`http://localhost:${port}/en/present/failover/`);
  const share = desk.getByRole('region', { name: words.network.title, exact: true });
  await share.getByRole('button', { name: words.network.open, exact: true }).click();
  await expect(share).toHaveAttribute('data-line', 'connected');
  const address = (await share.getByRole('link').getAttribute('href')) ?? '';
  expect(address).toMatch(new RegExp(`^http://localhost:${port}/en/present/failover/stage/#follow=[\\w-]{16}$`));
  const conduct = desk.getByRole('region', { name: words.desk.conduct, exact: true });

  const stage = await learner.newPage();
  await stage.goto(address);
  const line = stage.locator('.line');
  const standing = stage.locator('.standing');
  const title = stage.getByRole('heading', { level: 1 });
  await expect(line).toHaveAttribute('data-line', 'connected');
  await expect(standing).toHaveAttribute('data-following', 'in-step');
  await expect(title).toContainText(beats.en.bound.title);
  await expect(share.getByRole('status')).toHaveText(words.network.followers(1));

  // The beat runs, the next one begins, and a server is stopped that no beat speaks of.
  await leadOn(conduct, 2);
  await expect(title).toContainText(beats.en.kill.title);
  const server2 = (page: typeof desk) => page.getByRole('article', { name: 'tomcat2', exact: true });
  await server2(desk).getByRole('button', { name: 'kill -9' }).click();
  const killed = en.tomcat.states.crashed ?? '';
  await expect(server2(stage).locator('.state')).toHaveText(killed);
  await expect(standing).toHaveAttribute('data-following', 'in-step');

  // The server is killed. The class goes on at the desk; who follows sees that the line is cut.
  server.kill('SIGKILL');
  await expect(line).toHaveAttribute('data-line', 'lost');
  await expect(line.getByRole('status')).toContainText(words.network.follower.lost);
  await expect(share).toHaveAttribute('data-line', 'lost');
  await leadOn(conduct, 3);
  await expect(title).toContainText(beats.en.kill.title);

  // It comes back, and knows nothing. Both ends bring along what they have.
  await follow(port);
  await expect(line).toHaveAttribute('data-line', 'connected', { timeout: 60_000 });
  await expect(title).toContainText(beats.en['next-page'].title);
  await expect(standing).toHaveAttribute('data-following', 'in-step');
  await expect(server2(stage).locator('.state')).toHaveText(killed);
  expect(await violationsOf(stage)).toEqual([]);
  expect(await overflowOf(stage)).toBe(0);

  // A lab of one's own, in a tab of its own; the class has gone on meanwhile.
  const [own] = await Promise.all([
    learner.waitForEvent('page'),
    line.getByRole('button', { name: words.network.stepOut, exact: true }).click(),
  ]);
  await expect(own).toHaveURL(/\/en\/failover\/#/);
  await expect(server2(own).locator('.state')).toHaveText(killed);
  await leadOn(conduct, 4);
  await stage.bringToFront();
  await expect(title).toContainText(beats.en.alarm.title);
  await expect(standing).toHaveAttribute('data-following', 'in-step');

  await share.getByRole('button', { name: words.network.end, exact: true }).click();
  await expect(share).toHaveAttribute('data-line', 'none');
  await Promise.all([presenter.close(), learner.close()]);
});

test('where the server carries no classes, nobody is offered one', async ({ page }) => {
  await page.goto('/en/present/failover/');
  await expect(page.getByRole('region', { name: words.desk.conduct, exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: words.network.title, exact: true })).toHaveCount(0);
});
