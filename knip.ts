import type { KnipConfig } from 'knip';

export default {
  entry: [
    // The simulator's public face.
    'simulator/index.ts',
    'site/{content.config,route,stir}.ts',
    // What pages of others load.
    'site/embed/element/v1.ts',
    // Built on its own, at the site's root.
    'site/offline/worker.ts',
    // Written into pages as they are.
    'site/inline/*.js',
    'site/{layouts,pages,starlight}/**/*.astro',
    // Found by the content collection's glob loader.
    'lessons/*/*.mdx',
    'scripts/{icons,lighthouse,screens,start,test,zip}.ts',
    'scripts/session-lab/{main,grade/worker}.ts',
    'scripts/{api,new-lesson}/main.ts',
    'scripts/mutants/{main,worker}.ts',
    'test/{bench/bench,conformance/run,fuzz/fuzz,hostile/{hostile,worker},record/record}.ts',
    // What a bundler puts in place of Node's libraries.
    'site/redis-slim/*.ts',
    'test/e2e/*.spec.ts',
    'test/**/*.test.ts',
  ],
  project: ['{lessons,scripts,simulator,site,test}/**/*.{ts,js,astro,svelte,mdx}'],
  // A type is exported with the function that speaks of it, whether or not another file names it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Real programs that tests ask where they are installed.
  ignoreBinaries: ['gcc', 'ip', 'jar', 'java', 'javac', 'ldd', 'mount', 'nginx', 'spin', 'umount', 'unshare', 'wrk'],
  ignoreDependencies: [
    // Let ioredis-mock run in a browser.
    'buffer',
    'events',
    // Starlight's own: run once more where it was cut off.
    'pagefind',
  ],
  ignoreIssues: {
    // What a Redis server writes to its clients; the server itself comes with its lesson.
    'simulator/core/resp.ts': ['exports'],
  },
} satisfies KnipConfig;
