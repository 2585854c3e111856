import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressIn, askedIn } from '../../../site/embed/address.ts';
import { addressOf, settingsOf } from '../../../site/embed/element/attributes.ts';
import { H5pChild, type H5pMessage } from '../../../site/embed/h5p.ts';
import { oembedOf } from '../../../site/embed/oembed.ts';
import { Port } from '../../../site/embed/port.ts';
import { toFrame } from '../../../site/embed/protocol.ts';
import { words } from '../../../site/embed/texts/en.ts';

const home = 'https://school.example';

/** A frame's end, and what came out of it. */
function frame() {
  const posted: { message: { type?: string; code?: string }; to: string }[] = [];
  const heard: string[] = [];
  const host = { postMessage: (message: object, to: string) => void posted.push({ message, to }) };
  let now = 0;
  const port = new Port(host, {
    hear: ({ type }) => void heard.push(type),
    hearH5p: ({ action }) => void heard.push(`h5p ${action}`),
    words: words.errors,
    now: () => now,
  });
  const say = (data: unknown, origin = home, source: unknown = host) => port.arrive({ data, origin, source });
  return {
    port,
    posted,
    heard,
    say,
    wait: (ms: number) => (now += ms),
    codes: () => posted.map(({ message }) => message.code),
  };
}

describe('who is heard, and who hears', () => {
  test('before init nothing of the learner’s is said, after it only to where init came from', () => {
    const { port, posted, say } = frame();
    port.say({ type: 'resize', height: 10 });
    port.say({ type: 'state', state: { link: 'v=1', attempts: 1 } });
    say(toFrame({ type: 'init', origin: home }));
    port.say({ type: 'state', state: { link: 'v=1', attempts: 1 } });
    expect(posted.map(({ message, to }) => [message.type, to])).toEqual([
      ['resize', '*'],
      ['state', home],
    ]);
  });

  test('a page without an origin of its own is told by no name', () => {
    const { port, posted, say } = frame();
    say(toFrame({ type: 'init', origin: 'file://' }), 'null');
    port.say({ type: 'state', state: { link: '', attempts: 0 } });
    expect(posted.map(({ to }) => to)).toEqual(['*']);
  });

  test('other windows, and messages of others, are not even answered', () => {
    const { posted, heard, say } = frame();
    say(toFrame({ type: 'init' }), home, {});
    say('webpackHotUpdate');
    say({ type: 'init' });
    expect([posted, heard]).toEqual([[], []]);
  });

  test('whoever says to be somebody else, or comes from elsewhere than init, is refused', () => {
    const { heard, say, codes } = frame();
    say(toFrame({ type: 'init', origin: 'https://elsewhere.example' }));
    say(toFrame({ type: 'init' }));
    say(toFrame({ type: 'check' }), 'https://elsewhere.example');
    expect(heard).toEqual(['init']);
    expect(codes()).toEqual(['wrong-origin', 'wrong-origin']);
  });

  test('a flood is cut and told once; later one is heard again', () => {
    const { heard, say, codes, wait } = frame();
    say(toFrame({ type: 'init' }));
    for (let n = 0; n < 1000; n++) say(toFrame({ type: 'pause' }));
    expect(heard.length).toBe(100);
    expect(codes()).toEqual(['too-many-messages']);
    wait(1000);
    say(toFrame({ type: 'check' }));
    expect(heard.at(-1)).toBe('check');
  });
});

test('H5P’s resizer is answered step by step, and told of every new height', () => {
  const said: H5pMessage[] = [];
  let height = 500;
  const child = new H5pChild(
    (message) => said.push(message),
    () => height,
  );
  child.resized();
  child.begin();
  child.hear({ context: 'h5p', action: 'hello' });
  child.hear({ context: 'h5p', action: 'resizePrepared' });
  height = 700;
  child.resized();
  expect(said).toEqual([
    { context: 'h5p', action: 'hello' },
    { context: 'h5p', action: 'prepareResize', scrollHeight: 500, clientHeight: 500 },
    { context: 'h5p', action: 'resize', scrollHeight: 500 },
    { context: 'h5p', action: 'prepareResize', scrollHeight: 700, clientHeight: 700 },
  ]);
});

describe('addresses', () => {
  test('what a query asks for, what it gets wrong, and what is not ours', () => {
    expect(askedIn('?theme=dark&seed=7&feedback=none&maxAttempts=3&hideSolution=true&utm=x&__proto__=1')).toEqual({
      theme: 'dark',
      seed: 7,
      options: { feedback: 'none', maxAttempts: 3, hideSolution: true },
      wrong: [],
    });
    expect(askedIn('?theme=pink&seed=-1&hideSolution=yes').wrong).toEqual([
      'theme=pink',
      'seed=-1',
      'hideSolution=yes',
    ]);
  });

  test('nothing in a query throws', () => {
    fc.assert(fc.property(fc.string(), (query) => void askedIn(query)));
  });

  test('a frame finds itself in the other language, wherever the site is', () => {
    const here = { pathname: '/course/en/embed/failover/transfer/', search: '?theme=dark', hash: '#v=1' };
    expect(addressIn('zh-cn', here)).toBe('/course/zh-cn/embed/failover/transfer/?theme=dark#v=1');
  });

  test('the address that an element makes is read as its attributes say', () => {
    const attributes = new Map([
      ['exercise', 'ip-hash/transfer'],
      ['seed', '7'],
      ['feedback', 'result'],
      ['max-attempts', '2'],
      ['hide-solution', ''],
      ['prefill', '#v=1&lab=ip-hash'],
      ['height', '500px'],
    ]);
    const settings = settingsOf((name) => attributes.get(name) ?? null, 'zh-cn', 'dark');
    const address = new URL(addressOf('https://course.example/base/', settings));
    expect(address.pathname).toBe('/base/zh-cn/embed/ip-hash/transfer/');
    expect(address.hash).toBe('#v=1&lab=ip-hash');
    expect(askedIn(address.search)).toEqual({
      theme: 'dark',
      seed: 7,
      options: { feedback: 'result', maxAttempts: 2, hideSolution: true },
      wrong: [],
    });
    expect(settings.height).toBe(500);
  });

  test.each(['../../../evil', 'https://evil.example', 'a b', 'ip-hash/other', ''])('%j is no exercise', (exercise) => {
    expect(settingsOf((name) => (name === 'exercise' ? exercise : null), 'en', 'light').exercise).toBe('');
  });
});

test('oEmbed tells a frame by its whole address', () => {
  const told = oembedOf('failover/transfer', 'A "new" <disk>', 'en', 'https://course.example/base/');
  expect(told).toMatchObject({ version: '1.0', type: 'rich', provider_url: 'https://course.example/base/' });
  expect(told.html).toContain('src="https://course.example/base/en/embed/failover/transfer/"');
  expect(told.html).toContain('title="A &quot;new&quot; &lt;disk&gt;"');
});
