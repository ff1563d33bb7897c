/** How /help, the menus and private chats speak of a command. */
export interface CommandWords {
  description: string;
  usage?: string;
  words: readonly string[];
}
