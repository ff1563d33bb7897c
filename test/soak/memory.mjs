/** Loaded into the program that is watched (`--expose-gc`): at SIGUSR2 it tells on standard error what it holds, in bytes. */
process.on('SIGUSR2', () => {
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  process.stderr.write(`memory ${JSON.stringify({ rss, heapUsed })}\n`);
});
