import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import { filesOf } from '../../../scripts/files.ts';
import { type Entry, type Message, message } from '../../../site/present/messages.ts';
import { SharedLog } from '../../../site/present/network/shared-log.ts';
import type { DataTarget, TextTarget } from '../target.ts';

// A class over a network: what its document is updated with, and what is asked of the server that carries it.

type LogMessage = Extract<Message, { type: 'log' }>;

const entries: Entry[] = [
  { seq: 0, at: 0, kind: 'begin', lesson: 'failover' },
  { seq: 1, at: 0.25, kind: 'act', act: 'K:tomcat1' },
  { seq: 2, at: 1, kind: 'act', act: 'V:A@2' },
];
const logOf = (log: string, parts: readonly Entry[]) =>
  message('desk', { type: 'log', log, fromSeq: parts[0]?.seq ?? 0, entries: [...parts] }) as LogMessage;

/** Updates as Yjs writes them, a character for each byte. */
const updates: string[] = [];
const desk = new SharedLog(() => {});
desk.document.on('update', (update: Uint8Array) => updates.push(String.fromCharCode(...update)));
for (const part of [
  logOf('l', entries),
  logOf('l', [{ ...entries[1], act: 'K:nginx' } as Entry]),
  logOf('m', entries.slice(0, 1)),
])
  desk.write(part);
const whole = Y.encodeStateAsUpdate(desk.document);
updates.push(String.fromCharCode(...whole));

/** A copy at somebody's who follows, and what it was told. */
function copy(): SharedLog {
  return new SharedLog((grown) => {
    JSON.stringify(grown.from);
  });
}

/** Whether the libraries refused, before anything of ours was asked. */
const fromYjs = (error: unknown) => !(error instanceof Error) || !/shared-log\.ts/.test(error.stack ?? '');

const site = filesOf(fileURLToPath(new URL('../', import.meta.url)));
const nowhere = () => Object.assign(new Writable({ write: (_, __, done) => done() }), { writeHead: () => nowhere });

export const networkTargets: readonly (TextTarget | DataTarget)[] = [
  {
    name: 'class-updates',
    slow: true,
    what: 'bytes with which the document of a class is updated, as whoever follows reads them',
    good: updates,
    words: [
      '\x00',
      '\x01',
      '\x02',
      '\x7f',
      '\x80\x01',
      '\xff\xff\xff\xff\x0f',
      '\x28',
      '\x88',
      'log:l',
      'class',
      '\x77\x03log',
      '\x76\x01',
      '\x7a',
    ],
    longest: 200,
    take(text) {
      const log = copy();
      Y.applyUpdate(log.document, whole);
      try {
        Y.applyUpdate(
          log.document,
          Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 255),
        );
      } catch (error) {
        // Yjs itself refuses bytes that are no update; the provider hangs up then.
        if (!fromYjs(error)) throw error;
      }
      log.from(0);
    },
  },
  {
    name: 'class-document',
    what: 'what stands in the document of a class, whoever has written it there',
    good: [
      { log: 'l', from: 'desk', entries },
      { log: 'm', from: 'me', entries: [...entries, entries[1], { seq: 7 }] },
    ],
    takeData(data) {
      const log = copy();
      const given = (typeof data === 'object' && data !== null ? data : { log: data }) as Record<string, unknown>;
      const map = log.document.getMap('class');
      const name = `log:${typeof given['log'] === 'string' ? given['log'] : 'l'}`;
      const list = Array.isArray(given['entries']) ? [...given['entries']] : [given['entries']];
      const written = (write: () => void) => {
        try {
          write();
        } catch (error) {
          // What Yjs cannot write down comes over no network.
          if (!fromYjs(error)) throw error;
        }
      };
      written(() => map.set('from', given['from'] as string));
      for (const item of list) written(() => log.document.getArray(name).push([item]));
      written(() => map.set('log', given['log'] as string));
      log.from(0);
      log.write(logOf('l', entries));
      log.write(logOf('l', entries.slice(2)));
    },
  },
  {
    name: 'class-server',
    slow: true,
    what: 'an address that is asked of the server of a class, which serves the site as well',
    good: [
      '/en/failover/',
      '/follow.json?asked',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//follow/rooms',
      '/a%00b',
      'http://x/y',
    ],
    words: ['/', '//', '..', '%2e', '%', '%00', '\\', '?', '#', ':', '@', '[::1]', 'follow'],
    take: async (url) => {
      const request = { method: 'HEAD', url, headers: {} } as Parameters<typeof site>[0];
      await site(request, nowhere() as unknown as Parameters<typeof site>[1]);
    },
  },
];
