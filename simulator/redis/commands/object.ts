import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { find } from '../keyspace.ts';
import { sizeOf } from '../memory.ts';
import { bulk, error, integer, NIL, OK } from '../replies.ts';
import { encodingOf } from './encoding.ts';
import { helpOf } from './help.ts';

/** What a key is like inside. */
export const objectCommands: Record<string, Handler> = { object, memory };

function object(call: Call): Reply {
  const { host, server, argv, out } = call;
  const old = host.version === '3.2.1';
  const word = arg(call, 1).toLowerCase();
  if (word === 'help' && !old) return helpOf('object');
  if (argv.length !== 3 || !['refcount', 'encoding', 'idletime', ...(old ? [] : ['freq'])].includes(word))
    return MISUSED;
  const entry = find(call, arg(call, 2));
  if (!entry) return NIL;
  const lfu = server.settings.maxmemoryPolicy.endsWith('-lfu');
  switch (word) {
    case 'encoding':
      return bulk(encodingOf(host.version, entry));
    case 'refcount':
      return integer(!old && entry.type === 'string' && isShared(entry.value) ? 2 ** 31 - 1 : 1);
    case 'idletime':
      return lfu ? NO_LRU : integer(Math.floor((out.now - entry.usedAt) / 1000));
    default:
      return lfu ? integer(0) : NO_LFU;
  }
}

/** The integers that all keys share. */
const isShared = (text: string) => /^(?:0|[1-9]\d{0,3})$/.test(text);

const MISUSED = error('ERR Syntax error. Try OBJECT (refcount|encoding|idletime)');
const SWITCHING =
  'Please note that when switching between policies at runtime LRU and LFU data will take some time to adjust.';
const NO_LFU = error(`ERR An LFU maxmemory policy is not selected, access frequency not tracked. ${SWITCHING}`);
const NO_LRU = error(`ERR An LFU maxmemory policy is selected, idle time not tracked. ${SWITCHING}`);

function memory(call: Call): Reply {
  switch (arg(call, 1).toLowerCase()) {
    case 'usage': {
      const entry = find(call, arg(call, 2));
      return entry ? integer(sizeOf(arg(call, 2), entry)) : NIL;
    }
    case 'purge':
      return OK;
    case 'doctor':
      return bulk(
        "Hi Sam, this instance is empty or is using very little memory, my issue detector can't be used in these conditions. Please, leave for your mission on Earth and fill it with some data. The new Sam and I will be back to our programming as soon as I finished rebooting.\n",
      );
    default:
      return error(`UNMODELLED ${call.argv.join(' ')}`);
  }
}
