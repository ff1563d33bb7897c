import type { RichText } from './rich-text.ts';

/**
 * A message laid out in blocks, for servers and clients that know rich messages (Bot API 10.1). Headings are sized 1 to 6;
 * `details` is folded away under its summary unless `open`.
 */
export type RichBlock =
  | { heading: RichText; size: 1 | 2 | 3 | 4 | 5 | 6 }
  | { paragraph: RichText }
  | { details: RichText; blocks: readonly RichBlock[]; open: boolean }
  | { footer: RichText };

/**
 * Bot API, «Rich Message Limits»: 32,768 characters and 500 blocks, those within others counted; some is left for what a server
 * counts otherwise.
 */
export const MOST_RICH_UNITS = 30_000;
export const MOST_RICH_BLOCKS = 450;
