import type { Reply } from '../../core/resp.ts';
import { textOf } from '../../core/utf8.ts';
import { quoted } from '../quoted.ts';
import type { Version } from '../version.ts';

/** A reply as redis-cli shows it on a terminal, line ends included (redis-cli.c, `cliFormatReplyTTY`). */
export function formatForTerminal(reply: Reply, version: Version, prefix = ''): string {
  switch (reply.type) {
    case 'error':
      return `(error) ${textOf(reply.text)}\n`;
    case 'status':
      return `${textOf(reply.text)}\n`;
    case 'integer':
      return `(integer) ${reply.text}\n`;
    case 'bulk':
      return reply.text === null ? '(nil)\n' : `${quoted(reply.text)}\n`;
    case 'array':
      return formatList(reply.items, version, prefix);
  }
}

function formatList(items: Reply[] | null, version: Version, prefix: string): string {
  if (items === null) return '(nil)\n';
  if (items.length === 0) return version === '3.2.1' ? '(empty list or set)\n' : '(empty array)\n';
  const width = String(items.length).length;
  const inside = prefix + ' '.repeat(width + 2);
  return items
    .map((item, index) => {
      const number = `${String(index + 1).padStart(width)}) `;
      // The first one stands on the line of the list's own number.
      return `${index === 0 ? '' : prefix}${number}${formatForTerminal(item, version, inside)}`;
    })
    .join('');
}

/** A reply for a pipe or a file, no line end after it (`cliFormatReplyRaw`). */
export function formatRaw(reply: Reply): string {
  switch (reply.type) {
    case 'error':
      return `${textOf(reply.text)}\n`;
    case 'array':
      return reply.items?.map(formatRaw).join('\n') ?? '';
    default:
      return textOf(reply.text ?? '');
  }
}

/** Commands whose answer is text to read, and is shown as it is; their errors too, without `(error)`. */
export function printsRaw(command: readonly string[], version: Version): boolean {
  const [name = '', sub = ''] = command.map((word) => word.toLowerCase());
  const words = command.length;
  const modern = version !== '3.2.1';
  switch (name) {
    case 'info':
      return true;
    case 'lolwut':
      return modern;
    case 'cluster':
      return words === 2 && ['nodes', 'info'].includes(sub);
    case 'client':
      return modern ? ['list', 'info'].includes(sub) : words === 2 && sub === 'list';
    case 'latency':
      return (words === 3 && sub === 'graph') || (words === 2 && sub === 'doctor');
    case 'debug':
      return modern && ['htstats', 'htstats-key', 'client-eviction'].includes(sub);
    case 'memory':
      return modern && ['malloc-stats', 'doctor'].includes(sub);
    default:
      return false;
  }
}
