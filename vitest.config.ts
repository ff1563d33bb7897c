import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Many tests wait for a program or a server of their own: every core has one to run.
    pool: 'threads',
    maxWorkers: '100%',
  },
});
