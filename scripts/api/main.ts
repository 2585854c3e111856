import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportsOf, pageOf } from './api.ts';

// `npm run api`: the simulator's public face, written from its docstrings. It is not kept: the docstrings are.

const root = join(import.meta.dirname, '../..');
const all = exportsOf(root);
writeFileSync(join(root, 'api.md'), pageOf(all));
console.log(`api.md: ${all.length} exports`);
