import type { ArticleHead } from '../domain/article.ts';
import { plainHeadline } from '../domain/machine-orders.ts';
import type { Button } from '../domain/message.ts';
import { storyReference } from '../domain/reference.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich, plainText } from '../domain/rich-text.ts';
import type { Story } from '../domain/story.ts';
import { headline, sourcesOf, toldAt } from '../domain/story.ts';
import type { Voice } from '../i18n/voice.ts';
import { cleanControls, isolate, isolateForeign, MARK, startsInDirection } from '../text/bidi.ts';
import { cutAt } from '../text/lengths.ts';

/** Longest headline in a list, in UTF-16 units; whole headlines of newspapers stay below it. */
const HEADLINE_UNITS = 180;
/** Longest source name in a line under a headline. */
const SOURCE_UNITS = 40;
/** Room that Telegram gives a message, less some for heading and notes (4096 UTF-16 units). */
export const LIST_UNITS = 3600;
/** Lists up to this length carry a button per story. */
const BUTTONS_UP_TO = 10;
const BUTTONS_PER_ROW = 5;
/** Letters that the buttons of a row show together on a telephone of 360 points. */
const ROW_LETTERS = 32;

/** A headline as one paragraph of a message in the voice's direction. */
export function headlineText(story: Story, voice: Voice): string {
  return displayTitle(headline(story, voice.language).title, voice);
}

/** A title ready to stand in a line: nothing that is no part of a headline, no controls, foreign runs isolated. */
export function displayTitle(title: string, voice: Voice): string {
  const plain = plainHeadline(cleanControls(title)) || voice.says.titleWithheld;
  return isolateForeign(cutAt(plain, HEADLINE_UNITS), voice.base);
}

/** A source's name ready to stand in a line, whole or cut at so many UTF-16 units. */
export function displaySource(name: string, voice: Voice, units = SOURCE_UNITS): string {
  const plain = plainHeadline(cleanControls(name));
  return plain ? isolate(cutAt(plain, units)) : voice.says.unnamedSource;
}

/** How long ago a story was told, as a list of the moment says it; `undefined` when nobody dated it. */
export function toldAgo(story: Story, voice: Voice, now: number): string | undefined {
  const told = toldAt(story);
  return told && voice.age(told.at, told.precision, now);
}

/** `المرفأ · قبل 3 ساعات · 3 مصادر`: who told the story first, when, and how many tell it. */
export function bylineText(story: Story, voice: Voice, when: string | undefined): string {
  return plainText(byline(story, voice, when));
}

/** The same with a moment that clients may show their own way. */
export function byline(story: Story, voice: Voice, when: RichText | undefined): RichText {
  const lead = headline(story, voice.language);
  const sources = sourcesOf(story).length;
  const parts = [
    displaySource(lead.source.name, voice),
    when ?? voice.says.undated,
    sources > 1 ? voice.says.sourceCount(sources, voice.number(sources)) : '',
    lead.language === voice.language ? '' : voice.says.inLanguage(voice.languageName(lead.language)),
  ];
  return joinRich(parts, ' · ');
}

/** What is new in a story since its headline: the newer report, and its language where that is not the headline's. */
export function newsLine({ title, url, language }: ArticleHead, below: ArticleHead, voice: Voice): RichText {
  const { says, base, languageName } = voice;
  const shown = displayTitle(title, voice);
  const foreign = language === below.language ? '' : ` · ${says.inLanguage(languageName(language))}`;
  return [MARK[base], { italic: says.editionNews }, ': ', url ? { link: shown, url } : shown, foreign];
}

/** When a story was told, for a text that is read anywhere and at any time; a day is only a day. */
export function toldMoment(story: Story, voice: Voice): RichText | undefined {
  const told = toldAt(story);
  if (!told) return undefined;
  // A bare day is kept as midnight UTC: in any other zone it could be the day before.
  if (told.precision === 'day') return voice.day(told.at);
  return { time: voice.dateTime(told.at), at: told.at };
}

/** One numbered entry of a list: the headline, linked to its article, and a line about it. */
export function storyEntry(story: Story, number: number, voice: Voice, now: number, note?: string): RichText {
  const lead = headline(story, voice.language);
  const title = headlineText(story, voice);
  const linked: RichText = lead.url ? { link: title, url: lead.url } : title;
  const lines: RichText[] = [
    [`${MARK[voice.base]}${voice.number(number)}. `, { bold: linked }],
    startsInDirection(bylineText(story, voice, toldAgo(story, voice, now)), voice.base),
  ];
  if (note) lines.push({ italic: startsInDirection(note, voice.base) });
  return joinRich(lines, '\n');
}

/** As many entries as fit one message, from the first on; never fewer than one. */
export function fitting(entries: readonly RichText[], units = LIST_UNITS): RichText[] {
  const kept: RichText[] = [];
  let used = 0;
  for (const entry of entries) {
    used += plainText(entry).length + 2;
    if (kept.length > 0 && used > units) break;
    kept.push(entry);
  }
  return kept;
}

/** Rows of numbered buttons that each open what belongs to one story of the list: its summary, and what is related to it. */
export function storyButtons(stories: readonly Story[], first: number, voice: Voice): Button[][] {
  if (stories.length > BUTTONS_UP_TO) return [];
  const { buttonSummaryOf, buttonRelatedTo } = voice.says;
  const row = (label: (number: string) => string, command: string) =>
    stories.map((story, index) => ({
      label: label(voice.number(first + index)),
      command: `${command} ${storyReference(story.id)}`,
    }));
  return [row(buttonSummaryOf, 'summary'), row(buttonRelatedTo, 'related')].flatMap((buttons) =>
    inRows(buttons, fittingARow(buttons)),
  );
}

/** How many buttons of this length a telephone shows beside each other without cutting their words. */
function fittingARow(buttons: readonly Button[]): number {
  const longest = Math.max(...buttons.map(({ label }) => label.length));
  return Math.min(BUTTONS_PER_ROW, Math.max(1, Math.floor(ROW_LETTERS / longest)));
}

/** Rows as even as they can be: seven at most five a row are four and three. */
export function inRows<Item>(items: readonly Item[], most: number): Item[][] {
  const rows = Math.ceil(items.length / most);
  const perRow = Math.ceil(items.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, row) => items.slice(row * perRow, (row + 1) * perRow));
}
