import type { RichText } from './rich-text.ts';
import { innerOf, isSequence, plainText } from './rich-text.ts';

/** Bot API, sendMessage: 4096 UTF-16 units after entities are parsed; the rest is room for a part's own heading. */
export const MOST_UNITS = 3900;
/** Telegram keeps 100 entities of a message and drops the rest without a word. */
const MOST_ENTITIES = 96;
/** Links are counted with their addresses: about 9,500 units of entities are refused (telegram-bot-api, issue 165). */
const MOST_LINK_UNITS = 8000;

interface Weight {
  units: number;
  entities: number;
  links: number;
}

/**
 * Spreads blocks over as few messages as Telegram's limits allow, whole and in order, two line ends between them.
 * A block is never split: its maker keeps it far below one message.
 */
export function packParts<Block extends { text: RichText }>(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [];
  let used: Weight = { units: 0, entities: 0, links: 0 };
  for (const block of blocks) {
    const weight = weigh(block.text);
    const last = parts.at(-1);
    const full =
      used.units + weight.units + 2 > MOST_UNITS ||
      used.entities + weight.entities > MOST_ENTITIES ||
      used.links + weight.links > MOST_LINK_UNITS;
    if (!last || full) {
      parts.push([block]);
      used = weight;
    } else {
      last.push(block);
      used = {
        units: used.units + weight.units + 2,
        entities: used.entities + weight.entities,
        links: used.links + weight.links,
      };
    }
  }
  return parts;
}

function weigh(text: RichText): Weight {
  return { units: plainText(text).length, ...entitiesOf(text) };
}

function entitiesOf(text: RichText): { entities: number; links: number } {
  if (typeof text === 'string') return { entities: 0, links: 0 };
  if (isSequence(text)) {
    return text
      .map(entitiesOf)
      .reduce((sum, each) => ({ entities: sum.entities + each.entities, links: sum.links + each.links }), {
        entities: 0,
        links: 0,
      });
  }
  const inner = entitiesOf(innerOf(text));
  return {
    entities: inner.entities + 1,
    links: inner.links + ('link' in text ? text.url.length : 0),
  };
}
