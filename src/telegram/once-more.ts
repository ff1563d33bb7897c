import type { Transformer } from 'grammy';
import { HttpError } from 'grammy';

/** The connection broke, or there never was one. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNREFUSED']);

/**
 * Makes a call once more when its connection broke. Servers close a connection at rest just as the next request leaves
 * on it, and that request was not read (nodejs.org, `http.ClientRequest`, `reusedSocket`). If one was read after all, a
 * reader is answered twice, which is better than not at all; messages of the outbox do not come this way.
 */
export const onceMore: Transformer = async (call, method, payload, signal) => {
  try {
    return await call(method, payload, signal);
  } catch (error) {
    if (method === 'getUpdates' || !BROKEN.has(faultCode(error) ?? '')) throw error;
    return call(method, payload, signal);
  }
};

/** The code of the fault beneath, such as `ETIMEDOUT`; never its text, which carries the address and with it the token. */
export function faultCode(error: unknown): string | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const { error: beneath } = error;
  if (!(beneath instanceof Error) || !('code' in beneath) || typeof beneath.code !== 'string')
    return undefined;
  return beneath.code;
}
