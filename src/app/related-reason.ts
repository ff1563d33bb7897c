import { SURELY_RELATED } from '../domain/related.ts';
import type { Story } from '../domain/story.ts';
import { headline } from '../domain/story.ts';
import type { Voice } from '../i18n/voice.ts';
import { isolate } from '../text/bidi.ts';
import { nameText } from '../text/names.ts';
import { normalize } from '../text/normalize.ts';
import { wordTerms } from '../text/terms.ts';
import { unitOf } from '../text/units.ts';
import type { RelatedStory } from './news.ts';

/** Names or words told of at most: a reason is one line. */
const TOLD = 3;
/** Ranks and praise of headlines, normalised: they stand in any two of them. */
const IN_ANY_HEADLINE = new Set(
  'first second third last latest next new newest old big biggest great one two three اول اولي ثان ثاني ثانيه ثالث ثالثه اخر اخير اخيره جديد جديده كبير كبيره اكبر مره واحد واحده اثنان'.split(
    ' ',
  ),
);

/**
 * Why a story stands beside another, in one line: the editor, shared names, else words both headlines hold. Nothing for
 * one that is hardly alike and of which none of these can be said: it would be a guess.
 */
export function relatedReason(
  story: Story,
  { story: related, reason }: RelatedStory,
  voice: Voice,
): string | undefined {
  const { says, list, language } = voice;
  if (reason.kind === 'editor') return says.editorsChoice;
  const names = [
    ...new Set(
      reason.names.flatMap((id) => (tells(id) ? (nameText(id, language === 'ar' ? 'ar' : 'en') ?? []) : [])),
    ),
  ];
  const told = names.length > 0 ? names : sharedWords(story, related, language);
  if (told.length > 0) return says.sharedNames(list(told.slice(0, TOLD).map(isolate)));
  return reason.score >= SURELY_RELATED ? says.alikeText : undefined;
}

/** A bare number or month says nothing to a reader without its noun. */
function tells(id: string): boolean {
  return !/^(number|month):/.test(id);
}

/** Words of the related headline that the other headline holds too, however inflected; what is counted or praised there joins no stories. */
function sharedWords(story: Story, related: Story, language: string): string[] {
  const terms = new Set(story.articles.flatMap((article) => wordTerms(article.title)));
  const words = headline(related, language).title.match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  return [...new Set(words)].filter(
    (word) =>
      tellsMore(normalize(word)) && wordTerms(word).some((term) => term.length > 2 && terms.has(term)),
  );
}

function tellsMore(form: string): boolean {
  return unitOf(form) === undefined && !IN_ANY_HEADLINE.has(form.replace(/^[وفبل]?ال/, ''));
}
