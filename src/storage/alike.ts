import { setImmediate as nextTurn } from 'node:timers/promises';
import { headOf, nameToken } from '../domain/indexing.ts';
import { surpriseOf } from '../domain/name-rarity.ts';
import type { Store } from '../domain/ports.ts';
import type { Likeness, Nearness, Neighbour } from '../domain/related.ts';
import { likest, nearnessTo } from '../domain/related.ts';
import { GRAM, LEAD_WORDS } from '../domain/report.ts';
import type { IndexToken } from '../domain/search.ts';
import { gramId } from '../text/gram-vector.ts';
import { namesIn } from '../text/names.ts';
import { firstUnpacked } from '../text/packing.ts';
import { nthLargest } from '../text/selection.ts';
import { gramsOf, stems } from '../text/terms.ts';
import type { ArchiveSample } from './archive-sample.ts';
import { wordFrequency } from './archive-sample.ts';
import type { Session } from './driver.ts';
import { list, padded } from './driver.ts';
import type { HeldToken, SeenToken } from './rare-tokens.ts';
import { rarestTokens } from './rare-tokens.ts';
import type { ReportRow } from './report-rows.ts';
import { REPORT_COLUMNS, reportOf } from './report-rows.ts';
import type { TokenIndex } from './token-index.ts';

/** Rarest tokens of a story by which its neighbours are found, and newest articles taken per token. */
const SOUGHT = { term: 10, gram: 12, name: 8 };
const LOOKED_UP = { term: 14, gram: 16, name: 16 };
const PER_TOKEN = 300;
/** Neighbours glanced at, and how many of them, the most promising, are compared. */
const GLANCED_AT = 72;
const COMPARED = 24;
/** Tokens seen more often than this in the sample, outside the story, are common (see `Rarity`). */
const RARE = 1;
/** Words of an indexed text that are read: its title and more of the lead than counts. */
const READ_WORDS = LEAD_WORDS + 20;

