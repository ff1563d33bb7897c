import type { Cache, Clock, Log, Store } from '../domain/ports.ts';
import type { SpendStore } from '../domain/spend-store.ts';
import type { Summarizer } from '../domain/summarizer.ts';
import type { After } from './model.ts';
import { createOpenAiModel } from './openai-model.ts';
import { createSummarizer } from './summarizer.ts';

/** What the settings say of machine-made summaries. */
export interface SummarySettings {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  OPENAI_MODEL?: string | undefined;
  SUMMARY_DAILY_TOKENS: number;
}

export interface SummarySurroundings {
  store: Pick<Store, 'article'> & SpendStore;
  cache: Cache;
  now: Clock;
  chance(): number;
  after: After;
  timeout(ms: number): AbortSignal;
  log: Log;
}

/** Writes summaries where the settings name no other model. */
const USUAL_MODEL = 'gpt-4o-mini';

/** The summarizer that the settings ask for: without a key and a server's address one that makes extracts alone. */
export function openSummarizer(
  settings: SummarySettings,
  surroundings: SummarySurroundings,
): Summarizer & { close(): Promise<void> } {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: name = USUAL_MODEL } = settings;
  const { store, after } = surroundings;
  if (!key && !baseUrl) return createSummarizer({ store });
  const model = createOpenAiModel({ key, baseUrl, name, after });
  return createSummarizer({
    store,
    writing: { ...surroundings, model, dailyTokens: settings.SUMMARY_DAILY_TOKENS },
  });
}
