import { createFinding } from '../../app/finding.ts';
import { createGrouping } from '../../app/grouping.ts';
import { extract } from '../../domain/extract.ts';
import type { Store } from '../../domain/ports.ts';
import { readQuery } from '../../domain/search.ts';
import { wordCount } from '../../domain/telling-sentences.ts';
import { openStorage } from '../../storage/open.ts';
import { readDate } from '../../text/dates.ts';
import type { LabelledText } from './archive.ts';
import { draftOf } from './archive.ts';
import { readLabelled } from './labelled.ts';
import { leadOf } from './lead.ts';
import type { Bcubed } from './measures.ts';
import { bcubed, mean, ndcgAt5, recallAt10, reciprocalRank } from './measures.ts';
import { plainBm25 } from './plain-bm25.ts';
import type { Ranker } from './ranker.ts';
import type { Rouge } from './rouge.ts';
import { rouge } from './rouge.ts';

/** How many texts are stored at once. */
const BATCH = 500;
/** The present of an evaluation: after every date in it. */
const NOW = Date.UTC(2100, 0, 1);

export async function measureSearch(folder: string, baseline: boolean) {
  const docs = await readLabelled(folder, 'docs');
  const queries = await readLabelled(folder, 'queries');
  return withRanker(docs, baseline, async (ranker) => {
    const [ranks, recalls]: [number[], number[]] = [[], []];
    for (const { query, relevant, exclude } of queries) {
      const left = new Set(exclude);
      const answers = (await ranker.search(query, 10 + left.size)).filter((id) => !left.has(id));
      ranks.push(reciprocalRank(answers, new Set(relevant)));
      recalls.push(recallAt10(answers, new Set(relevant)));
    }
    return { mrr10: mean(ranks), recall10: mean(recalls) };
  });
}

export async function measureRelated(folder: string, baseline: boolean) {
  const docs = await readLabelled(folder, 'docs');
  const bySeed = Map.groupBy(await readLabelled(folder, 'judgements'), (judgement) => judgement.seed);
  return withRanker(docs, baseline, async (ranker) => {
    const [gains, firsts]: [number[], number[]] = [[], []];
    for (const [seed, judgements] of bySeed) {
      const grades = new Map(judgements.map(({ id, grade }) => [id, grade]));
      if (![...grades.values()].some((grade) => grade > 0)) continue;
      const answers = await ranker.related(seed);
      gains.push(ndcgAt5(answers, grades));
      firsts.push((grades.get(answers[0] ?? '') ?? 0) > 0 ? 1 : 0);
    }
    return { ndcg5: mean(gains), p1: mean(firsts) };
  });
}

export async function measureStories(
  folder: string,
): Promise<Bcubed & { byLanguage: Record<string, Bcubed> }> {
  const labelled = await readLabelled(folder, 'stories');
  const { store } = await openStorage('sqlite::memory:', () => NOW);
  const grouping = createGrouping(store);
  const drafts = labelled.map((each) => ({ ...each, body: each.lead }) satisfies LabelledText);
  const ids = await fill(store, drafts);
  const groups = new Map<string, number>();
  for (;;) {
    const waiting = await store.unassigned(BATCH);
    if (waiting.length === 0) break;
    const placements = await grouping.place(await grouping.read(waiting));
    const storyIds = await store.assign(placements);
    grouping.stored(storyIds);
    placements.forEach(({ articleId }, at) => {
      groups.set(ids.get(articleId) ?? '', storyIds[at] ?? 0);
    });
  }
  await store.close();
  const items = labelled.map(({ id, story, language }) => ({
    group: groups.get(id),
    label: story,
    language,
  }));
  const byLanguage = Map.groupBy(items, (item) => item.language);
  return {
    ...bcubed(items),
    byLanguage: Object.fromEntries([...byLanguage].map(([language, own]) => [language, bcubed(own)])),
  };
}

/** Share of an article's words that its summary may have, as in the human extracts of EASC. */
const SUMMARY_SHARE = 0.33;

export async function measureSummaries(
  folder: string,
  baseline: boolean,
): Promise<Rouge & { filled: number }> {
  const summarize = baseline ? leadOf : extract;
  const scores: Rouge[] = [];
  const filled: number[] = [];
  for (const { title, text, references } of await readLabelled(folder, 'summaries')) {
    const words = wordCount(text) * SUMMARY_SHARE;
    const summary = summarize(text, { words }, { title }).join(' ');
    filled.push(wordCount(summary) / words);
    scores.push(meanRouge(references.map((reference) => rouge(summary, reference))));
  }
  return { ...meanRouge(scores), filled: mean(filled) };
}

function meanRouge(scores: readonly Rouge[]): Rouge {
  return {
    rouge1: mean(scores.map((score) => score.rouge1)),
    rouge2: mean(scores.map((score) => score.rouge2)),
    rougeL: mean(scores.map((score) => score.rougeL)),
  };
}

export async function measureDates(folder: string) {
  const tally = { right: 0, wrong: 0, refused: 0 };
  for (const { text, iso } of await readLabelled(folder, 'dates')) {
    const read = readDate(text);
    const wanted = iso === null ? undefined : Date.parse(iso);
    if (!read && wanted !== undefined) tally.refused++;
    else if (read?.at === wanted) tally.right++;
    else tally.wrong++;
  }
  return tally;
}

/** Runs a measurement over the bot's own code, or over BM25 on raw words. */
async function withRanker<Result>(
  docs: readonly LabelledText[],
  baseline: boolean,
  measure: (ranker: Ranker) => Promise<Result>,
): Promise<Result> {
  if (baseline) return measure(plainBm25(docs));
  const { store } = await openStorage('sqlite::memory:', () => NOW);
  try {
    const ids = await fill(store, docs);
    // Likeness is measured between texts, so that each is a story of its own here.
    const storyIds = new Map<string, number>();
    for (const articles of batches([...ids.keys()])) {
      const assigned = await store.assign(articles.map((articleId, at) => ({ articleId, storyId: -1 - at })));
      articles.forEach((articleId, at) => {
        storyIds.set(ids.get(articleId) ?? '', assigned[at] ?? 0);
      });
    }
    const finding = createFinding(store);
    return await measure({
      async search(text, size) {
        const query = readQuery(text);
        if (!query) return [];
        const { found } = await finding.find(query, { from: 0, size });
        return found.map(({ article }) => ids.get(article.id) ?? '');
      },
      async related(seed) {
        const alike = await store.alike(storyIds.get(seed) ?? 0, 10);
        return alike.map(({ articleId }) => ids.get(articleId) ?? '');
      },
    });
  } finally {
    await store.close();
  }
}

/** Stores texts and tells which of ours is which of theirs. */
async function fill(store: Store, docs: readonly LabelledText[]): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  for (const part of batches(docs)) {
    const results = await store.putArticles(part.map(draftOf), NOW);
    results.forEach(({ id }, at) => {
      ids.set(id, part[at]?.id ?? '');
    });
  }
  return ids;
}

function batches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  );
}
