/** How /help, the menus and private chats speak of a command. */
export interface CommandWords {
  description: string;
  usage?: string;
  words: readonly string[];
  /** Words that stand for it only when nothing else is said. */
  alone?: readonly string[];
}
