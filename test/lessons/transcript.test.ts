// A run, its transcript in both languages and its space-time diagram must say the same. What happened is read from the
// run's notes as the checks of lessons read them; from the transcript, by reading its sentences; from the diagram, by
// following its messages.
import { describe, expect, test } from 'vitest';
import { exerciseOf, filesOf } from '../../lessons/folders.ts';
import { BOOTED_AT, compiled, type Recording, visitsOf, withFiles } from '../../simulator/index.ts';
import { spaceTimeOf } from '../../site/lab/engine/space-time.ts';
import { transcriptOf } from '../../site/lab/engine/transcript.ts';
import { shortId } from '../../site/lab/page/shapes.ts';
import { plainText } from '../../site/lab/page/transcript.ts';
import type { SpaceTime } from '../../site/lab/space-time.ts';
import { en } from '../../site/lab/texts/en.ts';
import { loadSentences, type Texts } from '../../site/lab/texts/texts.ts';
import { zhCn } from '../../site/lab/texts/zh-cn.ts';
import type { TranscriptFilter } from '../../site/lab/transcript.ts';
import { playedCheck } from '../support/played.ts';

await Promise.all([en, zhCn].map(loadSentences));

/** What became of one request. */
interface Fact {
  chain: string;
  visitor: string;
  status: number;
  /** The Tomcat whose page it was. */
  server: string | undefined;
  login: string | undefined;
}

interface Facts {
  requests: Fact[];
  /** `tomcat1 965A`: who created which session. */
  created: string[];
  /** `tomcat1 4.0`: who was killed, and when (s). */
  killed: string[];
}

async function run(lesson: string, variant: string): Promise<Recording> {
  const exercise = await exerciseOf(lesson);
  const lab = await compiled(withFiles({ ...exercise.lab, ...exercise.graded }, filesOf(lesson, variant)));
  return playedCheck(exercise, lab);
}

const seconds = (at: number) => ((at - BOOTED_AT) / 1000).toFixed(1);

function factsOfNotes(recording: Recording): Facts {
  const notes = recording.notes.slice();
  return {
    requests: visitsOf(notes).map(({ chain, visitor, status, server, login }) => ({
      chain,
      visitor,
      status,
      server,
      login,
    })),
    created: notes.flatMap((note) => (note.kind === 'session-created' ? `${note.host} ${shortId(note.id)}` : [])),
    killed: notes.flatMap((note) =>
      note.kind === 'power' && note.event === 'crash' ? `${note.host} ${seconds(note.at)}` : [],
    ),
  };
}

/** How each language says what counts: names and numbers are what is found. */
const says = {
  en: {
    served: /^(\S+) answers \S+ with \d+\.$/,
    page: /^nginx answers \d+ with the page of /,
    got: /^(\S+) gets (\d+) for /,
    created: /^(\S+) creates session …(\w+) in /,
    killed: /kills (\S+) with kill -9/,
    logins: {
      'logged-in': / is now logged in as /,
      'login-kept': /^The page knows /,
      'login-lost': / does not know him: /,
      'logged-out': / logs out\.$/,
    },
  },
  'zh-cn': {
    served: /^(\S+) 处理 \S+，回应 \d+。$/,
    page: /^nginx 回应 \d+，页面来自 /,
    got: /^(\S+) 请求 \S+ 得到 (\d+)，/,
    created: /^(\S+) 在(?: Redis 里|内存里)新建 session …(\w+)/,
    killed: /对 (\S+) 执行 kill -9/,
    logins: {
      'logged-in': / 登录成功，/,
      'login-kept': /^页面认得 /,
      'login-lost': /登录丢了/,
      'logged-out': / 退出登录。/,
    },
  },
};

/** What a reader learns from the transcript as it is copied. */
function factsOfText(text: string, { served, page, got, created, killed, logins }: (typeof says)['en']): Facts {
  const facts: Facts = { requests: [], created: [], killed: [] };
  for (const group of text.split('\n\n')) {
    const [head = '', ...lines] = group.split('\n');
    const told = lines.map((line) => /^ *([\d.]+) s {2}(\S+) +(.*)$/.exec(line)?.slice(1) as [string, string, string]);
    const fact: Fact = { chain: head.replace('== ', ''), visitor: '', status: 0, server: undefined, login: undefined };
    let server: string | undefined;
    for (const [at, , sentence] of told) {
      server = served.exec(sentence)?.[1] ?? server;
      if (page.test(sentence)) fact.server = server;
      const [, visitor, status] = got.exec(sentence) ?? [];
      if (visitor) Object.assign(fact, { visitor, status: Number(status) });
      const [, creator, id] = created.exec(sentence) ?? [];
      if (creator) facts.created.push(`${creator} ${id}`);
      const victim = killed.exec(sentence)?.[1];
      if (victim) facts.killed.push(`${victim} ${at}`);
      for (const [login, said] of Object.entries(logins)) if (said.test(sentence)) fact.login = login;
    }
    if (fact.visitor !== '') facts.requests.push(fact);
  }
  return facts;
}

