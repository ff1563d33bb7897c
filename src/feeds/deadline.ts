import type { Timeout } from './guarded-connect.ts';

/**
 * Does work under a signal of its own, which aborts after `ms` milliseconds or with `outer`, whichever comes first; the
 * work is told by it and may ask which it was. Far cheaper than signals that the platform joins, of which a thousand
 * checks would make thousands.
 */
export async function withDeadline<Value>(
  work: (signal: AbortSignal, isOver: () => boolean) => Promise<Value>,
  { ms, outer, timeout }: { ms: number; outer?: AbortSignal | undefined; timeout?: Timeout | undefined },
): Promise<Value> {
  const controller = new AbortController();
  let over = false;
  const end = (reason?: unknown) => {
    over = true;
    controller.abort(reason ?? new DOMException('the time is up', 'TimeoutError'));
  };
  const leave = () => controller.abort(outer?.reason);
  if (outer?.aborted) leave();
  outer?.addEventListener('abort', leave, { once: true });
  const given = timeout?.(ms);
  const onGiven = () => end(given?.reason);
  if (given?.aborted) onGiven();
  given?.addEventListener('abort', onGiven, { once: true });
  const clock = given ? undefined : setTimeout(end, ms);
  try {
    return await work(controller.signal, () => over);
  } finally {
    clearTimeout(clock);
    outer?.removeEventListener('abort', leave);
    given?.removeEventListener('abort', onGiven);
  }
}
