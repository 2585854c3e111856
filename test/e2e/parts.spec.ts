import { expect } from '@playwright/test';
import type { PartId } from '../../lessons/course.ts';
import type { ExercisePanelWords } from '../../site/lab/texts/exercise/words.ts';
import type { Locale } from '../../site/locale.ts';
import { LabPage } from './lab-page.ts';
import { complaintsOf, test } from './support.ts';

// Somebody who knows nothing of the solution works on an exercise of each part: guesses, fails, reads why, sees it
// happen, takes the hints, passes; and finds it all again the next day.

const lessons: { part: PartId; lesson: string; guess: (words: ExercisePanelWords['predict']) => string }[] = [
  { part: 'one-server', lesson: 'one-tomcat', guess: ({ answers }) => answers.kept },
  { part: 'load-balancing', lesson: 'ip-hash', guess: () => 'tomcat2' },
  { part: 'shared-sessions', lesson: 'wire-tomcat', guess: ({ answers }) => answers.kept },
  { part: 'in-operation', lesson: 'redis-down', guess: () => '200' },
];

for (const { part, lesson, guess } of lessons)
  for (const locale of ['en', 'zh-cn'] satisfies Locale[])
    test(`${part}: from the first guess to the last goal, and found again (${locale})`, async ({ page }) => {
      const complaints = complaintsOf(page);
      await page.goto(`/${locale}/${lesson}/`);
      const lab = new LabPage(page, locale);
      await lab.ready();
      await lab.root.hover();
      const { words } = lab;

      const asked = await lab.predict();
      await asked.getByRole('button', { name: guess(words.predict), exact: true }).click();
      await expect(asked.getByRole('status')).toContainText(guess(words.predict));
      await lab.leaveScene();
      const remembered = lab.goals.getByText(words.predict.before(guess(words.predict), '').slice(0, 10));
      await expect(remembered.first()).toBeVisible();

      await lab.check();
      await expect(lab.goals.locator('.failed p').first()).not.toBeEmpty();
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
      await expect(remembered.first()).toBeVisible();
      await lab.check();
      await lab.passes();
      expect(complaints).toEqual([]);
    });
