import type { ArticleDraft } from '../../domain/article.ts';
import { readDate } from '../../text/dates.ts';
import { detectLanguage } from '../../text/language.ts';

export interface LabelledText {
  id: string;
  title: string;
  body: string;
  language?: string | null | undefined;
  published?: string | number | null | undefined;
  source?: string | null | undefined;
}

/** A labelled text as the bot would keep it; a text without a title is known by its first words. */
export function draftOf({ id, title, body, language, published, source }: LabelledText): ArticleDraft {
  const at = published === null || published === undefined ? undefined : readDate(String(published));
  return {
    key: `labelled:${id}`,
    externalId: id,
    title,
    body,
    source: { name: source ?? '' },
    language: language ?? detectLanguage(`${title}\n${body.slice(0, 1000)}`),
    topics: [],
    cut: false,
    related: [],
    ...(at ? { publishedAt: at.at, precision: at.precision } : {}),
  };
}
