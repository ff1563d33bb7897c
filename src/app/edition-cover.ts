import type { Content } from '../domain/message.ts';
import { headline } from '../domain/story.ts';
import type { Voice } from '../i18n/voice.ts';
import { cleanControls, isolateForeign } from '../text/bidi.ts';
import { cutAt } from '../text/lengths.ts';
import type { EditionPage } from './edition-view.ts';
import { editionCounts, editionName } from './edition-view.ts';

/** A title on a card; with the date far below what stands under a picture. */
const TITLE_UNITS = 300;

/** The card that comes before an edition, if its chat wants one and there is something to show; its caption tells the headline in words. */
export function editionCover(page: EditionPage, voice: Voice): Content | undefined {
  const [first] = page.stories;
  if (!page.profile.cover || !first) return undefined;
  const title = cutAt(cleanControls(headline(first.story, voice.language).title), TITLE_UNITS);
  const edition = editionName(page, voice);
  const date = voice.longDate(page.at);
  return {
    language: voice.language,
    // The date stands at the head of the text, which follows at once.
    text: [{ bold: edition }, ': ', isolateForeign(title, voice.base)],
    shows: { as: 'list', ids: page.stories.map(({ story }) => story.id), first: 1 },
    drawing: {
      kind: 'cover',
      language: voice.language,
      masthead: voice.says.botName,
      edition,
      date,
      headline: title,
      counts: editionCounts(page, voice),
    },
  };
}
