import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersOf, nginxPolicy } from './headers.ts';
import { type Policy, policyOf, policyOfAll, withPolicy, written } from './policy.ts';

/** Says in every built page what it may do, and writes beside the site what hosts read of it. */
export const hosting = (): AstroIntegration => ({
  name: 'session-lab:hosting',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const root = fileURLToPath(dir);
      const paths = readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) =>
        relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      );
      const policies = paths.filter((path) => path.endsWith('.html')).map((path) => say(root, path));
      const policy = written(policyOfAll(policies));
      writeFileSync(join(root, '_headers'), headersOf(paths, policy));
      writeFileSync(join(root, '_nginx.conf'), nginxPolicy(policy));
      // GitHub Pages would leave out what begins with an underscore.
      writeFileSync(join(root, '.nojekyll'), '');
    },
  },
});

function say(root: string, path: string): Policy {
  const html = readFileSync(join(root, path), 'utf8');
  const policy = policyOf(html, path);
  writeFileSync(join(root, path), withPolicy(html, policy, path));
  return policy;
}
