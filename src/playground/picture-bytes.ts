import { badRequest } from './errors.ts';

// What Telegram does with the bytes of a photo, as far as they tell it without being decoded.

const PNG_SIGNATURE = '89504e470d0a1a0a';
/** Every PNG ends in this chunk (PNG, 11.2.5); one without was cut off. */
const PNG_END = '0000000049454e44ae426082';
/** JPEG, GIF and both halves of WebP's beginning. */
const OTHERS = [/^ffd8ff/, /^47494638/, /^52494646.{8}57454250/];
/** Bot API, sendPhoto: width and height together, and one in parts of the other. */
const MOST_PIXELS = 10_000;
const MOST_RATIO = 20;

/** The size of a picture, where it is a PNG; throws Telegram's 400 for what it would not take for a photo. */
export function photoSize(data: Uint8Array): { width: number; height: number } | undefined {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const beginning = bytes.toString('hex', 0, 12);
  if (OTHERS.some((signature) => signature.test(beginning))) return undefined;
  const whole = beginning.startsWith(PNG_SIGNATURE) && bytes.toString('hex', bytes.length - 12) === PNG_END;
  if (!whole || bytes.length < 36) throw badRequest('IMAGE_PROCESS_FAILED');
  // A PNG says its size in its first chunk (PNG, 11.2.1).
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  if (shorter === 0) throw badRequest('IMAGE_PROCESS_FAILED');
  if (width + height > MOST_PIXELS || longer > MOST_RATIO * shorter)
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return { width, height };
}
