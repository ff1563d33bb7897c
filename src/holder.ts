import { hostname } from 'node:os';

/** By this name other processes know whose a claim or lease is: the machine and the process. */
export const HOLDER = `${hostname()}/${process.pid}`;

/** Whether a holder of claims was a process of this machine that has ended; another machine's claims run out. */
export function isGone(holder: string): boolean {
  const at = holder.lastIndexOf('/');
  const pid = Number(holder.slice(at + 1));
  if (holder.slice(0, at) !== hostname()) return false;
  // In a container every life of the program has the same number.
  if (pid === process.pid) return true;
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
