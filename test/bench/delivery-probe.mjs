/**
 * Loaded into a program that is measured (`node --import`): tells its parent how much memory it takes, in bytes, and how
 * much processor time it has taken, in microseconds. Plain JavaScript, since the type stripper takes memory of its own.
 */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ rss: process.memoryUsage.rss(), cpu: user + system });
});
// A program is not kept running by being measured.
process.channel?.unref();
