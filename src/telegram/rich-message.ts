import type { InputRichMessage } from 'grammy/types';
import type { RichContent } from '../domain/message.ts';
import type { RichBlock } from '../domain/rich-document.ts';
import type { RichText } from '../domain/rich-text.ts';
import { isSequence } from '../domain/rich-text.ts';
import { DAY_AND_TIME, unixTime } from './formatting.ts';

type InputBlock = NonNullable<InputRichMessage['blocks']>[number];
type ApiText = Extract<InputBlock, { type: 'paragraph' }>['text'];

/** A content's blocks as sendRichMessage takes them (Bot API 10.1). */
export function richMessage({ blocks, language }: RichContent): InputRichMessage {
  return {
    blocks: blocks.map(inputBlock),
    skip_entity_detection: true,
    ...(language === 'ar' ? { is_rtl: true } : {}),
  };
}

function inputBlock(block: RichBlock): InputBlock {
  if ('heading' in block) return { type: 'heading', text: apiText(block.heading), size: block.size };
  if ('paragraph' in block) return { type: 'paragraph', text: apiText(block.paragraph) };
  if ('footer' in block) return { type: 'footer', text: apiText(block.footer) };
  return {
    type: 'details',
    summary: apiText(block.details),
    blocks: block.blocks.map(inputBlock),
    ...(block.open ? { is_open: true } : {}),
  };
}

function apiText(text: RichText): ApiText {
  if (typeof text === 'string') return text;
  if (isSequence(text)) return text.map(apiText);
  if ('bold' in text) return { type: 'bold', text: apiText(text.bold) };
  if ('italic' in text) return { type: 'italic', text: apiText(text.italic) };
  // A rich message quotes in blocks; inside a paragraph slanted words do.
  if ('quote' in text) return { type: 'italic', text: apiText(text.quote) };
  if ('time' in text) {
    const seconds = unixTime(text.at);
    if (seconds === undefined) return text.time;
    return { type: 'date_time', text: text.time, unix_time: seconds, date_time_format: DAY_AND_TIME };
  }
  return { type: 'url', text: apiText(text.link), url: text.url };
}
