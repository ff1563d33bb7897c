import type { Content } from '../domain/message.ts';

/** What a command answers. */
export interface Reply extends Content {
  /**
   * `edit` changes the message whose button was pressed (paging, switches) instead of sending another;
   * `notice` is a short plain sentence shown over the chat when a button asked. Both fall back to a message.
   */
  place?: 'new' | 'edit' | 'notice';
  /** Further messages that follow this one, in order. */
  followedBy?: readonly Content[];
  /** A file that is sent instead of a message; the text stands under it, 1024 units at most. */
  document?: { name: string; text: string };
}