/** What a reader learns from the arrows and lines of the diagram: everything but what a page says. */
function factsOfDiagram({ messages, lives }: SpaceTime): Omit<Facts, 'created'> {
  const answers = messages.filter(
    ({ type, to, visitor, end }) => type === 'response' && to === visitor && end === 'arrived',
  );
  return {
    requests: answers.map(({ chain, visitor, text }) => {
      const own = messages.filter((message) => message.chain === chain && message.type === 'response');
      const server = own.findLast(({ to }) => to === 'nginx')?.from;
      return { chain, visitor, status: Number.parseInt(text, 10), server, login: undefined };
    }),
    killed: lives.flatMap(({ host, state, from }) =>
      state === 'crashed' ? `${host} ${(from / 1000).toFixed(1)}` : [],
    ),
  };
}

const everything: TranscriptFilter = { who: undefined, events: false };
const textOf = (recording: Recording, t: Texts, filter = everything) =>
  plainText(
    transcriptOf(
      { recording, boot: [], moment: recording.end, start: BOOTED_AT },
      { filter, part: { from: 0 }, count: 1e6 },
    ).groups,
    t,
  );
const byChain = (facts: Fact[]) => facts.toSorted((a, b) => (a.chain < b.chain ? -1 : 1));
const withoutLogin = (facts: Fact[]) => byChain(facts).map((fact) => ({ ...fact, login: undefined }));

describe.each([
  ['failover', 'start'],
  ['failover', 'solution'],
  ['wire-tomcat', 'start'],
  ['inside-redis', 'solution'],
  ['serializable', 'start'],
  ['capstone', 'solution'],
])('%s, %s', async (lesson, variant) => {
  const recording = await run(lesson, variant);
  const facts = factsOfNotes(recording);

  test('the run is about something', () => {
    expect(facts.requests.length).toBeGreaterThan(3);
    expect(facts.created.length).toBeGreaterThan(0);
    expect(new Set(facts.requests.map(({ server }) => server)).size).toBeGreaterThan(1);
  });

  test.each([
    ['en', en],
    ['zh-cn', zhCn],
  ] as const)('its transcript says the same: %s', (locale, t) => {
    const said = factsOfText(textOf(recording, t), says[locale]);
    expect({ ...said, requests: byChain(said.requests) }).toEqual({ ...facts, requests: byChain(facts.requests) });
  });

  test('its space-time diagram shows the same', () => {
    const window = { around: recording.now - BOOTED_AT, most: 1e6 };
    const shown = factsOfDiagram(spaceTimeOf({ recording, boot: [], start: BOOTED_AT }, window));
    expect(shown.killed).toEqual(facts.killed);
    expect(byChain(shown.requests)).toEqual(withoutLogin(facts.requests));
  });

  test('filters leave out nothing that they ask for', () => {
    for (const who of ['A', 'tomcat1']) {
      const text = textOf(recording, en, { who, events: false });
      const { requests, created } = factsOfText(text, says.en);
      if (who === 'A')
        expect(requests).toEqual(
          factsOfText(textOf(recording, en), says.en).requests.filter(({ visitor }) => visitor === who),
        );
      else expect(created).toEqual(facts.created.filter((one) => one.startsWith(who)));
    }
    const events = factsOfText(textOf(recording, en, { who: undefined, events: true }), says.en);
    expect([events.created, events.killed]).toEqual([facts.created, facts.killed]);
  });
});

test('pages of a transcript follow each other, and one lies around any moment', async () => {
  const recording = await run('failover', 'start');
  const page = (part: { from: number } | { around: number } | 'newest', count: number) =>
    transcriptOf({ recording, boot: [], moment: recording.end, start: BOOTED_AT }, { filter: everything, part, count });
  const all = page({ from: 0 }, 1e6);
  expect(all.groups).toHaveLength(all.total);
  const pages = Array.from({ length: Math.ceil(all.total / 10) }, (_, i) => page({ from: i * 10 }, 10));
  const inOrder = pages.flatMap(({ groups, first }, i) => groups.slice(i * 10 - first));
  expect(inOrder).toEqual(all.groups);
  const here = page({ around: 4000 }, 8).groups.flatMap(({ notes }) => notes.map(({ note }) => note.at));
  expect(Math.min(...here)).toBeLessThan(4000);
  expect(Math.max(...here)).toBeGreaterThan(4000);
  expect(page('newest', 5).groups.at(-1)).toEqual(all.groups.at(-1));
});
