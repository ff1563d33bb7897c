import type { Button } from '../domain/message.ts';
import { storyReference } from '../domain/reference.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich } from '../domain/rich-text.ts';
import type { Story } from '../domain/story.ts';
import { headline, sourcesOf } from '../domain/story.ts';
import type { Voice } from '../i18n/voice.ts';
import { cleanControls, isolate, isolateForeign, startsInDirection } from '../text/bidi.ts';
import { cutAt } from '../text/lengths.ts';
import { isWholeSentence, sentences } from '../text/sentences.ts';
import type { Reply } from './reply.ts';
import { bylineText, headlineText, toldAgo } from './story-view.ts';

/** Longest teaser on a card, in UTF-16 units. */
const LEAD_UNITS = 500;
const LEAD_SENTENCES = 3;
const MOST_SOURCES = 8;

/** One story by itself: headline, byline, teaser, sources with links, and what can be done with it. `body` is its article's text. */
export function storyCard(story: Story, body: string, voice: Voice, now: number): Reply {
  const { says, language, base } = voice;
  const lead = headline(story, language);
  const teaser = isolateForeign(teaserOf(lead.summary ?? '', body), base);
  const sources = sourcesOf(story).slice(0, MOST_SOURCES);
  const links: RichText[] = sources.map(({ name, url }) => {
    const shown = isolate(cleanControls(name));
    return url ? { link: shown, url } : shown;
  });
  const reference = storyReference(story.id);
  const buttons: Button[][] = [
    [
      { label: says.buttonSummary, command: `summary ${reference}` },
      { label: says.buttonRelated, command: `related ${reference}` },
    ],
  ];
  if (lead.url) buttons.push([{ label: says.buttonRead, url: lead.url }]);
  return {
    language,
    text: joinRich(
      [
        { bold: headlineText(story, voice) },
        startsInDirection(bylineText(story, voice, toldAgo(story, voice, now)), base),
        teaser,
        links.length > 1 ? [`${says.sourcesTitle}: `, joinRich(links, ' · ')] : '',
        lead.cut ? { italic: says.cutNote } : '',
      ],
      '\n\n',
    ),
    buttons,
    shows: { as: 'card', ids: [story.id], first: 1 },
  };
}

/** The publisher's summary, else as many first sentences as fit; a sentence is cut only when it is the first. */
function teaserOf(summary: string, body: string): string {
  if (summary) return cutAt(cleanControls(summary), LEAD_UNITS);
  let teaser = '';
  for (const sentence of sentences(cleanControls(body.slice(0, LEAD_UNITS * 4))).slice(0, LEAD_SENTENCES)) {
    if (!isWholeSentence(sentence) || teaser.length + sentence.length + 1 > LEAD_UNITS) break;
    teaser = teaser ? `${teaser} ${sentence}` : sentence;
  }
  return teaser || cutAt(cleanControls(body.split('\n')[0] ?? ''), LEAD_UNITS);
}
