import { describe, expect, test } from 'vitest';
import { guideLab, redisLab, visitors } from '../../../lessons/lab.ts';
import { type Lab, readLink } from '../../../simulator/index.ts';
import { fileText, linkIn } from '../../../site/lab/share/file.ts';
import { packed, unpacked } from '../../../site/lab/share/pack.ts';
import { linksOfV1 } from './links-of-v1.ts';

const labs: Record<string, Lab> = {
  small: guideLab([visitors.A, visitors.B], undefined, 'events {}\nhttp {}\n'),
  redis: redisLab([visitors.A]),
};

/** A link whatever its kind, as a page or a command reads it. */
async function read(fragment: string) {
  const { text, problems } = await unpacked(fragment);
  const answer = readLink(text, (id) => labs[id]);
  return { link: answer.link, problems: [...problems, ...answer.problems] };
}

describe('links of version 1 are read for ever', () => {
  test.each(Object.entries(linksOfV1))('%s', async (_, text) => expect((await read(text)).problems).toEqual([]));

  test('and mean what they meant', async () => {
    expect((await read(linksOfV1.files)).link?.files).toEqual({ tomcat1: { 'conf/context.xml': '<Context/>\n' } });
    expect((await read(linksOfV1.empty)).link).toEqual({ base: 'small', lab: labs['small'], files: {} });
    expect((await read(linksOfV1.run)).link?.run).toMatchObject({ end: 5000, at: 3600, hash: '1kp0d3b7qz' });
    expect((await read(linksOfV1.compressed)).link?.files['nginx']?.['nginx.conf']).toMatch(/^events \{\}\n# a long/);
    const { lab } = (await read(linksOfV1.topology)).link ?? {};
    expect(lab).toMatchObject({
      seed: 7,
      tomcats: [{ name: 'tomcat1' }, { name: 'tomcat3', version: '7.0.69', files: { 'conf/server.xml': '<Server/>' } }],
      redis: { version: '7.0.15', files: { 'redis.conf': 'port 6380\n' } },
      visitors: [{ name: 'A' }, { name: '丁', address: '2001:db8::1', cookies: false }],
      terminals: { count: 2, redis: 'built' },
      addresses: ['192.168.25.129'],
      localhost: ['::1', '127.0.0.1'],
    });
    expect(lab?.nginx.files).not.toHaveProperty('mime.types');
  });

  test('every kind of action among them', async () => {
    const { actions } = (await read(linksOfV1.everyAction)).link?.run ?? {};
    const did = actions?.map(({ at, action }) => `${at} ${action.kind}${'event' in action ? ` ${action.event}` : ''}`);
    expect(did).toEqual([
      '0 edit',
      '1 edit',
      '2 edit',
      '3 power reload',
      '4 power start',
      '5 power stop',
      '6 power hang',
      '7.5 power resume',
      '8 power quit',
      '9 join',
      '10 join',
      '11 visit',
      '12 move',
      '13 link cut',
      '14 link mend',
      '15 type',
      '16 interrupt',
      '17 open',
      '18 computed',
      '18 netem',
      '18 slow',
      '19 leave',
    ]);
  });
});

describe('long links are compressed', () => {
  const long = [
    { text: 'v=1', bulk: false },
    { text: `f=nginx/nginx.conf:${'server%20a;'.repeat(400)}`, bulk: true },
    { text: `a=${'V:A/whoami@5,'.repeat(100)}`, bulk: true },
    { text: 'end=5', bulk: false },
  ];

  test('to a part, with what is short still to be read', async () => {
    const text = await packed(long);
    expect(text).toMatch(/^v=1&z=[\w-]+&end=5$/);
    expect(text.length).toBeLessThan(300);
    expect(await unpacked(text)).toEqual({
      text: `v=1&${long[1]?.text}&${long[2]?.text}&end=5`,
      problems: [],
    });
  });

  test('a small text that grows without end is given up', async () => {
    const bomb = await packed([{ text: `f=${'0'.repeat(4_000_000)}`, bulk: true }]);
    expect(bomb.length).toBeLessThan(500_000);
    expect(await unpacked(`v=1&${bomb}`)).toEqual({
      text: 'v=1',
      problems: [{ code: 'too-long', token: bomb, at: 4 }],
    });
  });

  test.each(['', '!', 'AAAA', 'S7PN'])('damaged: %j', async (z) => {
    const { text, problems } = await unpacked(`v=1&z=${z}&lab=small`);
    expect(text).toBe('v=1&lab=small');
    expect(problems.map(({ code }) => code)).toEqual(['bad-packing']);
  });

  test('as a file, a part a line', async () => {
    expect(await linkIn(new Blob([fileText(['v=1', 'lab=small'])]))).toBe('v=1&lab=small');
    for (const text of ['', '{}', '[]', 'null', '{"session-lab":[1]}', '{"session-lab":"v=1"}'])
      expect(await linkIn(new Blob([text]))).toBeUndefined();
  });
});
