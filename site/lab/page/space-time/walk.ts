import type { Chain } from '../../../../simulator/index.ts';
import type { NumberedNote } from '../../protocol.ts';
import type { SpaceTime } from '../../space-time.ts';
import type { Arrow, Diagram, Point } from './layout.ts';

/** What can be pointed at in a diagram: a message, or what happened on a line. */
export type Item = { key: string; at: number; chain: Chain } & (
  | { kind: 'message'; arrow: Arrow }
  | { kind: 'point'; point: Point }
);

/** All of them in the order of time; of one moment, from left to right. */
export function itemsOf({ arrows, points }: Diagram): Item[] {
  const messages = arrows.map((arrow): Item => {
    const { serial, sentAt, chain } = arrow.travel;
    return { kind: 'message', key: `m ${serial} ${sentAt}`, at: sentAt, chain, arrow };
  });
  const happenings = points.map((point): Item => {
    const { at, host, chain = '' } = point.happening;
    return { kind: 'point', key: `p ${at} ${host} ${chain}`, at, chain, point };
  });
  return [...happenings, ...messages].sort((a, b) => a.at - b.at || leftOf(a) - leftOf(b));
}

const leftOf = (item: Item) => (item.kind === 'point' ? item.point.x : item.arrow.x1);

/** The notes that explain an item: of a point its own; of a message what led to it and what came of it. */
export function explained(item: Item, { happenings }: SpaceTime): NumberedNote[] {
  if (item.kind === 'point') return item.point.happening.notes;
  const { from, to, sentAt, at, chain, end } = item.arrow.travel;
  // Of a message that nobody took, only its sender hears.
  const told = end === 'untaken' ? from : to;
  return happenings
    .filter(
      (one) =>
        (one.chain ?? '') === chain &&
        ((one.host === from && one.at === sentAt && one.mark === 'plain') || (one.host === told && one.at === at)),
    )
    .flatMap(({ notes }) => notes);
}

/** The moment to look at an item: a message when it has arrived. */
export const momentOf = (item: Item): number =>
  item.kind === 'message' && item.arrow.travel.end === 'arrived' ? item.arrow.travel.at : item.at;

export type Step = 'next' | 'previous' | 'next-of-request' | 'previous-of-request' | 'first' | 'last';

/** Where a key leads from an item; the item itself where there is nothing further. */
export function stepped(items: readonly Item[], key: string | undefined, step: Step): Item | undefined {
  const here = items.findIndex((item) => item.key === key);
  const current = items[here];
  if (!current || step === 'first') return items[0];
  switch (step) {
    case 'last':
      return items.at(-1);
    case 'next':
      return items[here + 1] ?? current;
    case 'previous':
      return items[here - 1] ?? current;
    case 'next-of-request':
      return items.slice(here + 1).find(({ chain }) => chain === current.chain) ?? current;
    case 'previous-of-request':
      return items.slice(0, here).findLast(({ chain }) => chain === current.chain) ?? current;
  }
}
