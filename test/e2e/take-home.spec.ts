import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { words as en } from '../../site/lab/texts/share/en.ts';
import { GUIDE_CONF, LabPage } from './lab-page.ts';
import { test } from './support.ts';

test('a lab is taken home with the files of now and the run so far', async ({ page }, info) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/en/two-tomcats/');
  const lab = new LabPage(page, 'en');
  await lab.ready();
  await lab.hurry();
  await lab.type(GUIDE_CONF);
  await lab.reload();
  await lab.press('A', 'login');
  await lab.sees('A', { kind: 'welcome', user: 'zhang', items: undefined });
  await lab.root.getByRole('toolbar').getByRole('button', { name: lab.t.tools.share }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en.home.make }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('session-lab-two-tomcats.zip');
  const path = info.outputPath('home.zip');
  await download.saveAs(path);
  const zip = unzipSync(readFileSync(path));
  const text = (name: string) => strFromU8(zip[`session-lab-two-tomcats/${name}`] ?? new Uint8Array());
  expect(Object.keys(zip).map((name) => name.replace('session-lab-two-tomcats/', ''))).toEqual(
    expect.arrayContaining([
      'README.en.md',
      'README.zh-CN.md',
      '.env',
      'compose.yaml',
      'lab.sh',
      'replay.sh',
      'machine/visits.sh',
      'nginx/nginx.conf',
      'tomcat1/conf/context.xml',
      'tomcat2/conf/server.xml',
      'tomcat/Dockerfile',
      'webapp-jakarta/src/demo/DemoServlet.java',
    ]),
  );
  expect(text('nginx/nginx.conf')).toBe(GUIDE_CONF);
  expect(text('replay.sh')).toMatch(
    /^\d+ +wait A .* GET \/login\?user=zhang 200 tomcat\d logged in user=zhang sid=\* new=true$/m,
  );
});
