import { expect } from '@playwright/test';
import { filesOf } from '../../lessons/folders.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, test } from './support.ts';

const ITEM = 'webapps/ROOT/WEB-INF/classes/demo/Item.java';

test('a class is repaired on both Tomcats; the compiler is fetched by whoever uses the lab, and by nobody else', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/en/serializable/', { waitUntil: 'networkidle' });
  const lab = new LabPage(page, 'en');
  await lab.ready();
  expect(fetched.filter((url) => /class-files/.test(url))).toEqual([]);

  await lab.hurry();
  await lab.press('A', 'login');
  const address = lab.visitor('A').getByRole('textbox', { name: lab.t.shop.address('A') });
  const open = async (path: string) => {
    await address.fill(path);
    await address.press('Enter');
  };
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  await open('/put?class=Cart&k=cart');
  await expect(lab.visitor('A')).toContainText('put cart=Cart[book:20]');
  await open('/attrs');
  await expect(lab.visitor('A')).toContainText('attrs={user=zhang}');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    filesOf('serializable', 'solution')['tomcat1']?.[ITEM] ?? '',
  );
  for (const host of ['tomcat1', 'tomcat2']) {
    await lab.root.getByRole('tab', { name: `${host}: demo/Item.java` }).click();
    await lab.root.getByRole('textbox', { name: lab.editorTexts.label(ITEM), exact: true }).focus();
    await expect(lab.root.locator('[data-editor="full"]')).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(lab.root.locator('[data-editor="full"]')).toContainText('serialVersionUID');
    await expect(lab.fate).toHaveText(lab.t.files.savedNotRestarted(host));
    await lab.server(host).getByRole('button', { name: lab.t.tomcat.kill }).click();
    await lab.server(host).getByRole('button', { name: lab.t.tomcat.start }).click();
    await expect(lab.fate).toHaveText(lab.t.files.inUse);
  }
  await open('/put?class=Cart&k=cart');
  await expect(lab.visitor('A')).toContainText('put cart=Cart[book:20]');
  await open('/attrs');
  await expect(lab.visitor('A')).toContainText('attrs={cart=Cart[book:20], user=zhang}');
  await lab.check();
  await lab.passes();
  expect(fetched.some((url) => /class-files/.test(url))).toBe(true);
  expect(complaints).toEqual([]);
});
