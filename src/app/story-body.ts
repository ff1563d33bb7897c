import type { ArticleHead } from '../domain/article.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich } from '../domain/rich-text.ts';
import type { Story } from '../domain/story.ts';
import { headline, sourcesOf } from '../domain/story.ts';
import { storyExtract } from '../domain/story-extract.ts';
import type { Voice } from '../i18n/voice.ts';
import { cleanControls, isolateForeign, MARK, startsInDirection } from '../text/bidi.ts';
import { byline, displaySource, headlineText, toldMoment } from './story-view.ts';

/** Longest teaser on a card, in UTF-16 units. */
const LEAD_UNITS = 500;
/** Sources named per language, and the longest name. */
const MOST_SOURCES = 8;
const SOURCE_UNITS = 60;

/**
 * What a story by itself says, wherever it is read: headline, byline, teaser, its sources by language. `body` is the text
 * of its heading article.
 */
export function storyBody(story: Story, body: string, voice: Voice): RichText {
  const lead = headline(story, voice.language);
  const title = headlineText(story, voice);
  return joinRich(
    [
      { bold: lead.url ? { link: title, url: lead.url } : title },
      [MARK[voice.base], byline(story, voice, toldMoment(story, voice))],
      isolateForeign(teaserOf(lead, body), voice.base),
      joinRich(sourceLines(story, voice), '\n'),
      lead.cut ? { italic: voice.says.cutNote } : '',
    ],
    '\n\n',
  );
}

/** A line of linked names per language, the reader's own first; none for a single source, which the byline names. */
function sourceLines(story: Story, voice: Voice): RichText[] {
  if (sourcesOf(story).length < 2) return [];
  const byLanguage = Map.groupBy(story.articles, ({ language }) => language);
  const own = (language: string) => language === voice.language;
  const languages = [...byLanguage.keys()].sort((a, b) => Number(own(b)) - Number(own(a)));
  return languages.flatMap((language) => {
    const sources = sourcesOf({ articles: byLanguage.get(language) ?? [] }).slice(0, MOST_SOURCES);
    if (sources.length === 0) return [];
    const links = sources.map(({ name, url }): RichText => {
      const shown = displaySource(name, voice, SOURCE_UNITS);
      return url ? { link: shown, url } : shown;
    });
    const label =
      own(language) || language === 'und'
        ? voice.says.sourcesTitle
        : voice.says.sourcesIn(voice.languageName(language));
    return [[startsInDirection(label, voice.base), ': ', joinRich(links, ' · ')]];
  });
}

/** The publisher's summary, else as many first sentences of the text as fit; whole ones, and none that breaks off. */
function teaserOf(lead: ArticleHead, body: string): string {
  return cleanControls(storyExtract([{ ...lead, body }], lead.language, LEAD_UNITS).text);
}
