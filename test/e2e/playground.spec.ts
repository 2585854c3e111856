import { expect, type Locator, type Page } from '@playwright/test';
import { words as en } from '../../site/playground/texts/en.ts';
import { words as zhCn } from '../../site/playground/texts/zh-cn.ts';
import { text } from '../../site/text/text.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

const CONF = `events {
}

http {
    gzip on;

    upstream app {
        server app1:8080;
        server app2:8080;
    }

    server {
        listen 80;

        location / {
            proxy_pass http://app;
        }
    }
}
`;

/** Opens one of the bench's panels. */
async function panel(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: title }).click();
  return page.getByRole('region', { name: title, exact: true });
}

test('three Tomcats and Redis are built; an nginx.conf is pasted, told apart line by line, and the servers it names are made', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.goto('/en/');
  await page.getByRole('link', { name: text.en.playground.open }).click();
  const { panels, undo } = text.en.playground;
  const lab = new LabPage(page, 'en');
  await lab.ready();

  const machines = await panel(page, panels.machines.title);
  await machines.getByRole('slider', { name: en.machines.tomcats }).fill('3');
  await machines.getByRole('radio', { name: '3.2.1' }).check();
  await expect(machines).toContainText(en.machines.redisLater);
  await machines.getByRole('button', { name: en.machines.build }).click();
  await expect(lab.server('tomcat3')).toContainText(lab.t.tomcat.states['running'] ?? '?');
  await expect(lab.root.locator('[data-host="redis"]')).toBeVisible();

  await page.getByRole('button', { name: undo }).click();
  await expect(lab.server('tomcat3')).toHaveCount(0);
  await expect(lab.server('tomcat2')).toBeVisible();

  const files = await panel(page, panels.files.title);
  await files.getByRole('textbox', { name: en.files.paste }).fill(CONF);
  await files.getByRole('button', { name: en.files.put }).click();
  const fates = files.getByRole('region', { name: en.fates.title('nginx.conf') });
  await expect(fates).toContainText(en.fates.withoutEffect(1));
  await expect(fates.getByRole('button', { name: /gzip/ })).toContainText(en.fates.line(5));
  await expect(fates).toContainText('host not found in upstream "app1:8080"');
  const strangers = files.getByRole('region', { name: en.hosts.title });
  await expect(strangers).toContainText(en.hosts.unknown('app2:8080'));
  expect(await violationsOf(page)).toEqual([]);

  await strangers.getByRole('button', { name: en.hosts.make }).click();
  await expect(lab.server('tomcat2')).toContainText(':8080');
  await lab.hurry();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });

  await page.reload();
  await expect(lab.light).toHaveValue(CONF);
  expect(complaints).toEqual([]);
});

test('on a phone: a preset and a weird thing, in Chinese', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/zh-cn/playground/');
  const { panels } = text['zh-cn'].playground;
  const lab = new LabPage(page, 'zh-cn');
  await lab.ready();

  const presets = await panel(page, panels.presets.title);
  const { title } = zhCn.presets['least-conn'];
  expect(await overflowOf(page)).toBe(0);
  await presets.getByRole('button', { name: zhCn.preset.begin(title) }).click();
  await expect(lab.server('tomcat3')).toContainText(lab.t.tomcat.states['running'] ?? '?');

  const experiments = await panel(page, panels.experiments.title);
  const weird = zhCn.experiments['failed-reload'];
  expect(await overflowOf(page)).toBe(0);
  await experiments.getByRole('button', { name: weird.title }).click();
  await expect(page.getByRole('region', { name: weird.title })).toContainText(weird.look);
  await expect(lab.server('nginx')).toContainText('[emerg] unknown directive "proxy_pas"');
  await expect(lab.visitor('A').locator('.status')).toHaveText('200');
  expect(await overflowOf(page)).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
