import type { Profile } from '../domain/edition.ts';
import type { PlannedStory } from '../domain/edition-plan.ts';
import type { Button, Content } from '../domain/message.ts';
import { packParts } from '../domain/message-parts.ts';
import { articleReference, storyReference } from '../domain/reference.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich } from '../domain/rich-text.ts';
import { headline, sourcesOf } from '../domain/story.ts';
import type { Summary } from '../domain/summary.ts';
import type { Topic } from '../domain/topic.ts';
import { topicName } from '../domain/topic.ts';
import type { Voice } from '../i18n/voice.ts';
import { startsInDirection } from '../text/bidi.ts';
import { editionEntry } from './edition-entry.ts';
import { inRows } from './story-view.ts';

/** An edition ready to be written out. */
export interface EditionPage {
  profile: Profile;
  /** In the order of the page. */
  stories: readonly PlannedStory[];
  /** What stands under each headline, by story; none where the chat wants headlines alone. */
  leads: ReadonlyMap<number, Summary>;
  topics: readonly Topic[];
  /** The bot's name, for links into its private chat. */
  botName: string;
  /** When it was made, in ms. */
  at: number;
  /** The hour it was due at, when it comes late. */
  lateFor?: string;
  /** A line above the first heading, if any. */
  note?: string;
}

interface Block {
  text: RichText;
  planned?: PlannedStory;
}

const BUTTONS_PER_ROW = 5;

/** An edition as its messages, in order: masthead, stories under their topics, and a line about where the words come from. */
export function editionParts(page: EditionPage, voice: Voice): Content[] {
  const numbers = numbersOf(page);
  const blocks: Block[] = [{ text: mastheadText(page, voice) }, ...storyBlocks(page, numbers, voice)];
  const footer = footerText(page, voice);
  if (footer) blocks.push({ text: { italic: startsInDirection(footer, voice.base) } });
  const parts = packParts(blocks);
  // Every part knows the whole list, so that a number means the same whichever part it is said under.
  const ids = page.stories.map(({ story }) => story.id);
  return parts.map((part, at): Content => {
    const heading: RichText[] =
      at === 0
        ? []
        : [
            {
              bold: voice.says.editionPart(
                editionName(page, voice),
                voice.number(at + 1),
                voice.number(parts.length),
              ),
            },
          ];
    const planned = part.flatMap((block) => block.planned ?? []);
    const buttons = editionButtons(planned, numbers, page, voice, at === parts.length - 1);
    return {
      language: voice.language,
      text: joinRich([...heading, ...part.map((block) => block.text)], '\n\n'),
      ...(buttons.length > 0 ? { buttons } : {}),
      ...(ids.length > 0 ? { shows: { as: 'list', ids, first: 1 } } : {}),
    };
  });
}

/** `موجز الصباح`, by the hour at which it was made. */
export function editionName({ at }: Pick<EditionPage, 'at'>, { says, hour }: Voice): string {
  const now = hour(at);
  if (now >= 4 && now < 11) return says.editionMorning;
  if (now >= 11 && now < 14) return says.editionMidday;
  if (now >= 14 && now < 17) return says.editionAfternoon;
  return now >= 17 && now < 22 ? says.editionEvening : says.editionNight;
}

/** The number of each story, by its id. */
export function numbersOf({ stories }: Pick<EditionPage, 'stories'>): Map<number, number> {
  return new Map(stories.map(({ story }, at) => [story.id, at + 1]));
}

function mastheadText(page: EditionPage, voice: Voice): RichText {
  const { name, lines } = mastheadLines(page, voice);
  return joinRich([{ bold: name }, ...lines], '\n');
}

/** The edition's name, and under it the day in words, how much there is, and what has to be said of it. */
export function mastheadLines(page: EditionPage, voice: Voice): { name: string; lines: RichText[] } {
  const { says } = voice;
  const names = page.profile.topics.map((id) => topicName(page.topics, id, voice.language));
  const nothing = names.length > 0 ? says.editionEmptyTopics(voice.list(names)) : says.editionEmpty;
  const date = [voice.longDate(page.at), page.profile.hijri ? voice.hijriDate(page.at) : ''];
  const lines: RichText[] = [
    startsInDirection(date.filter(Boolean).join(' · '), voice.base),
    page.stories.length === 0 ? nothing : editionCounts(page, voice),
  ];
  if (page.lateFor) lines.push({ italic: says.editionLate(voice.clock(page.lateFor)) });
  if (page.note) lines.push({ italic: page.note });
  return { name: editionName(page, voice), lines };
}

/** How many stories, of how many sources. */
export function editionCounts({ stories }: EditionPage, { says, number }: Voice): string {
  const sources = new Set(stories.flatMap(({ story }) => sourcesOf(story).map(({ name }) => name))).size;
  return `${says.storyCount(stories.length, number(stories.length))} ${says.fromSources(sources, number(sources))}`;
}

/** The name of the topic that a story stands under. */
export function headingOf({ topic }: PlannedStory, { topics }: EditionPage, voice: Voice): string {
  return topic === undefined ? voice.says.editionOtherTopics : topicName(topics, topic, voice.language);
}

/** Each topic's heading stands in one block with its first story, so that no message ends with a heading. */
function storyBlocks(page: EditionPage, numbers: ReadonlyMap<number, number>, voice: Voice): Block[] {
  const headings = new Set(page.stories.map(({ topic }) => topic)).size > 1;
  let under: string | undefined | null = null;
  return page.stories.map((planned) => {
    const entry = editionEntry(
      planned,
      { number: numbers.get(planned.story.id) ?? 0, lead: page.leads.get(planned.story.id), at: page.at },
      voice,
    );
    if (!headings || planned.topic === under) return { text: entry, planned };
    under = planned.topic;
    return { text: [{ bold: `▪ ${headingOf(planned, page, voice)}` }, '\n\n', entry], planned };
  });
}

/** Where the words under the headlines come from; empty where there are none. */
export function footerText({ leads }: EditionPage, { says }: Voice): string {
  const kinds = new Set([...leads.values()].filter(({ text }) => text !== '').map(({ kind }) => kind));
  if (kinds.has('generated')) return kinds.has('extract') ? says.editionSomeGenerated : '';
  return kinds.has('extract') ? says.editionExtracts : '';
}

/** A number for each story that opens its card, and under the last part the way to more. */
export function editionButtons(
  planned: readonly PlannedStory[],
  numbers: ReadonlyMap<number, number>,
  { profile, botName }: EditionPage,
  voice: Voice,
  last: boolean,
): Button[][] {
  const { says, language, number } = voice;
  const opening = planned.map(({ story }): Button => {
    const label = number(numbers.get(story.id) ?? 0);
    if (!profile.channel) return { label, command: `start ${storyReference(story.id)}` };
    const article = headline(story, language);
    return { label, url: `https://t.me/${botName}?start=${articleReference(article.id)}` };
  });
  const rows = inRows(opening, BUTTONS_PER_ROW);
  if (!last || profile.channel) return rows;
  const more: Button[] = [
    { label: says.buttonLatest, command: 'latest' },
    { label: says.editionSettings, command: 'settings' },
  ];
  return [...rows, more];
}
