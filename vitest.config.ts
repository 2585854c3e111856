import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // A busy machine is no failure: only what never ends is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
