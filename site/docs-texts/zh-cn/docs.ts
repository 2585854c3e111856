import type { Docs } from '../docs.ts';
export const docs: Docs = {
  problem: (p) => `Explanation of ${p.code}. 这里解释出了什么问题，该怎么办。`,
  entry: (e) => ({
    title: e.label,
    text: 'All requests of one client go to the same server, chosen by a hash of its address.',
    facts: ['stands in: upstream'],
  }),
  fix: (f) => f.code,
};
