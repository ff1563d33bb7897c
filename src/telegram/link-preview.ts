import type { LinkPreviewOptions } from 'grammy/types';
import type { Content } from '../domain/message.ts';

/** No preview of whatever link happens to stand first in a text; a picture only where the message asks for one. */
export function linkPreview({ picture }: Pick<Content, 'picture'>): LinkPreviewOptions {
  if (picture === undefined) return { is_disabled: true };
  return { url: picture, prefer_large_media: true, show_above_text: true };
}
