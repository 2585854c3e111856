import { expect } from '@playwright/test';
import { LabPage } from './lab-page.ts';
import { complaintsOf, overflowOf, test, violationsOf } from './support.ts';

test('an exercise: predicts, fails, sees the run that fails, takes hints, passes, and is remembered', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  await page.goto('/en/failover/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  const { words } = lab;

  const asked = await lab.predict();
  expect(await violationsOf(page)).toEqual([]);
  await asked.getByRole('button', { name: '502', exact: true }).click();
  await expect(asked.getByRole('status')).toHaveText(words.predict.other('502', '200'));
  await expect(lab.root.locator('.guess .chip.said')).toContainText('502');
  await lab.leaveScene();
  await expect(lab.goals).toContainText(words.predict.before('502', '200'));

  await lab.check();
  const failed = lab.goals.locator('.failed').filter({ hasText: 'tomcat1' }).first();
  await expect(failed).toContainText('went back to tomcat1');
  const scene = await lab.showRun();
  await expect(scene).toContainText(words.scene.next);
  const deciding = lab.root.locator('.files [data-editor]');
  await expect(deciding).toBeVisible();
  await scene.getByRole('button', { name: words.scene.step, exact: true }).click();
  await expect(scene).toContainText(words.scene.happened);
  await lab.leaveScene();

  await lab.hint(0);
  await lab.hint(1);
  await lab.hint(2);
  await expect(lab.goals.locator('ins').first()).toContainText('fail_timeout');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.goals.getByRole('button', { name: words.report.button, exact: true }).click();
  await expect(lab.goals).toContainText(words.report.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /went back to tomcat1[\s\S]*\/en\/failover\/#/,
  );
  await lab.showSolution();
  await lab.goals.getByRole('button', { name: words.solution.put, exact: true }).click();
  await lab.goals.getByRole('button', { name: words.solution.takeBack, exact: true }).click();
  await lab.goals.getByRole('button', { name: words.solution.put, exact: true }).click();
  await expect(lab.goals).toContainText(words.old);
  await lab.reload();
  await lab.check();
  await lab.passes();
  await expect(lab.goals.getByRole('link', { name: words.notice })).toBeVisible();

  await page.reload();
  await lab.ready();
  await lab.near();
  await expect(lab.goals).toContainText(words.predict.before('502', '200'));
  await lab.check();
  await lab.passes();
  expect(complaints).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('a Tomcat is tapped in the picture, a slip of the pen is told at once, and the failing run opens', async ({
    page,
  }) => {
    await page.goto('/zh-cn/ip-hash/');
    const lab = new LabPage(page, 'zh-cn');
    await lab.ready();
    const { words } = lab;

    const asked = await lab.predict();
    await lab.root.getByRole('button', { name: words.predict.here('tomcat2') }).tap();
    await expect(asked.getByRole('status')).toHaveText(words.predict.other('tomcat2', 'tomcat1'));
    await expect(lab.root.locator('.guess line.said')).toBeAttached();
    expect(await overflowOf(page)).toBe(0);
    await lab.leaveScene();

    await lab.check();
    await lab.hint(0);
    expect(await violationsOf(page)).toEqual([]);
    await lab.showRun();
    expect(await overflowOf(page)).toBe(0);
    await lab.leaveScene();

    await lab.light.fill('events {\n}\nhttp {\n    upstrem backserver {\n    }\n}\n');
    await expect(lab.goals).toContainText('unknown directive "upstrem"');
    await lab.reload();
    await expect(lab.goals.locator('.failed').first()).toContainText('upstrem');
  });
});
