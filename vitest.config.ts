import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What is waited for comes in its own time: on a busy machine a second is none. A wait that fails is as long as this.
    expect: { poll: { timeout: 10_000 } },
    // Many tests wait for a program or a server of their own: every core has one to run.
    pool: 'threads',
    // Importing a file starts nothing and changes nothing: what is loaded once serves all files of a thread.
    isolate: false,
    maxWorkers: '100%',
  },
});
