import type { Chat } from '../domain/chat.ts';
import type { Button, Content } from '../domain/message.ts';
import { storyReference } from '../domain/reference.ts';
import type { Story } from '../domain/story.ts';
import { headline, pictureOf } from '../domain/story.ts';
import type { Voice } from '../i18n/voice.ts';
import type { Reply } from './reply.ts';
import { storyBody } from './story-body.ts';
import type { BotIdentity } from './story-links.ts';
import { copyButton, shareButton } from './story-links.ts';

/** One story by itself, with what can be done with it. `body` is the text of its heading article. */
export function storyCard(
  story: Story,
  body: string,
  { chat, bot }: { chat: Chat; bot: BotIdentity },
  voice: Voice,
): Reply {
  const { says, language } = voice;
  const lead = headline(story, language);
  const reference = storyReference(story.id);
  // A channel's posts do not tell whose they are, so Telegram refuses buttons there that ask the bot in another chat.
  const sharing = chat.kind === 'channel' ? { ...bot, inline: false } : bot;
  const last: Button[] = [copyButton(bot, story, voice)];
  if (lead.url) last.push({ label: says.buttonRead, url: lead.url });
  return {
    language,
    text: storyBody(story, body, voice),
    buttons: [
      [
        { label: says.buttonSummary, command: `summary ${reference}` },
        { label: says.buttonRelated, command: `related ${reference}` },
      ],
      [{ label: says.buttonFollowStory, command: `follow ${reference}` }, shareButton(sharing, story, voice)],
      last,
    ],
    shows: { as: 'card', ids: [story.id], first: 1 },
    ...pictureFor(story, chat, language),
  };
}

/** A story's picture where the chat wants pictures. */
export function pictureFor(story: Story, { preferences }: Chat, language: string): Pick<Content, 'picture'> {
  const picture = preferences.pictures ? pictureOf(story, language) : undefined;
  return picture === undefined ? {} : { picture };
}
