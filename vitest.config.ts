import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Many tests wait for a program or a server of their own: every core has one to run.
    pool: 'threads',
    // Importing a file starts nothing and changes nothing: what is loaded once serves all files of a thread.
    isolate: false,
    maxWorkers: '100%',
  },
});
