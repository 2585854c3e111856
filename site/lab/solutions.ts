import type { EditedFiles } from './protocol.ts';

const files = import.meta.glob<string>(['../../lessons/**/solution/**/*', '../../lessons/**/accept/**/*'], {
  query: '?raw',
  import: 'default',
});

/** The solution that comes with an exercise, fetched when it is asked for. */
export const solutionTo = (exercise: string): Promise<EditedFiles> => filesIn(`${exercise}/solution/`);

/** Every answer that comes with an exercise, the solution first. */
export function answersTo(exercise: string): Promise<EditedFiles[]> {
  const accept = `../../lessons/${exercise}/accept/`;
  const names = Object.keys(files).flatMap((path) =>
    path.startsWith(accept) ? [path.slice(accept.length).split('/')[0] ?? ''] : [],
  );
  const others = [...new Set(names)].map((name) => filesIn(`${exercise}/accept/${name}/`));
  return Promise.all([solutionTo(exercise), ...others]);
}

/** `ip-hash/solution/nginx/nginx.conf` is the file `nginx.conf` of the host `nginx`. */
async function filesIn(folder: string): Promise<EditedFiles> {
  const beginning = `../../lessons/${folder}`;
  const found: EditedFiles = {};
  for (const [path, load] of Object.entries(files)) {
    if (!path.startsWith(beginning)) continue;
    const [host = '', ...rest] = path.slice(beginning.length).split('/');
    found[host] = { ...found[host], [rest.join('/')]: await load() };
  }
  return found;
}
