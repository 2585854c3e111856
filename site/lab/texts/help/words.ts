/** What the keys do and what the signs mean. A language that lacks a word does not compile. */
export interface HelpWords {
  title: string;
  intro: string;
  keys: [keys: string[], meaning: string][];
  enabled: string;
  signs: string;
  legend: string[];
  close: string;
}
