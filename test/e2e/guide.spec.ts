import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { GUIDE_CONF, LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

// The guide, from an empty machine and top to bottom: its commands typed, its snippets pasted, in both languages.

const solution = (path: string) =>
  readFileSync(new URL(`../../lessons/capstone/solution/${path}`, import.meta.url), 'utf8');
const prompt = '$ ';

for (const locale of ['en', 'zh-cn'] as const) {
  test(`the guide from an empty machine, top to bottom: ${locale}`, async ({ page }) => {
    test.setTimeout(240_000);
    const complaints = complaintsOf(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/${locale}/capstone/`);
    const lab = new LabPage(page, locale);
    await lab.ready();
    await lab.hurry();

    // 1. Install Redis, as the guide types it.
    const window = terminal(page);
    for (const line of [
      'wget http://download.redis.io/releases/redis-3.2.1.tar.gz',
      'tar xzf redis-3.2.1.tar.gz',
      'cd redis-3.2.1',
      'make',
    ])
      await window.type(prompt + line);
    await expect(window.log).toContainText("Hint: It's a good idea to run 'make test' ;)", { timeout: 60_000 });

    // 2. Configure and start it.
    await write(lab, 'redis', 'redis.conf', solution('redis/redis.conf'));
    await window.type('./src/redis-server ./redis.conf');
    await window.type('./src/redis-cli -a 123456 ping');
    await expect(window.log).toContainText('PONG');

    // 3. Jars, Valve and Manager.
    for (const name of ['tomcat1', 'tomcat2']) {
      await window.type(`cp ~/Downloads/*.jar /opt/${name}/lib/`);
      await write(lab, name, 'conf/context.xml', solution(`${name}/conf/context.xml`));
      await lab.server(name).getByRole('button', { name: lab.t.tomcat.stop, exact: true }).click();
      await expect(lab.server(name)).toContainText(lab.t.tomcat.states['stopped'] ?? '');
      await lab.server(name).getByRole('button', { name: lab.t.tomcat.start, exact: true }).click();
      await expect(lab.server(name)).toContainText(lab.t.tomcat.states['running'] ?? '');
    }
    await write(lab, 'nginx', 'nginx.conf', GUIDE_CONF);
    await lab.reload();

    // Log in; the session is in Redis, on its card, in the key browser and in redis-cli.
    await lab.press('A', 'login');
    await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
    await window.type('./src/redis-cli -a 123456 keys "*"');
    const [, id = ''] =
      (await lab.visitor('A').locator('.jar .tag').getAttribute('title'))?.match(/([0-9A-F]{32})/) ?? [];
    expect(id).not.toBe('');
    await expect(window.log).toContainText(id);
    const keys = await lab.pane('keys');
    await keys.getByRole('button', { name: id }).click();
    await expect(keys).toContainText('"zhang"');

    // 4. kill -9 the Tomcat that serves: still logged in on the other.
    await lab.server('tomcat1').getByRole('button', { name: lab.t.tomcat.kill }).click();
    await lab.press('A', 'who');
    await lab.sees('A', { kind: 'known', user: 'zhang', items: undefined });

    // An object that is not Serializable: 200, and gone.
    const address = lab.visitor('A').getByRole('textbox', { name: lab.t.shop.address('A') });
    for (const path of ['/put?class=Plain&k=note', '/attrs']) {
      await address.fill(path);
      await address.press('Enter');
      await expect(lab.visitor('A').locator('.window .status')).toHaveText('200');
    }
    await expect(lab.visitor('A').locator('.window .raw')).toContainText('user=zhang');
    await expect(lab.visitor('A').locator('.window .raw')).not.toContainText('note');

    expect(await overflowOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

function terminal(page: Page) {
  const root = page.locator('.terminals');
  return {
    log: root.getByRole('log'),
    async type(line: string) {
      const input = root.locator('input');
      await input.fill(line);
      await input.press('Enter');
    },
  };
}

/** Opens a file's tab and puts a text into it, as pasting it would. */
async function write(lab: LabPage, host: string, file: string, text: string): Promise<void> {
  const tab = host === 'nginx' || host === 'redis' ? file : `${host}: ${file.replace('conf/', '')}`;
  const files = lab.root.locator('.files');
  await files.getByRole('tab', { name: tab }).click();
  const editor = files.getByRole('textbox', { name: lab.editorTexts.label(file), exact: true });
  await editor.focus();
  await expect(files.locator('[data-editor="full"]')).toBeVisible({ timeout: 30_000 });
  await editor.focus();
  await lab.page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await lab.page.keyboard.press('ControlOrMeta+a');
  await lab.page.keyboard.press('ControlOrMeta+v');
  await expect(lab.fate).not.toHaveText(lab.t.files.inUse);
}
