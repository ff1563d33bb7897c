import type { Chat } from '../domain/chat.ts';
import type { Follow } from '../domain/follow.ts';
import type { Button, Content } from '../domain/message.ts';
import { articleReference, storyReference } from '../domain/reference.ts';
import { joinRich } from '../domain/rich-text.ts';
import type { Story } from '../domain/story.ts';
import { headline } from '../domain/story.ts';
import type { Topic } from '../domain/topic.ts';
import { topicName } from '../domain/topic.ts';
import type { Voice } from '../i18n/voice.ts';
import { isolate, startsInDirection } from '../text/bidi.ts';
import { cutAt } from '../text/lengths.ts';
import type { Reply } from './reply.ts';
import {
  bylineText,
  fitting,
  headlineText,
  inRows,
  storyButtons,
  storyEntry,
  toldAgo,
} from './story-view.ts';

/** Follows with a button of their own; the rest go by their words. */
const MOST_BUTTONS = 20;
const BUTTON_UNITS = 24;

/** What is followed, as its chat would call it. */
export function followName({ kind, value }: Follow, topics: readonly Topic[], voice: Voice): string {
  return kind === 'topic' ? topicName(topics, value, voice.language) : value;
}

/** One story as an alert: what it is followed for, headline and byline, and its card behind a button. */
export function alertContent(
  story: Story,
  followed: string,
  { chat, botName, at }: { chat: Chat; botName: string; at: number },
  voice: Voice,
): Content {
  const { says, language, base } = voice;
  const lead = headline(story, language);
  const title = headlineText(story, voice);
  const open: Button =
    chat.kind === 'channel'
      ? { label: says.buttonSummary, url: `https://t.me/${botName}?start=${articleReference(lead.id)}` }
      : { label: says.buttonSummary, command: `summary ${storyReference(story.id)}` };
  const buttons: Button[] =
    chat.kind === 'channel'
      ? [open]
      : [open, { label: says.buttonRelated, command: `related ${storyReference(story.id)}` }];
  return {
    language,
    text: joinRich(
      [
        { italic: says.alertTitle(isolate(followed)) },
        { bold: lead.url ? { link: title, url: lead.url } : title },
        startsInDirection(bylineText(story, voice, toldAgo(story, voice, at)), base),
      ],
      '\n',
    ),
    buttons: [buttons],
    shows: { as: 'card', ids: [story.id], first: 1 },
  };
}

/** What came in while it was quiet, as one list. */
export function heldContent(stories: readonly Story[], at: number, voice: Voice): Content {
  const entries = fitting(stories.map((story, index) => storyEntry(story, index + 1, voice, at)));
  const shown = stories.slice(0, entries.length);
  return {
    language: voice.language,
    text: joinRich([{ bold: voice.says.alertsHeld }, ...entries], '\n\n'),
    buttons: storyButtons(shown, 1, voice),
    shows: { as: 'list', ids: shown.map(({ id }) => id), first: 1 },
  };
}

/** What a place follows, each with a button that drops it. */
export function followList(follows: readonly Follow[], topics: readonly Topic[], voice: Voice): Reply {
  const { says, language, number } = voice;
  if (follows.length === 0) return { language, text: says.followingNone };
  const kinds = { topic: says.followKindTopic, source: says.followKindSource, words: '', story: '' };
  const lines = follows.map((follow, at) => {
    const kind = kinds[follow.kind];
    const name = isolate(followName(follow, topics, voice));
    return startsInDirection(`${number(at + 1)}. ${name}${kind === '' ? '' : ` (${kind})`}`, voice.base);
  });
  const drop = follows.slice(0, MOST_BUTTONS).map(
    (follow): Button => ({
      label: says.buttonUnfollow(cutAt(followName(follow, topics, voice), BUTTON_UNITS)),
      command: `unfollow #${follow.id}`,
    }),
  );
  return {
    language,
    text: joinRich([{ bold: says.following }, lines.join('\n'), { italic: says.followingHow }], '\n\n'),
    buttons: [
      ...inRows(drop, 2),
      ...(follows.length > 1 ? [[{ label: says.buttonUnfollowAll, command: 'unfollow all' }]] : []),
    ],
  };
}
