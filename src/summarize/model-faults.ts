import { ModelFault } from './model.ts';

/** What went wrong with a call, in the house's own terms. Texts of servers stay out: they may repeat the key. */
export function explained(error: unknown, signal: AbortSignal): ModelFault {
  if (error instanceof ModelFault) return error;
  if (signal.aborted) return new ModelFault('late', 'no answer in time', { mayHaveCost: true });
  if (!(error instanceof Error)) return new ModelFault('unreadable', 'unknown');
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  if (status === 429) {
    return new ModelFault('busy', 'too many calls (429)', { retryAfter: waitAsked(error) });
  }
  if (status !== undefined && status >= 500) return new ModelFault('busy', `the server failed (${status})`);
  if (status !== undefined) return new ModelFault('refused', `the server refused (${status})`);
  // The package names a timeout of its own so; anything else of that kind never reached the server.
  if (error.name === 'AbortError' || error.constructor.name === 'APIUserAbortError')
    return new ModelFault('late', 'the stream stood still', { mayHaveCost: true });
  if (/^APIConnection/.test(error.constructor.name)) return new ModelFault('unreachable', 'no connection');
  return new ModelFault('unreadable', error.constructor.name, { mayHaveCost: true });
}

function waitAsked(error: Error): number | undefined {
  const headers = 'headers' in error ? error.headers : undefined;
  if (!(headers instanceof Headers)) return undefined;
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
