import { createHash } from 'node:crypto';
import type { Language } from '../domain/languages.ts';
import type { Cache, Store } from '../domain/ports.ts';
import type { Story } from '../domain/story.ts';
import { storyExtract } from '../domain/story-extract.ts';
import type { Summarizer } from '../domain/summarizer.ts';
import type { Summary } from '../domain/summary.ts';
import type { WrittenLanguage } from '../domain/summary-prompt.ts';
import { isWritten, PROMPT_VERSION } from '../domain/summary-prompt.ts';
import type { ShownArticle } from '../domain/summary-source.ts';
import { shownArticles } from '../domain/summary-source.ts';
import { normalize } from '../text/normalize.ts';
import { sentences } from '../text/sentences.ts';
import { articlesOf } from './story-articles.ts';
import type { WriterParts, Written } from './writer.ts';
import { createWriter } from './writer.ts';

export interface SummarizerParts {
  store: Pick<Store, 'article'>;
  /** What summaries are written with; absent: every summary is an extract. */
  writing?: WriterParts & {
    cache: Cache;
    /** A signal that aborts after so many milliseconds. */
    timeout(ms: number): AbortSignal;
  };
}

/** Time for one summary with all its tries, in milliseconds. */
const DEADLINE = 20_000;
/** How long a summary is kept, and for how long a text is not tried again that no answer passed for. */
const KEPT = 7 * 24 * 3_600_000;
const NOT_AGAIN = 6 * 3_600_000;
/** Summaries made ahead at once. */
const AT_ONCE = 2;

/** A story's texts as the model is shown them, and the name under which their summary is kept. */
interface Job {
  key: string;
  articles: readonly ShownArticle[];
  language: WrittenLanguage;
}

/** Summaries: cache, then model and gate, then extract. */
export function createSummarizer({
  store,
  writing,
}: SummarizerParts): Summarizer & { close(): Promise<void> } {
  const by = writing && { ...writing, writer: createWriter(writing) };
  const counts = { hits: 0, generated: 0, extracts: 0 };
  const flights = new Map<string, Promise<Written>>();
  const closing = new AbortController();

  async function extract(story: Story, language: Language, units: number): Promise<Summary> {
    counts.extracts++;
    try {
      return storyExtract(await articlesOf(story, language, store), language, units);
    } catch {
      // A store that fails is told of elsewhere; here the story goes without.
      return { kind: 'extract', text: '', language, from: [] };
    }
  }

  async function jobOf(story: Story, language: Language): Promise<Job | undefined> {
    if (!isWritten(language)) return undefined;
    const articles = shownArticles(await articlesOf(story, language, store));
    if (articles.length === 0) return undefined;
    const hash = createHash('sha256');
    for (const part of [
      by?.model.name ?? '',
      String(PROMPT_VERSION),
      language,
      ...articles.map(({ text }) => normalize(text)),
    ])
      hash.update(`${part.length}:${part}`);
    return { key: `summary:${hash.digest('base64url')}`, articles, language };
  }

  /** What is kept, or what a call that is under way brings, or a call of its own; each text is written once. */
  async function written(
    { cache, writer, timeout, log }: NonNullable<typeof by>,
    { key, articles, language }: Job,
    onText?: (text: string) => void,
  ): Promise<Written> {
    const known = (await cache.get<Written>(key)) ?? flights.get(key);
    if (known) {
      counts.hits++;
      return known;
    }
    async function write(): Promise<Written> {
      const signal = AbortSignal.any([timeout(DEADLINE), closing.signal]);
      const result = await writer.write({ articles, language, signal, ...(onText ? { onText } : {}) });
      if ('text' in result) counts.generated++;
      try {
        if ('text' in result || result.none === 'refused')
          await cache.set(key, result, 'text' in result ? KEPT : NOT_AGAIN);
      } catch (error) {
        // It was paid for, and a reader may be waiting for it.
        log.warn('summary not kept', { reason: error instanceof Error ? error.name : 'unknown' });
      }
      return result;
    }
    const flight = write().finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  }

  function summaryOf(
    result: Written | undefined,
    job: Job,
    language: Language,
    units: number,
  ): Summary | undefined {
    if (!result || !('text' in result)) return undefined;
    const text = fitting(result.text, units);
    return text === ''
      ? undefined
      : { kind: 'generated', text, language, from: job.articles.map(({ id }) => id) };
  }

  return {
    extract,
    async ready(story, language, units) {
      try {
        const job = by && (await jobOf(story, language));
        const summary = job && summaryOf(await by.cache.get<Written>(job.key), job, language, units);
        if (summary) {
          counts.hits++;
          return summary;
        }
      } catch {
        // What is kept cannot be read: as if nothing were.
      }
      return extract(story, language, units);
    },
    async prepare(stories, language, signal) {
      if (!by) return;
      const waiting = stories.values();
      const work = async () => {
        for (const story of waiting) {
          if (signal?.aborted || closing.signal.aborted) return;
          const job = await jobOf(story, language);
          if (!job || flights.has(job.key) || (await by.cache.get(job.key))) continue;
          const result = await written(by, job);
          // With the day's tokens used up, or a server that fails, the next story would fare no better.
          if ('none' in result && result.none !== 'refused') return;
        }
      };
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      } catch {
        // The cache or the store failed: editions have their extracts.
      }
    },
    async summarize(story, language, units, { signal, onText } = {}) {
      try {
        const job = by && (await jobOf(story, language));
        if (job) {
          const result = await unless(signal, written(by, job, onText));
          const summary = summaryOf(result, job, language, units);
          if (summary) return summary;
        }
      } catch {
        // The cache or the store failed: the extract may still be had.
      }
      return extract(story, language, units);
    },
    async tally() {
      const today = (await by?.writer.today()) ?? { day: '', spent: 0, reserved: 0 };
      const { refused, failed, capped } = by?.writer.counts ?? { refused: {}, failed: 0, capped: 0 };
      return {
        model: by !== undefined,
        ...today,
        cap: by?.dailyTokens ?? 0,
        ...counts,
        refused: Object.values(refused).reduce((sum, each) => sum + each, 0),
        refusals: { ...refused },
        failed,
        capped,
      };
    },
    async close() {
      closing.abort();
      await Promise.all(flights.values());
    },
  };
}

/** What something brings, or nothing when the caller goes first. */
function unless<Result>(
  signal: AbortSignal | undefined,
  result: Promise<Result>,
): Promise<Result | undefined> {
  if (!signal) return result;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const gone = () => resolve(undefined);
  if (signal.aborted) gone();
  signal.addEventListener('abort', gone, { once: true });
  return Promise.race([result, promise]).finally(() => signal.removeEventListener('abort', gone));
}

/** As many of the first sentences as fit. */
function fitting(text: string, units: number): string {
  if (text.length <= units) return text;
  let fit = '';
  for (const sentence of sentences(text)) {
    const longer = fit ? `${fit} ${sentence}` : sentence;
    if (longer.length > units) break;
    fit = longer;
  }
  return fit;
}
