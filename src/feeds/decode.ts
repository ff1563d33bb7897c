import { CODE_PAGES, looksGarbled, plausibility } from './code-page.ts';

export interface EncodingHints {
  /** What the HTTP header named, if anything. */
  charset?: string;
}

/** As much of a text as its encoding is told from, in bytes. */
const SAMPLE = 128 * 1024;

/** A code page by declaration is believed unless another reads this much better (points of `plausibility`). */
const CLEARLY_BETTER = 4;

/** Where XML and HTML say their own encoding, and how. */
const DECLARED =
  /^[\s\S]{0,64}<\?xml[^>]{0,200}\bencoding\s*=\s*["']?\s*([\w.:-]+)|<meta[^>]{1,200}\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;

/** The text that bytes hold. Never throws: what cannot be read comes as U+FFFD. */
export function decode(bytes: Uint8Array, hints: EncodingHints = {}): string {
  return new TextDecoder(encodingOf(bytes, hints)).decode(bytes);
}

/** A decoder for a text of which only the beginning is at hand; use it with `{ stream: true }`. */
export function decoderFor(sample: Uint8Array, hints: EncodingHints = {}): TextDecoder {
  return new TextDecoder(encodingOf(sample, hints));
}

/**
 * The encoding of a text, in this order: byte order mark; UTF-16 told by its zeros; UTF-8 wherever the bytes are UTF-8,
 * whatever was declared; the HTTP header; the text's own declaration; the likeliest of the code pages.
 * A declaration that makes garbage of the text is not believed.
 */
function encodingOf(bytes: Uint8Array, hints: EncodingHints = {}): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = wideEncoding(bytes.subarray(0, 4096));
  if (wide) return wide;

  const sample = sampleOf(bytes);
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const own = DECLARED.exec(head);
  const declared = [hints.charset, own?.[1] ?? own?.[2]].flatMap((label) => known(label) ?? []);
  if (isUtf8(sample)) {
    const escapes = declared.find((label) => label === 'iso-2022-jp');
    return escapes && sample.includes(0x1b) ? escapes : 'utf-8';
  }

  const scores = CODE_PAGES.map((label) => ({ label, score: plausibility(read(sample, label)) }));
  const best = scores.reduce((leading, each) => (each.score > leading.score ? each : leading));
  for (const label of declared) {
    const page = scores.find((each) => each.label === label);
    if (
      page ? page.score + CLEARLY_BETTER >= best.score : isNarrow(label) && !looksGarbled(read(sample, label))
    )
      return label;
  }
  return best.label;
}

/** UTF-16 without a mark: one byte of each pair is zero, or stays in the Arabic block, far more often than the other. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const counts = { even: 0, odd: 0, zeros: 0 };
  const length = bytes.length - (bytes.length % 2);
  for (let index = 0; index < length; index++) {
    const byte = bytes[index];
    if (byte === 0) counts.zeros++;
    if (byte === 0 || byte === 6) counts[index % 2 ? 'odd' : 'even']++;
  }
  if (counts.zeros === 0 || length < 4) return undefined;
  const pairs = length / 2;
  if (counts.odd > pairs * 0.7 && counts.even < pairs * 0.3) return 'utf-16le';
  if (counts.even > pairs * 0.7 && counts.odd < pairs * 0.3) return 'utf-16be';
  return undefined;
}

/** A stretch that starts just before the first byte beyond ASCII: the part that can tell encodings apart. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 1024);
  return bytes.subarray(start, start + SAMPLE);
}

/** UTF-8, but for a last character cut in two and a few broken ones among many whole ones. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return /[^\0-\x7F]/.test(text) || bytes.every((byte) => byte <= 0x7f) || isMarked(bytes);
  } catch {
    const text = read(bytes, 'utf-8');
    const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
    const broken = text.match(/\uFFFD/g)?.length ?? 0;
    return whole > 20 * broken;
  }
}

/** A byte order mark of UTF-8, which decoding takes away. */
const isMarked = ([first, second, third]: Uint8Array) => first === 0xef && second === 0xbb && third === 0xbf;

/** The name by which the platform knows a declared encoding; UTF-8 and UTF-16 have been ruled out by then. */
function known(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

const isNarrow = (label: string) => !label.startsWith('utf-');

function read(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes, { stream: true });
}
