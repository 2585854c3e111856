import { fileURLToPath } from 'node:url';

/** What the bundler tells of a module. */
interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const folder = fileURLToPath(new URL('./lab/', import.meta.url));
const root = `${folder}LinkedLab.svelte`;

/**
 * One file for what a lab on a page needs before anybody touches it, instead of one for each set of pages that share a
 * part of it: packed together it is smaller. What a view fetches on demand stays apart, and so does what every island
 * is made with.
 */
export function labGroups() {
  let needed: Set<string> | undefined;
  const lab = (id: string, modules: Modules) => {
    needed ??= closureOf(root, modules);
    return needed.has(id) ? 'lab' : undefined;
  };
  return [
    { name: 'svelte', test: /node_modules\/svelte\//, priority: 1 },
    // Before a lab is touched, and where there is none, pages fetch on demand, know what the browser keeps, and see
    // whether their address holds a link to a lab.
    {
      name: 'page',
      test: /preload-helper|site\/(storage|progress\/(key|drafts?)|lab\/share\/fragment)\.ts$/,
      priority: 1,
    },
    { name: lab, priority: 0 },
  ];
}

function closureOf(id: string, modules: Modules, found = new Set<string>()): Set<string> {
  if (found.has(id) || !id.startsWith(folder)) return found;
  found.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) closureOf(imported, modules, found);
  return found;
}
