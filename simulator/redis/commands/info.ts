import type { Reply } from '../../core/resp.ts';
import type { Call, Handler } from '../call.ts';
import { usedMemory } from '../memory.ts';
import { bulk, SYNTAX_ERROR } from '../replies.ts';
import { sections321, sections7015 } from './info-fields.ts';

export const infoCommands: Record<string, Handler> = { info };

/** INFO [section …]: lines of `name:value` under the sections' names (server.c, genRedisInfoString). */
function info(call: Call): Reply {
  const { host, argv } = call;
  const old = host.version === '3.2.1';
  if (old && argv.length > 2) return SYNTAX_ERROR;
  const asked = argv.length === 1 ? ['default'] : argv.slice(1).map((word) => word.toLowerCase());
  const sections = old ? sections321 : sections7015;
  const everything = asked.includes('all') || (!old && asked.includes('everything'));
  const usual = asked.includes('default');
  const facts = factsOf(call);
  const written: string[] = [];
  for (const { name, rare, fields } of sections) {
    const wanted = everything || (usual && !rare);
    if (!wanted && !asked.includes(name.toLowerCase())) continue;
    written.push([`# ${name}`, ...fields(call, facts)].map((line) => `${line}\r\n`).join(''));
  }
  return bulk(written.join('\r\n'));
}

/** What several sections tell. */
export interface Facts {
  memory: number;
  blocked: number;
  uptime: number;
  channels: number;
  patterns: number;
}

function factsOf({ server, out }: Call): Facts {
  const clients = [...server.clients.values()];
  return {
    memory: usedMemory(server),
    blocked: clients.filter(({ blocked }) => blocked).length,
    uptime: Math.floor((out.now - server.startedAt) / 1000),
    channels: new Set(clients.flatMap(({ channels }) => channels)).size,
    patterns: new Set(clients.flatMap(({ patterns }) => patterns)).size,
  };
}
