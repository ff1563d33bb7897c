import { schedule } from 'node-cron';

/** How late a tick may start, in ms: a loop that was held up still gets the minute it is in. */
const TOLERANCE = 50_000;

/** Calls `work` at the start of every minute (UTC, by the machine's clock) until stopped. What is due is its own affair. */
export function everyMinute(work: () => void): { stop(): Promise<void> } {
  const task = schedule('* * * * *', work, {
    timezone: 'UTC',
    missedExecutionTolerance: TOLERANCE,
    suppressMissedWarning: true,
  });
  return {
    async stop() {
      await task.destroy();
    },
  };
}
