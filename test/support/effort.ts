/** Processor time that work takes in this thread, in ms: what else the machine does at the time is not in it. */
export function effort(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  return process.threadCpuUsage(start).user / 1000;
}
