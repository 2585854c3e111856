import { describe, expect, test } from 'vitest';
import { exerciseOf, filesOf } from '../../../lessons/folders.ts';
import { linkFields, withFiles } from '../../../simulator/index.ts';
import { packed } from '../../../site/lab/share/pack.ts';
import { type Graded, typed } from './terminal.ts';

/** A link to an exercise with the files of one of its folders in the editor. */
async function permalink(id: string, variant: string): Promise<string> {
  const lab = withFiles((await exerciseOf(id)).lab, filesOf(id, 'start'));
  const files = filesOf(id, variant);
  return `https://course.example/en/${id}/#${await packed(linkFields({ base: id, lab, files }, lab))}`;
}

async function graded(id: string, ...links: string[]): Promise<Graded[]> {
  const { out } = await typed(['grade', id, ...links, '--format', 'json', '--jobs', '1']);
  return [JSON.parse(out)].flat();
}

describe('a link is graded as the folder that it tells', () => {
  test.each(['ip-hash', 'failover/transfer'])('%s', async (id) => {
    const links = await Promise.all(['start', 'solution'].map((variant) => permalink(id, variant)));
    expect((await graded(id, ...links)).map(({ status }) => status)).toEqual(['fail', 'pass']);
  });

  test('one to another lab, or with a broken part, is not gradable, and why is said', async () => {
    const link = await permalink('ip-hash', 'solution');
    const told = await graded('failover', link);
    expect(told).toMatchObject([{ status: 'not-gradable', diagnostics: [{ code: 'no-files' }] }]);
    const broken = await graded('ip-hash', `${link}&f=nginx/nginx.conf:%`);
    expect(broken).toMatchObject([{ status: 'not-gradable', diagnostics: [{ code: 'unreadable' }] }]);
  });
});
