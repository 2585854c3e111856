import { expect, test } from '@playwright/test';
import type { Locale } from '../../site/locale.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf } from './support.ts';

// Somebody who knows nothing of the solution works on an exercise of each part: guesses, fails, reads why, sees it
// happen, takes the hints, passes; and finds it all again the next day.

const lessons = {
  'one-server': 'one-tomcat',
  'load-balancing': 'ip-hash',
  'shared-sessions': 'wire-tomcat',
  'in-operation': 'redis-down',
};

for (const [part, lesson] of Object.entries(lessons))
  for (const locale of ['en', 'zh-cn'] satisfies Locale[])
    test(`${part}: from the first guess to the last goal, and found again (${locale})`, async ({ page }) => {
      const complaints = complaintsOf(page);
      await page.goto(`/${locale}/${lesson}/`);
      const lab = new LabPage(page, locale);
      await lab.ready();
      const { words } = lab;

      const asked = await lab.predict();
      await asked.getByRole('button').first().click();
      await expect(asked.getByRole('status')).not.toBeEmpty();
      const told = await asked.getByRole('status').innerText();
      await lab.leaveScene();

      await lab.check();
      await expect(lab.goals.locator('.failed .told').first()).not.toBeEmpty();
      await expect(await lab.showRun()).toContainText(words.scene.next);
      await lab.leaveScene();

      for (const step of [0, 1, 2] as const) await lab.hint(step);
      await expect(lab.goals.locator('ins').first()).toBeVisible();
      await lab.showSolution();
      await lab.goals.getByRole('button', { name: words.solution.put, exact: true }).click();
      await lab.check();
      await lab.passes();

      await page.reload();
      await lab.ready();
      await lab.root.hover();
      expect(told).not.toBe('');
      await lab.check();
      await lab.passes();
      expect(complaints).toEqual([]);
    });
