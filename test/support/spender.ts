/** A process of its own that has every story of a store summed up; tells what became of it. */
import { openStorage } from '../../src/storage/open.ts';
import { openSummarizer } from '../../src/summarize/open.ts';
import { MORNING } from './articles.ts';

const [url = '', baseUrl = '', cap = ''] = process.argv.slice(2);
const now = () => MORNING;
const { store, cache } = await openStorage(url, now);
const quiet = () => {};
const summarizer = openSummarizer(
  { OPENAI_BASE_URL: baseUrl, SUMMARY_DAILY_TOKENS: Number(cap) },
  {
    store,
    cache,
    now,
    chance: Math.random,
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    timeout: (ms) => AbortSignal.timeout(ms),
    log: { info: quiet, warn: quiet, error: quiet },
  },
);
const { stories } = await store.latestStories({ limit: 50 });
let highest = 0;
await Promise.all(
  stories.map(async (story) => {
    await summarizer.summarize(story, 'en', 300);
    const { spent, reserved } = await summarizer.tally();
    highest = Math.max(highest, spent + reserved);
  }),
);
const { generated, capped } = await summarizer.tally();
await summarizer.close();
await store.close();
process.send?.({ generated, capped, highest });
process.disconnect?.();