/** Likeness over the whole archive, whatever its age. */
export function alikeMethods(
  session: Session,
  index: TokenIndex,
  sampled: () => Promise<ArchiveSample>,
): Pick<Store, 'alike'> {
  async function reports(column: 'id' | 'story_id', ids: readonly number[]): Promise<ReportRow[]> {
    if (ids.length === 0) return [];
    return session.query<ReportRow>(
      `select ${REPORT_COLUMNS} from articles
        where story_id is not null and ${column} in (${list(padded(ids).length)}) order by id`,
      padded(ids),
    );
  }

  /** The first words of articles, as the index holds them. */
  async function indexedWords(ids: readonly number[]): Promise<Map<number, string[]>> {
    const texts = await index.texts(session, ids);
    return new Map([...texts].map(([id, text]) => [id, firstUnpacked(text, READ_WORDS)]));
  }

  /** Articles that share most of a text's rarest tokens, with the names they share. */
  async function neighbours(
    seed: ReportRow,
    own: ReadonlySet<number>,
    sample: ArchiveSample,
  ): Promise<Map<number, Shared>> {
    const names = new Map(
      namesIn(headOf({ title: seed.title, body: seed.lead })).map(({ id }) => [nameToken(id), id]),
    );
    const total = sample.articles + 1;
    const found = new Map<number, Shared>();
    for (const { token, ids, frequency } of await rarest(seed, [...names.keys()], own.size, sample)) {
      const weight = Math.log(1 + total / (frequency + 0.5));
      const name = names.get(token.text);
      for (const id of ids) {
        if (own.has(id)) continue;
        let shared = found.get(id);
        if (!shared) {
          shared = { weight: 0, names: [], surprise: 0 };
          found.set(id, shared);
        }
        shared.weight += weight;
        if (name === undefined) continue;
        shared.names.push(name);
        shared.surprise += surpriseOf(weight, total);
      }
    }
    // Of thousands only some dozens are put in order.
    const all = [...found];
    const least = nthLargest(
      Float64Array.from(all, ([, { weight }]) => weight),
      GLANCED_AT,
    );
    const best = all.filter(([, { weight }]) => weight >= least);
    best.sort((a, b) => b[1].weight - a[1].weight || b[0] - a[0]);
    return new Map(best.slice(0, GLANCED_AT));
  }

  /** The rarest words, grams and names of a text among those that stand outside its own story. */
  async function rarest(
    seed: ReportRow,
    names: readonly string[],
    own: number,
    sample: ArchiveSample,
  ): Promise<HeldToken[]> {
    const postings = (tokens: readonly IndexToken[]) =>
      index.postings(session, tokens, PER_TOKEN, sample.articles);
    const inSample = Math.ceil((own * sample.fourgrams.texts) / Math.max(1, sample.articles));
    const rarity = { rare: RARE + inSample, above: own };
    const words = (await indexedWords([seed.id])).get(seed.id) ?? [];
    const { terms, grams } = seenTokens(words.slice(0, LEAD_WORDS), sample);
    const named = names.map((text): SeenToken => ({ token: { column: 'terms', text }, seen: 0 }));
    return [
      ...(await rarestTokens(postings, terms, { ...rarity, wanted: SOUGHT.term, lookedUp: LOOKED_UP.term })),
      ...(await rarestTokens(postings, grams, { ...rarity, wanted: SOUGHT.gram, lookedUp: LOOKED_UP.gram })),
      ...(await rarestTokens(postings, named, { ...rarity, wanted: SOUGHT.name, lookedUp: LOOKED_UP.name })),
    ];
  }

  /** The neighbours that hold most of a report's weight at a glance. */
  async function promising(shared: ReadonlyMap<number, Shared>, { glance }: Nearness): Promise<Neighbour[]> {
    const words = await indexedWords([...shared.keys()]);
    const ids = [...shared]
      .map(([id, { surprise }]) => ({ id, promise: glance(words.get(id) ?? []) + surprise }))
      .sort((a, b) => b.promise - a.promise)
      .slice(0, COMPARED)
      .map(({ id }) => id);
    const rows = await reports('id', ids);
    return rows.map((row) => {
      const { names = [], surprise = 0 } = shared.get(row.id) ?? {};
      return {
        report: reportOf(row),
        storyId: row.story_id,
        names,
        surprise,
        words: words.get(row.id) ?? [],
      };
    });
  }

  return {
    async alike(storyId, limit) {
      const members = await reports('story_id', [storyId]);
      const own = new Set(members.map((member) => member.id));
      const sample = await sampled();
      const found: Likeness[] = [];
      // A story told in two languages has neighbours in both.
      for (const [, [seed]] of Map.groupBy(members, (member) => member.language)) {
        if (!seed) continue;
        const nearness = nearnessTo(reportOf(seed), sample.fourgrams);
        const shared = await neighbours(seed, own, sample);
        found.push(...likest(await promising(shared, nearness), nearness, limit));
        await nextTurn();
      }
      const best = new Map<number, Likeness>();
      for (const each of found.sort((a, b) => b.score - a.score))
        if (!best.has(each.storyId)) best.set(each.storyId, each);
      return [...best.values()].slice(0, limit);
    },
  };
}

interface Shared {
  weight: number;
  names: string[];
  surprise: number;
}

/** The tokens of words as they are indexed: their stems and their grams. */
function seenTokens(
  words: readonly string[],
  sample: ArchiveSample,
): { terms: SeenToken[]; grams: SeenToken[] } {
  const ofTerm = new Map<string, number>();
  const terms = stems(words);
  words.forEach((word, at) => {
    const term = terms[at] ?? '';
    ofTerm.set(term, Math.max(wordFrequency(sample, word), ofTerm.get(term) ?? 0));
  });
  return {
    terms: [...ofTerm].map(([term, seen]) => ({ token: { column: 'terms', text: term }, seen })),
    grams: [...new Set(gramsOf(words, GRAM))].map((gram) => ({
      token: { column: 'grams', text: gram },
      seen: sample.fourgrams.frequency(gramId(gram)),
    })),
  };
}
