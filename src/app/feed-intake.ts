import type { Article, ArticleDraft } from '../domain/article.ts';
import { isTeaser, tellsMore } from '../domain/full-text.ts';
import type { PreparedDraft } from '../domain/indexing.ts';
import type { Language } from '../domain/languages.ts';
import type { SeenItem } from '../domain/polling.ts';
import { seenBefore } from '../domain/polling.ts';
import type { ClaimedSource, Clock, FeedReader, FeedVisit, Store } from '../domain/ports.ts';
import type { TextReader } from '../domain/text-reader.ts';
import { draftItem } from './feed-drafts.ts';
import type { Ingest } from './ingest.ts';
import { renumbered } from './renumbered.ts';

/** What a fetch brought. */
export interface Intake {
  /** All items of the feed that are articles, for the decision when to come again. */
  seen: SeenItem[];
  imported: number;
  updated: number;
  /** Why items were no articles, and how many for each reason. */
  rejected: Map<string, number>;
}

export interface IntakeDoors {
  store: Store;
  ingest: Pick<Ingest, 'keep'>;
  feeds: Pick<FeedReader, 'articlePage'>;
  texts: Pick<TextReader, 'index'>;
  now: Clock;
  /** Lets everything else that waits for the main loop go first. */
  pause(): Promise<void>;
  /** The language in which articles name their source. */
  language: Language;
}

type Feed = Extract<FeedVisit, { kind: 'fetched' }>['feed'];

/** Items worked on before the main loop is left to others. */
const BATCH = 30;
/** How long headlines are remembered to know renumbered articles by, in milliseconds. */
const REMEMBERED = 14 * 86_400_000;
/** Pages read for one fetch, newest articles first; a page that cannot be read is tried this often. */
const MOST_PAGES = 50;
const MOST_TRIES = 2;
const MOST_NOTES = 20_000;

/** Takes a feed's items into the store. Doing it again, or again from the middle, changes nothing. */
export function createIntake({ store, ingest, feeds, texts: reader, now, pause, language }: IntakeDoors) {
  /** Pages that could not be read, by the article's key. */
  const tries = new Map<string, number>();

  async function drafts(source: ClaimedSource, feed: Feed, intake: Intake): Promise<ArticleDraft[]> {
    const found = new Map<string, ArticleDraft>();
    for (const items of batches(feed.items)) {
      for (const item of items) {
        const made = draftItem(item, source, feed.site, language);
        if ('draft' in made) found.set(made.draft.key, made.draft);
        else intake.rejected.set(made.fault, (intake.rejected.get(made.fault) ?? 0) + 1);
      }
      await pause();
    }
    return [...found.values()];
  }

  async function knownOf(all: readonly ArticleDraft[]): Promise<Map<string, Article>> {
    const known = new Map<string, Article>();
    for (const batch of batches(all)) {
      for (const article of await store.articlesByKey(batch.map(({ key }) => key)))
        known.set(article.key, article);
    }
    return known;
  }

  /** What is known of the drafts, once those that were merely renumbered are known again. */
  async function recognise(
    source: ClaimedSource,
    all: readonly ArticleDraft[],
  ): Promise<Map<string, Article>> {
    const known = await knownOf(all);
    const fresh = all.filter(({ key }) => !known.has(key));
    if (fresh.length * 2 <= all.length) return known;
    const before = await store.recentTitles(source.id, now() - REMEMBERED);
    const absent = before.filter(({ key }) => !known.has(key));
    const changes = renumbered(fresh, all.length, absent);
    if (changes.length === 0) return known;
    await store.rekeyArticles(changes);
    return knownOf(all);
  }

  async function take(batch: readonly PreparedDraft[], intake: Intake): Promise<void> {
    for (const outcome of await ingest.keep(batch)) if (outcome !== 'unchanged') intake[outcome]++;
  }

  /** Drafts with what the index will keep of those that are new; the store works out the rest as it needs it. */
  async function prepared(
    batch: readonly ArticleDraft[],
    known: ReadonlyMap<string, Article>,
  ): Promise<PreparedDraft[]> {
    const fresh = batch.filter(({ key }) => !known.has(key));
    if (fresh.length === 0) return [...batch];
    const texts = await reader.index(
      fresh.map(({ title, summary, body }) => ({ title, body, ...(summary ? { summary } : {}) })),
    );
    const byKey = new Map(fresh.map(({ key }, at) => [key, texts[at]]));
    return batch.map((draft) => {
      const indexed = byKey.get(draft.key);
      return indexed ? { ...draft, indexed } : draft;
    });
  }

  async function readPages(wanting: readonly ArticleDraft[], intake: Intake, signal?: AbortSignal) {
    const newest = wanting
      .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))
      .slice(0, MOST_PAGES);
    await Promise.all(
      newest.map(async (draft) => {
        const page = await feeds.articlePage(draft.url ?? '', signal);
        if (page !== undefined && tellsMore(page, draft)) {
          const summary = draft.summary ?? draft.body;
          await take([{ ...draft, body: page, ...(summary ? { summary } : {}) }], intake);
        } else {
          if (tries.size >= MOST_NOTES) tries.clear();
          tries.set(draft.key, (tries.get(draft.key) ?? 0) + 1);
        }
      }),
    );
  }

  return async (source: ClaimedSource, feed: Feed, signal?: AbortSignal): Promise<Intake> => {
    const intake: Intake = { seen: [], imported: 0, updated: 0, rejected: new Map() };
    const all = await drafts(source, feed, intake);
    const known = await recognise(source, all);
    const seen = seenBefore(source.state);
    // What was in the last fetch and is not in the store any more has been kept its time.
    const kept = all.filter(({ key }) => known.has(key) || !seen(key));
    const whole = new Map(
      source.fullText ? kept.flatMap((draft) => wholeText(draft, known.get(draft.key))) : [],
    );
    for (const batch of batches(kept.map((draft) => whole.get(draft.key) ?? draft))) {
      signal?.throwIfAborted();
      await take(await prepared(batch, known), intake);
    }
    if (source.fullText) {
      const wanting = kept.filter(
        (draft) =>
          draft.url && !whole.has(draft.key) && isTeaser(draft) && (tries.get(draft.key) ?? 0) < MOST_TRIES,
      );
      await readPages(wanting, intake, signal);
    }
    intake.seen = all.map(({ key, publishedAt }) => ({
      key,
      ...(publishedAt === undefined ? {} : { publishedAt }),
    }));
    return intake;
  };
}

/** A draft with the text that was read from its page before: a teaser takes its place only with another headline. */
function wholeText(draft: ArticleDraft, known: Article | undefined): [string, ArticleDraft][] {
  if (!known || known.title !== draft.title || !tellsMore(known.body, draft)) return [];
  const summary = draft.summary ?? (draft.body || known.summary);
  return [[draft.key, { ...draft, body: known.body, ...(summary ? { summary } : {}) }]];
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}
