import { readFileSync } from 'node:fs';

/** The first so many cases of a recording, each as it stands there. */
export const recorded = <Case>(file: string, most: number): Case[] =>
  readFileSync(new URL(`../recordings/${file}`, import.meta.url), 'utf8')
    .split('\n', most)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
