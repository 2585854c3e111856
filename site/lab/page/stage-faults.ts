import type { HostName } from '../../../simulator/index.ts';
import type { LinkFault } from '../faults.ts';

/** What is wrong with a line, whichever way: the worst of both. */
export function faultOf(links: readonly LinkFault[], from: HostName, to: HostName): LinkFault | undefined {
  const both = links.filter((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from));
  if (both.length === 0) return undefined;
  const cut = both.some((one) => one.cut);
  const delay = Math.max(...both.map((one) => one.delay));
  return { from, to, cut, delay, loss: Math.max(...both.map((one) => one.loss)) };
}

/** The fault in signs that need no language: `✕`, `+200 ms`, `−20 %`. */
export function signOfFault({ cut, delay, loss }: LinkFault): string {
  if (cut) return '✕';
  return [...(delay > 0 ? [`+${delay} ms`] : []), ...(loss > 0 ? [`−${Math.round(loss * 100)} %`] : [])].join(' ');
}
