import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    // A CommonJS package's default export is not mixed into its namespace: OpenCV.js is thenable and would never load.
    deps: { interopDefault: false },
  },
});
