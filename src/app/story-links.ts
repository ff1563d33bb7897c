import type { Button } from '../domain/message.ts';
import { articleReference } from '../domain/reference.ts';
import type { Story } from '../domain/story.ts';
import { headline } from '../domain/story.ts';
import type { Voice } from '../i18n/voice.ts';

/** What Telegram has told of the bot itself. */
export interface BotIdentity {
  /** Its name behind the `@`. */
  name: string;
  /** Whether it may be asked in other chats: its owner has said `/setinline` to BotFather. */
  inline: boolean;
}

/** Bot API, CopyTextButton: 1-256 characters. */
const MOST_COPIED = 256;

/** The link that opens a story in the bot's private chat; it names an article, which outlives regrouping. */
export function deepLink({ name }: Pick<BotIdentity, 'name'>, story: Story, language: string): string {
  return `https://t.me/${name}?start=${articleReference(headline(story, language).id)}`;
}

/** What is asked behind our name to offer one story; the sign keeps it apart from words that look alike. */
function sharedQuery(story: Story, language: string): string {
  return `#${articleReference(headline(story, language).id)}`;
}

/** Sends the story on: as a card in a chat of the reader's choice, or, where the bot cannot be asked there, as a link. */
export function shareButton(bot: BotIdentity, story: Story, voice: Voice): Button {
  const { language, says } = voice;
  if (bot.inline) return { label: says.buttonShare, inline: sharedQuery(story, language) };
  const { url, title } = headline(story, language);
  const address = new URLSearchParams({ url: url ?? deepLink(bot, story, language), text: title });
  return { label: says.buttonShare, url: `https://t.me/share/url?${address}` };
}

/** Copies the article's own link, or the one into the bot where there is none that a button can hold. */
export function copyButton(bot: BotIdentity, story: Story, { language, says }: Voice): Button {
  const { url } = headline(story, language);
  const copy = url && url.length <= MOST_COPIED ? url : deepLink(bot, story, language);
  return { label: says.buttonCopyLink, copy };
}
