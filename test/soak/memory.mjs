import { getHeapCodeStatistics } from 'node:v8';

/** Loaded into the program that is watched (`--expose-gc`): at SIGUSR2 it tells on standard error what it holds,
 * in bytes; `code` is the engine's machine and byte code, which is no data of ours. */
process.on('SIGUSR2', () => {
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  const { code_and_metadata_size, bytecode_and_metadata_size } = getHeapCodeStatistics();
  const code = code_and_metadata_size + bytecode_and_metadata_size;
  process.stderr.write(`memory ${JSON.stringify({ rss, heapUsed, code })}\n`);
});
