import type { Content } from '../domain/message.ts';

/** `channel`: one in which its person may post; the messenger brings the choice back as a command. */
export interface Ask {
  for: 'location' | 'channel';
  label: string;
}

/** What a command answers. */
export interface Reply extends Content {
  /**
   * `edit` changes the message whose button was pressed (paging, switches) instead of sending another;
   * `notice` is a short plain sentence shown over the chat when a button asked. Both fall back to a message.
   */
  place?: 'new' | 'edit' | 'notice';
  /** Further messages that follow this one, in order. */
  followedBy?: readonly Content[];
  /** Instead of buttons a keyboard under the chat, which asks for something that only its person can give. Private chats only. */
  asks?: Ask;
  /** A file that is sent instead of a message; the text stands under it, 1024 units at most. */
  document?: { name: string; text: string };
}
