import { overtaking } from '../domain/development.ts';
import type { PlannedStory } from '../domain/edition-plan.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich } from '../domain/rich-text.ts';
import type { Story } from '../domain/story.ts';
import { headline, toldAt } from '../domain/story.ts';
import type { Summary } from '../domain/summary.ts';
import type { Voice } from '../i18n/voice.ts';
import { MARK, startsInDirection } from '../text/bidi.ts';
import { bylineText, headlineText, newsLine } from './story-view.ts';
import { summaryLabel, summaryText } from './summary-view.ts';

/** Room for the lines under a headline, in UTF-16 units: about two lines of a phone, three for long sentences. */
export const LEAD_UNITS = 240;

/** One story of an edition as its lines; what there is nothing to say of is empty. */
export interface EntryLines {
  headline: RichText;
  /** What is new since it was told, or since its headline. */
  news: RichText;
  lead: RichText;
  byline: RichText;
}

export interface EntryPlace {
  number: number;
  lead: Summary | undefined;
  /** When the edition was made, in ms. */
  at: number;
}

/** One story of an edition: number and headline, what is new since it was told, a few lines, sources and time. */
export function editionEntry(planned: PlannedStory, place: EntryPlace, voice: Voice): RichText {
  const { headline: title, news, lead, byline } = entryLines(planned, place, voice);
  return joinRich([title, news, lead, byline], '\n');
}

export function entryLines(
  { story, news, followed }: PlannedStory,
  { number, lead, at }: EntryPlace,
  voice: Voice,
): EntryLines {
  const { says, base } = voice;
  const standsFor = headline(story, voice.language);
  const { url } = standsFor;
  const title = headlineText(story, voice);
  const since = news.length > 0 ? news : overtaking(story, standsFor);
  const newest = since.find(({ language }) => language === voice.language) ?? since[0];
  const byline = [bylineText(story, voice, toldWhen(story, voice, at)), followed ? says.editionFollowed : ''];
  return {
    headline: [`${MARK[base]}${voice.number(number)}. `, { bold: url ? { link: title, url } : title }],
    news: newest ? newsLine(newest, standsFor, voice) : '',
    lead: lead && lead.text !== '' ? leadText(lead, voice) : '',
    byline: startsInDirection(byline.filter(Boolean).join(' · '), base),
  };
}

/** Machine-made lines carry their label; extracts are named once, at the foot of the edition. */
function leadText(lead: Summary, voice: Voice): RichText {
  const text = startsInDirection(summaryText(lead, voice), voice.base);
  if (lead.kind === 'extract' && lead.language === voice.language) return text;
  return [{ italic: summaryLabel(lead, voice) }, ': ', text];
}

/** An edition is read hours after it was made: it says when, not how long ago. */
function toldWhen(story: Story, voice: Voice, at: number): string | undefined {
  const told = toldAt(story);
  return told && voice.moment(told.at, told.precision, at);
}
