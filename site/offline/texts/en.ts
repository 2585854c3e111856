import type { OfflineWords } from './words.ts';

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export const words: OfflineWords = {
  mark: 'Available offline',
  newer: {
    said: 'A newer version of this site is here. What you have written stays.',
    take: 'Load it now',
    later: 'Later',
  },
  about: 'After one visit the whole course works without a network: lessons, labs and editor, in both languages.',
  impossible:
    'This browser keeps no copy for offline use: that takes https (or localhost), and a setting that lets sites keep data.',
  absent: 'No copy is kept in this browser.',
  partly: ({ kept, files, bytes, transfer }) =>
    `Kept so far: what you opened (${kept} of ${files} files, ${mb(bytes)}). All of it is about ${mb(transfer)} to fetch.`,
  filling: ({ kept, files, bytes, all }) =>
    `Being fetched for offline use: ${kept} of ${files} files, ${mb(bytes)} of ${mb(all)}.`,
  whole: ({ bytes }) => `Available offline: the whole course occupies ${mb(bytes)} in this browser.`,
  trouble: {
    full: 'The browser has no room for the rest. What is kept works offline.',
    unreachable: 'Not everything could be fetched. It goes on at your next visit.',
  },
  keep: 'Make available offline',
  remove: 'Remove the offline copy',
};
