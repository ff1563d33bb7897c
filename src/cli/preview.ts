import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createEditions } from '../app/editions.ts';
import { createGrouping } from '../app/grouping.ts';
import { createIngest } from '../app/ingest.ts';
import { complain, faultText, misused, readCall, unknownWords } from '../call.ts';
import { readConfig } from '../config.ts';
import { LANGUAGES } from '../domain/languages.ts';
import type { Store } from '../domain/ports.ts';
import { plainText } from '../domain/rich-text.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { findTopic } from '../domain/topic.ts';
import { environment } from '../environment.ts';
import { readSamples } from '../feeds/samples.ts';
import { readTopics } from '../feeds/topic-file.ts';
import { openStorage, sqliteFile } from '../storage/open.ts';
import { createSummarizer } from '../summarize/summarizer.ts';

const USAGE = `Usage: npm run preview -- [--lang ${LANGUAGES.join('|')}] [--topics economy,sports] [--size 10] [--zone Asia/Riyadh] [--hijri]`;
const DAY = 86_400_000;
const SIZES = { least: 1, usual: 10, most: 20 };
const OPTIONS = {
  lang: { type: 'string', default: 'ar' },
  topics: { type: 'string', default: '' },
  size: { type: 'string', default: String(SIZES.usual) },
  zone: { type: 'string' },
  hijri: { type: 'boolean', default: false },
} as const;

process.exitCode = await run(process.argv.slice(2), environment());

/**
 * Prints the digest of the last day as a chat would get it: from the readers' store, or from the sample news where there is
 * none yet. Nothing is stored or sent. Exit codes: 0 printed, 1 settings or store at fault, 2 called wrongly.
 */
async function run(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const call = readCall(args, USAGE, OPTIONS);
  if ('exitCode' in call) return call.exitCode;
  const wish = readWish(call);
  if ('fault' in wish) return misused(USAGE, wish.fault);
  try {
    const config = readConfig(environment, { readersStore: true });
    const topics = await readTopics();
    const chosen = wish.topics.map((words) => findTopic(topics, words)?.id ?? words);
    const unknown = chosen.find((id) => !topics.some((topic) => topic.id === id));
    if (unknown !== undefined)
      return complain(
        `There is no topic "${unknown}"; there are ${topics.map(({ id }) => id).join(', ')}.`,
        2,
      );
    const now = Date.now();
    const { store, samples } = await openNews(config.DATABASE_URL, now);
    try {
      const editions = createEditions({
        store,
        summarizer: createSummarizer({ store }),
        topics,
        botName: () => 'bot',
        pause: () => nextTurn(),
      });
      const { parts } = await editions.make({
        profile: {
          language: wish.language,
          bothLanguages: false,
          topics: chosen,
          size: wish.size,
          timeZone: wish.zone ?? config.DEFAULT_TIME_ZONE,
          digits: 'latin',
          leads: true,
          summaries: false,
          hijri: wish.hijri,
          rich: false,
          cover: false,
          channel: false,
        },
        from: now - DAY,
        to: now,
        held: [],
        alerted: [],
      });
      process.stdout.write(`${parts.map(({ text }) => plainText(text)).join('\n\n———\n\n')}\n`);
      if (samples) process.stderr.write('\n(There is no store yet: this is the sample news.)\n');
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    return complain(`No preview: ${faultText(error)}`);
  }
}

/** The readers' store, or one in memory that holds the sample news. */
async function openNews(url: string, now: number): Promise<{ store: Store; samples: boolean }> {
  const file = sqliteFile(url);
  if (file === undefined || existsSync(file)) {
    return { store: (await openStorage(url, () => now)).store, samples: false };
  }
  const { store } = await openStorage('sqlite::memory:', () => now);
  const drafts = await readSamples(new URL('../../data/samples/', import.meta.url), now);
  const told = drafts.filter(({ publishedAt = now }) => publishedAt <= now);
  await createIngest(store, createGrouping(store), () => now).take(told);
  return { store, samples: true };
}

interface Call {
  values: { lang: string; topics: string; size: string; zone?: string; hijri: boolean };
  positionals: readonly string[];
}

function readWish({ values, positionals }: Call) {
  const language = LANGUAGES.find((code) => code === values.lang);
  const size = Number(values.size);
  const sized = Number.isInteger(size) && size >= SIZES.least && size <= SIZES.most;
  if (!language)
    return { fault: `There is no language "${values.lang}"; there are ${LANGUAGES.join(', ')}.` };
  if (!sized) return { fault: `--size is a whole number of stories, ${SIZES.least} to ${SIZES.most}.` };
  if (positionals.length > 0) return { fault: unknownWords(positionals) };
  if (values.zone !== undefined && !isTimeZone(values.zone))
    return { fault: `There is no time zone "${values.zone}"; zones are named like Asia/Riyadh.` };
  const topics = values.topics.split(',').filter(Boolean);
  return { language, size, topics, zone: values.zone, hijri: values.hijri };
}
