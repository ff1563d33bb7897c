import type { PlannedStory } from '../domain/edition-plan.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich } from '../domain/rich-text.ts';
import type { Story } from '../domain/story.ts';
import { headline, toldAt } from '../domain/story.ts';
import type { Summary } from '../domain/summary.ts';
import type { Voice } from '../i18n/voice.ts';
import { startsInDirection } from '../text/bidi.ts';
import { bylineText, displayTitle, headlineText } from './story-view.ts';
import { summaryLabel, summaryText } from './summary-view.ts';

/** Room for the lines under a headline, in UTF-16 units: about two lines of a phone, three for long sentences. */
export const LEAD_UNITS = 240;

/** One story of an edition: number and headline, what is new since it was told, a few lines, sources and time. */
export function editionEntry(
  { story, news, followed }: PlannedStory,
  { number, lead, at }: { number: number; lead: Summary | undefined; at: number },
  voice: Voice,
): RichText {
  const { says, base } = voice;
  const mark = base === 'rtl' ? '\u200F' : '\u200E';
  const { url } = headline(story, voice.language);
  const title = headlineText(story, voice);
  const [newest] = news;
  const lines: RichText[] = [
    [`${mark}${voice.number(number)}. `, { bold: url ? { link: title, url } : title }],
    newest
      ? [
          `${mark}`,
          { italic: says.editionNews },
          ': ',
          newest.url
            ? { link: displayTitle(newest.title, voice), url: newest.url }
            : displayTitle(newest.title, voice),
        ]
      : '',
    lead && lead.text !== '' ? leadText(lead, voice) : '',
    startsInDirection(
      [bylineText(story, voice, toldWhen(story, voice, at)), followed ? says.editionFollowed : '']
        .filter(Boolean)
        .join(' · '),
      base,
    ),
  ];
  return joinRich(lines, '\n');
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
