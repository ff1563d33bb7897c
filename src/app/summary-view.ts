import type { Button } from '../domain/message.ts';
import { storyReference } from '../domain/reference.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich } from '../domain/rich-text.ts';
import type { Story } from '../domain/story.ts';
import { headline } from '../domain/story.ts';
import type { Summary } from '../domain/summary.ts';
import type { Voice } from '../i18n/voice.ts';
import { cleanControls, isolateForeign, startsInDirection } from '../text/bidi.ts';
import type { Reply } from './reply.ts';
import { bylineText, displaySource, headlineText, toldAgo } from './story-view.ts';

/** Room for a summary by itself, in UTF-16 units. */
export const SUMMARY_UNITS = 700;

/** One story's summary: headline, text, what kind of text it is and where it comes from, always with its links. */
export function summaryReply(story: Story, summary: Summary, voice: Voice, now: number): Reply {
  const { says, language } = voice;
  const lead = headline(story, language);
  const reference = storyReference(story.id);
  const buttons: Button[][] = [
    [
      { label: says.buttonRelated, command: `related ${reference}` },
      { label: says.buttonFollowStory, command: `follow ${reference}` },
    ],
  ];
  if (lead.url) buttons.push([{ label: says.buttonRead, url: lead.url }]);
  return {
    language,
    text: joinRich(
      [
        { bold: headlineText(story, voice) },
        summary.text ? summaryText(summary, voice) : says.summaryNothing,
        joinRich([{ italic: summaryLabel(summary, voice) }, summarySources(story, summary, voice)], ' · '),
        startsInDirection(bylineText(story, voice, toldAgo(story, voice, now)), voice.base),
      ],
      '\n\n',
    ),
    buttons,
    shows: { as: 'card', ids: [story.id], first: 1 },
  };
}

/** A summary that is still being written, as far as it is; nothing before its first sentence. */
export function summaryDraft(story: Story, text: string, voice: Voice): RichText {
  if (text === '') return '';
  const shown = isolateForeign(cleanControls(text), voice.base);
  return joinRich(
    [{ bold: headlineText(story, voice) }, shown, { italic: voice.says.summaryGenerated }],
    '\n\n',
  );
}

/** The text of a summary as it stands in a message of this voice. */
export function summaryText({ text }: Summary, voice: Voice): string {
  return isolateForeign(cleanControls(text), voice.base);
}

/** `ملخص آلي` or `مقتطف`, and the language where it is not the reader's; empty where there is no text to speak of. */
export function summaryLabel({ kind, text, language }: Summary, voice: Voice): string {
  if (text === '') return '';
  const label = kind === 'generated' ? voice.says.summaryGenerated : voice.says.summaryExtract;
  return language === voice.language
    ? label
    : `${label} ${voice.says.inLanguage(voice.languageName(language))}`;
}

/** The sources a summary was made from, each linked to its article where that has a link. */
function summarySources(story: Story, { from }: Summary, voice: Voice): RichText {
  const ids = from.length > 0 ? from : [headline(story, voice.language).id];
  const articles = ids.flatMap((id) => story.articles.find((article) => article.id === id) ?? []);
  const links = articles.map(({ source, url }): RichText => {
    const name = displaySource(source.name, voice);
    return url ? { link: name, url } : name;
  });
  return joinRich(links, ' · ');
}
