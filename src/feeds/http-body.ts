import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

/** The body holds more bytes than it may, as sent or at any stage of decoding. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/** The body is not what its `Content-Encoding` says, ends too soon, or is encoded in a way we did not ask for. */
export class BodyUndecodable extends Error {
  override name = 'BodyUndecodable';
}

/** The connection broke, or its time was up, before the body had ended. */
class BodyBroken extends Error {
  override name = 'BodyBroken';
}

/** More codings on one body are an attack, not a feed. */
const MOST_CODINGS = 2;

/** Largest window of zstd on the web is 8 MB, 2 to the 23rd (RFC 9659); brotli's is 16 MB unless asked for more. */
const ZSTD_WINDOW = { params: { [constants.ZSTD_d_windowLogMax]: 23 } };

const DECODERS: Record<string, () => Transform | Stage> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress(ZSTD_WINDOW),
  deflate: () => inflate,
};

/** What to ask servers for. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br, zstd';

type Bytes = AsyncIterable<Buffer>;
type Stage = (source: Bytes) => Bytes;

/**
 * Reads a body to its end while undoing its codings (the last one applied first), in memory of its own.
 * Rejects with `BodyTooLarge` at the first byte over `cap` (counted as sent and after each coding), with
 * `BodyUndecodable`, or with whatever the connection or the signal ended it with; the body is destroyed in each case.
 */
export async function readBody(
  body: Readable,
  options: { encodings: readonly string[]; cap: number; signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  const { encodings, cap, signal } = options;
  body.on('error', () => {});
  const decoders = encodings.map((coding) => DECODERS[coding]);
  if (decoders.length > MOST_CODINGS || decoders.includes(undefined)) {
    body.destroy();
    throw new BodyUndecodable(`content encoding ${encodings.join(', ').slice(0, 60)}`);
  }

  const chunks: Buffer[] = [];
  const stages: (Transform | Stage)[] = [metered(cap)];
  for (const decoder of decoders.toReversed()) if (decoder) stages.push(decoder(), metered(cap));
  try {
    await pipeline(
      [
        named(body),
        ...stages,
        async (source: Bytes) => {
          for await (const chunk of source) chunks.push(chunk);
        },
      ],
      { signal },
    );
  } catch (error) {
    body.destroy();
    if (error instanceof BodyBroken) throw error.cause;
    if (signal.aborted || error instanceof BodyTooLarge) throw error;
    throw new BodyUndecodable('content does not match its encoding', { cause: error });
  }
  return joined(chunks);
}

/** The body's chunks, its own errors wrapped so that they cannot be taken for a decoder's. */
async function* named(body: Readable): Bytes {
  try {
    yield* body;
  } catch (cause) {
    throw new BodyBroken('body ended too soon', { cause });
  }
}

function metered(cap: number): Stage {
  return async function* (source) {
    let total = 0;
    for await (const chunk of source) {
      total += chunk.length;
      if (total > cap) throw new BodyTooLarge(`more than ${cap} bytes`);
      yield chunk;
    }
  };
}

/** `deflate` is zlib by the standard and raw by old habit; the first byte tells (RFC 1950, section 2.2). */
async function* inflate(source: Bytes): Bytes {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const decoder = (first.value[0] ?? 0) % 16 === 8 ? createInflate() : createInflateRaw();
  const all = async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  const fed = pipeline(all, decoder);
  fed.catch(() => {});
  try {
    yield* decoder;
  } finally {
    decoder.destroy();
  }
  await fed;
}

function joined(chunks: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
