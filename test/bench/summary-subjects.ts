import { extract } from '../../src/domain/extract.ts';
import { gateFault, readFacts } from '../../src/domain/summary-gate.ts';
import { goodPairs, samples } from '../support/summary-pairs.ts';
import { makeCorpus } from './corpus.ts';
import type { Figures } from './figures.ts';
import { timed } from './timing.ts';

/** Room on a card: units and sentences. */
const ROOM = { units: 500, sentences: 3 };

/** Extracts of so many made articles of 220 words, and of the sample articles; then the gate over the hand-written summaries. */
export async function measureSummary(articles: number): Promise<Figures> {
  const made = [...makeCorpus(articles).articles()].map(({ draft }) => draft);
  const own = [...samples().values()];
  const whole = Array.from({ length: Math.ceil(articles / own.length) }, () => own).flat();
  const pairs = goodPairs();
  const gated = Array.from({ length: 5 }, () => pairs).flat();
  const gate = ({ sources, text, language }: (typeof pairs)[number]) =>
    gateFault(text, { language, facts: readFacts(sources), secrets: [], instructions: '' });
  for (const pair of pairs) gate(pair);
  const spread = await timed(gated, gate);
  const read = pairs.map((pair) => ({ ...pair, facts: readFacts(pair.sources) }));
  const alone = await timed(read, ({ text, language, facts }) =>
    gateFault(text, { language, facts, secrets: [], instructions: '' }),
  );
  return {
    'extract, made articles/s': rate(made),
    'extract, sample articles/s': rate(whole),
    'extract, sample articles/s of processor': rate(whole, true),
    'gate p50, ms': alone.p50,
    'gate p99, ms': alone.p99,
    'gate with its sources read p50, ms': spread.p50,
    'gate with its sources read, ms of processor': cpuOf(gated, gate),
  };
}

function rate(articles: readonly { title: string; body: string }[], processor = false): number {
  const all = () => {
    for (const { title, body } of articles) extract(body, ROOM, { title });
  };
  all();
  const cpu = process.cpuUsage();
  const start = performance.now();
  all();
  const spent = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return (articles.length * 1000) / (processor ? (user + system) / 1000 : spent);
}

/** Milliseconds of processor that one call takes, which other work on the machine changes less than the clock. */
function cpuOf<Item>(items: readonly Item[], call: (item: Item) => unknown): number {
  const before = process.cpuUsage();
  for (const item of items) call(item);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / items.length;
}
