import type { ArticleHead } from '../domain/article.ts';
import type { Chat } from '../domain/chat.ts';
import type { Follow } from '../domain/follow.ts';
import type { Button, Content } from '../domain/message.ts';
import { storyReference } from '../domain/reference.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich } from '../domain/rich-text.ts';
import type { Story } from '../domain/story.ts';
import { headline } from '../domain/story.ts';
import type { Topic } from '../domain/topic.ts';
import { topicName } from '../domain/topic.ts';
import type { Voice } from '../i18n/voice.ts';
import { isolate, startsInDirection } from '../text/bidi.ts';
import { cutAt } from '../text/lengths.ts';
import type { Reply } from './reply.ts';
import { pictureFor } from './story-card.ts';
import { deepLink } from './story-links.ts';
import {
  bylineText,
  displayTitle,
  fitting,
  headlineText,
  inRows,
  newsLine,
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

/** Where an alert goes, and when it is written, in ms. */
export interface AlertSetting {
  chat: Chat;
  botName: string;
  at: number;
  /** The last for now: what follows within the hour comes together. */
  last?: boolean;
}

/**
 * One story as an alert: what it is followed for, headline and byline, and its card behind a button. `news`: the report that
 * has what is followed, where the story began without it.
 */
export function alertContent(
  { story, news, followed }: { story: Story; news: ArticleHead | undefined; followed: string },
  setting: AlertSetting,
  voice: Voice,
): Content {
  const { says } = voice;
  const heading = { italic: says.alertTitle(isolate(followed)) };
  const onward: Button = { label: says.buttonFollowStory, command: `follow ${storyReference(story.id)}` };
  const lines = news ? newsLines(story, news, voice) : [titleOf(headline(story, voice.language), voice)];
  return alert(news ? { ...story, articles: [news] } : story, [heading, ...lines], onward, setting, voice);
}

/** What has developed in a story that is followed: the newest report of it, and the story it belongs to. */
export function developmentContent(
  story: Story,
  news: ArticleHead,
  followId: number,
  setting: AlertSetting,
  voice: Voice,
): Content {
  const { says } = voice;
  const lines = [{ italic: says.developmentTitle }, ...newsLines(story, news, voice)];
  const onward: Button = { label: says.buttonUnfollowStory, command: `unfollow #${followId} only` };
  return alert({ ...story, articles: [news] }, lines, onward, setting, voice);
}

/** In a channel nobody can press what changes it, so there the one button leads into the private chat. */
function alert(
  told: Story,
  lines: readonly RichText[],
  onward: Button,
  { chat, botName, at, last }: AlertSetting,
  voice: Voice,
): Content {
  const { says, language, base } = voice;
  const reference = storyReference(told.id);
  const buttons: Button[][] =
    chat.kind === 'channel'
      ? [[{ label: says.buttonSummary, url: deepLink({ name: botName }, told, language) }]]
      : [
          [
            { label: says.buttonSummary, command: `summary ${reference}` },
            { label: says.buttonRelated, command: `related ${reference}` },
          ],
          [onward],
        ];
  return {
    language,
    text: joinRich(
      [
        ...lines,
        startsInDirection(bylineText(told, voice, toldAgo(told, voice, at)), base),
        last ? { italic: says.alertLast } : '',
      ],
      '\n',
    ),
    buttons,
    shows: { as: 'card', ids: [told.id], first: 1 },
    ...pictureFor(told, chat, language),
  };
}

/** A report's headline, and that of its story where it is another. */
function newsLines(story: Story, news: ArticleHead, voice: Voice): RichText[] {
  const title = headlineText(story, voice);
  const another = displayTitle(news.title, voice) !== title;
  return [titleOf(news, voice), another ? voice.says.developmentOf(title) : ''];
}

function titleOf({ title, url }: ArticleHead, voice: Voice): RichText {
  const shown = displayTitle(title, voice);
  return { bold: url ? { link: shown, url } : shown };
}

/** What came in while it was quiet, or while much else did, as one list; of `developed` stories with their newest report. */
export function heldContent(
  stories: readonly Story[],
  developed: ReadonlySet<number>,
  why: 'quiet' | 'crowded',
  at: number,
  voice: Voice,
): Content {
  const entries = fitting(
    stories.map((story, index) =>
      joinRich(
        [storyEntry(story, index + 1, voice, at), developed.has(story.id) ? newsOf(story, voice) : ''],
        '\n',
      ),
    ),
  );
  const shown = stories.slice(0, entries.length);
  return {
    language: voice.language,
    text: joinRich(
      [{ bold: why === 'quiet' ? voice.says.alertsHeld : voice.says.alertsCrowded }, ...entries],
      '\n\n',
    ),
    buttons: storyButtons(shown, 1, voice),
    shows: { as: 'list', ids: shown.map(({ id }) => id), first: 1 },
  };
}

/** The newest report of a story in the reader's language, unless it is the one that heads it. */
function newsOf(story: Story, voice: Voice): RichText {
  const own = story.articles.filter(({ language }) => language === voice.language);
  const newest = (own.length > 0 ? own : story.articles).toSorted(
    (a, b) => b.sortAt - a.sortAt || b.id - a.id,
  )[0];
  const first = headline(story, voice.language);
  return !newest || newest.id === first.id ? '' : newsLine(newest, first, voice);
}

/** What a place follows, each with a button that drops it. */
export function followList(follows: readonly Follow[], topics: readonly Topic[], voice: Voice): Reply {
  const { says, language, number } = voice;
  if (follows.length === 0) return { language, text: says.followingNone };
  const kinds = {
    topic: says.followKindTopic,
    source: says.followKindSource,
    words: '',
    story: says.followKindStory,
  };
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
