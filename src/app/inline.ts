import type { Chat } from '../domain/chat.ts';
import type { Button, Content } from '../domain/message.ts';
import { articleReference, readReference } from '../domain/reference.ts';
import { readQuery } from '../domain/search.ts';
import type { Story, StoryCursor } from '../domain/story.ts';
import { headline, imageOf } from '../domain/story.ts';
import type { Voice } from '../i18n/voice.ts';
import { cleanControls } from '../text/bidi.ts';
import { cutAt } from '../text/lengths.ts';
import type { Desk } from './desk.ts';
import { storyBody } from './story-body.ts';
import { pictureFor } from './story-card.ts';
import { deepLink } from './story-links.ts';
import { bylineText, headlineText, toldAgo } from './story-view.ts';

/** Cards on a page; Telegram takes 50, but nobody looks that far before typing another word. */
const PAGE = 10;
/** Seconds for which Telegram may answer for us: new stories come in all the time, an archive changes little. */
const LATEST_KEPT = 30;
const FOUND_KEPT = 300;
/** A line of a list of cards holds about so many UTF-16 units; clients cut what is longer. */
const DESCRIPTION_UNITS = 200;
/** Words of the query that are said back on a button. */
const ECHO_UNITS = 24;

/** What somebody typed behind our name, in whatever chat. */
export interface InlineQuestion {
  /** Who asks: their private chat with us, if there is one, has their choices. */
  userId: number;
  clientLanguage?: string;
  query: string;
  /** Empty for the first page, else what the page before named as next. */
  offset: string;
}

/** A story that may be sent to the chat it was asked in. */
export interface InlineCard {
  id: string;
  title: string;
  description: string;
  url?: string;
  /** A small picture beside the title. */
  thumbnail?: string;
  content: Content;
}

export interface InlineAnswer {
  cards: InlineCard[];
  /** The offset of the next page, if there is one. */
  next?: string;
  /** What stands over the cards, or in their place: a way into the private chat. */
  button?: { label: string; start: string };
  /** Seconds for which this may be given to the same person again. */
  keep: number;
}

/** Offers stories in any chat: the latest, what is looked for, or the one that was shared. */
export type Inline = (question: InlineQuestion) => Promise<InlineAnswer>;

interface Asker {
  chat: Chat;
  voice: Voice;
}

type InlineDesk = Pick<Desk, 'news' | 'finding' | 'chats' | 'bot' | 'now'>;

export function createInline(desk: InlineDesk): Inline {
  const { news, finding, chats, bot, now } = desk;

  async function cards(stories: readonly Story[], { chat, voice }: Asker): Promise<InlineCard[]> {
    const { language, says } = voice;
    const made: InlineCard[] = [];
    for (const story of stories) {
      const lead = headline(story, language);
      const body = (await news.article(lead.id))?.body ?? '';
      const picture = imageOf(story, language);
      const buttons: Button[] = [{ label: says.buttonOpenHere, url: deepLink(bot(), story, language) }];
      if (lead.url) buttons.push({ label: says.buttonRead, url: lead.url });
      made.push({
        id: articleReference(lead.id),
        title: headlineText(story, voice),
        description: cutAt(bylineText(story, voice, toldAgo(story, voice, now())), DESCRIPTION_UNITS),
        ...(lead.url ? { url: lead.url } : {}),
        ...(picture === undefined ? {} : { thumbnail: picture }),
        content: {
          language,
          text: storyBody(story, body, voice),
          buttons: [buttons],
          ...pictureFor(story, chat, language),
        },
      });
    }
    return made;
  }

  /** The latest that the asker can read; where there is none of that, the latest of all. */
  async function latest(asker: Asker, offset: string): Promise<InlineAnswer> {
    const from = offset === '' ? undefined : readOffset(offset);
    if (offset !== '' && !from) return { cards: [], keep: FOUND_KEPT };
    const { bothLanguages } = asker.chat.preferences;
    const own = from ? from.own : bothLanguages !== true;
    const page = await news.latest({
      limit: PAGE,
      ...(own ? { language: asker.voice.language } : {}),
      ...(from ? { after: from.cursor } : {}),
    });
    if (page.stories.length === 0 && own && !from) return anyLatest(asker);
    return listed(page, own, asker);
  }

  async function anyLatest(asker: Asker): Promise<InlineAnswer> {
    const page = await news.latest({ limit: PAGE });
    if (page.stories.length === 0) return nothing(asker.voice.says.inlineNoStories);
    return listed(page, false, asker);
  }

  async function listed(
    { stories, older }: { stories: readonly Story[]; older: boolean },
    own: boolean,
    asker: Asker,
  ): Promise<InlineAnswer> {
    const last = stories.at(-1);
    return {
      cards: await cards(stories, asker),
      ...(older && last ? { next: writeOffset(last, own) } : {}),
      keep: LATEST_KEPT,
    };
  }

  async function found(asked: string, asker: Asker, offset: string): Promise<InlineAnswer> {
    const { says } = asker.voice;
    const query = readQuery(asked);
    if (!query) return nothing(says.inlineNothingToFind);
    const from = /^\d{1,4}$/.test(offset) ? Number(offset) : 0;
    const { found: hits, total } = await finding.find(query, { from, size: PAGE });
    if (total === 0) return nothing(says.inlineNone(cutAt(cleanControls(asked), ECHO_UNITS)));
    const stories = hits.map(({ story }) => story);
    return {
      cards: await cards(stories, asker),
      ...(from + PAGE < total ? { next: String(from + PAGE) } : {}),
      keep: FOUND_KEPT,
    };
  }

  async function shared(reference: string, asker: Asker): Promise<InlineAnswer> {
    const named = readReference(reference);
    const story = named && (await news.find(named));
    if (!story) return nothing(asker.voice.says.inlineGone);
    return { cards: await cards([story], asker), keep: FOUND_KEPT };
  }

  return async ({ userId, clientLanguage, query, offset }) => {
    const chat = await chats.chat(userId, 'private');
    const asker = { chat, voice: chats.voice(chat, clientLanguage) };
    const asked = query.trim();
    if (asked === '') return latest(asker, offset);
    const [, reference] = /^#([as][0-9a-z]{1,10})$/i.exec(asked) ?? [];
    return reference ? shared(reference, asker) : found(asked, asker, offset);
  };
}

/** No card says «nothing found»: somebody would send it. A button leads into the private chat instead. */
function nothing(label: string): InlineAnswer {
  return { cards: [], button: { label, start: 'inline' }, keep: LATEST_KEPT };
}

/** A place in the list of the latest: `o` of the asker's own language, `a` of all. */
function writeOffset({ sortAt, id }: StoryCursor, own: boolean): string {
  return `${own ? 'o' : 'a'}${sortAt.toString(36)}.${id.toString(36)}`;
}

function readOffset(offset: string): { cursor: StoryCursor; own: boolean } | undefined {
  const match = /^([oa])(-?[0-9a-z]{1,10})\.([0-9a-z]{1,10})$/.exec(offset);
  if (!match) return undefined;
  const [, kind, time = '', id = ''] = match;
  return {
    own: kind === 'o',
    cursor: { sortAt: Number.parseInt(time, 36), id: Number.parseInt(id, 36) },
  };
}
