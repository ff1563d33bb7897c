import type { Counter as CounterType, Gauge as GaugeType, Registry } from 'prom-client';
import type { Clock } from '../domain/ports.ts';
import type { Summarizer } from '../domain/summarizer.ts';
import type { VitalsStore } from '../domain/vitals.ts';
import type { Brought, Meters } from './meters.ts';

const NO_UPDATES: Record<Brought, number> = {
  taken: 0,
  repeated: 0,
  unreadable: 0,
  refused: 0,
  postponed: 0,
};

/** Figures in Prometheus' text form. */
export interface Metrics {
  contentType: string;
  text(): Promise<string>;
}

export interface Measured {
  store: VitalsStore;
  summaries: Pick<Summarizer, 'tally'>;
  meters: Meters;
  now: Clock;
}

/**
 * Figures of the store, asked when they are asked for, beside those that were counted on the way. The library is loaded
 * with the first question: a house that nobody measures does without it.
 */
export function createMetrics(measured: Measured): () => Promise<Metrics> {
  let loading: Promise<Metrics> | undefined;
  return () => {
    loading ??= build(measured);
    return loading;
  };
}

async function build({ store, summaries, meters, now }: Measured): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Registry } = await import('prom-client');
  // What was counted on the way is told while the store is away, too: figures that nobody read are left out, not zero.
  const [counted, stored]: [Registry, Registry] = [new Registry(), new Registry()];
  collectDefaultMetrics({ register: counted });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `mujaz_${name}`, help, labelNames, registers: [stored] });
  const counter = <Label extends string>(at: Registry, name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `mujaz_${name}`, help, labelNames, registers: [at] });
  const articles = gauge('articles', 'Articles in the store.');
  const stories = gauge('stories', 'Stories in the store.');
  const sources = gauge('sources', 'Sources by the outcome of their last check.', 'outcome');
  const deliveries = gauge('deliveries_open', 'Messages that are not through yet, by state.', 'state');
  const lag = gauge(
    'due_lag_seconds',
    'How long the longest waiting row of each kind of work has been due.',
    'work',
  );
  const tokens = gauge('summary_tokens', "The day's tokens (UTC) of all processes, by state.", 'state');
  const cap = gauge('summary_tokens_cap', 'The most tokens of a day; 0 where no model is set.');
  const outcomes = counter(stored, 'summaries_total', 'Summaries asked for, by what came of it.', 'outcome');
  const refusals = counter(
    stored,
    'summary_refusals_total',
    'Answers of the model that were held back, by check.',
    'check',
  );
  const readable = new Gauge({
    name: 'mujaz_store_up',
    help: '1 if the store answered just now; where it is 0 the figures of the store are left out.',
    registers: [counted],
  });
  const answers = counter(
    counted,
    'telegram_answers_total',
    "Telegram's answers by their code; 429 asks to wait.",
    'code',
  );
  const updates = counter(
    counted,
    'updates_total',
    'Updates that were fetched or brought, by what became of them.',
    'outcome',
  );
  const events = counter(
    counted,
    'events_total',
    'Events by the name under which the log has them.',
    'event',
  );

  /** Throws what the store throws. */
  async function askStore(): Promise<void> {
    const [vitals, tally] = await Promise.all([store.vitals(now()), summaries.tally()]);
    articles.set(vitals.articles);
    stories.set(vitals.stories);
    fill(sources, 'outcome', { well: 0, failing: 0, muted: 0, off: 0, unasked: 0, ...vitals.sources });
    fill(deliveries, 'state', { pending: 0, sending: 0, uncertain: 0, ...vitals.deliveries });
    for (const work of ['source', 'subscription', 'delivery', 'update'] as const) {
      const since = vitals.due[work];
      lag.set({ work }, since === undefined ? 0 : Math.max(0, now() - since) / 1000);
    }
    const { spent, reserved, hits, generated, extracts, refused, failed, capped } = tally;
    fill(tokens, 'state', { spent, reserved });
    cap.set(tally.cap);
    count(outcomes, 'outcome', { hit: hits, generated, extract: extracts, refused, failed, capped });
    count(refusals, 'check', tally.refusals);
  }

  return {
    contentType: counted.contentType,
    async text() {
      const isUp = await askStore().then(
        () => true,
        () => false,
      );
      readable.set(isUp ? 1 : 0);
      count(answers, 'code', { 200: 0, 429: 0, ...Object.fromEntries(meters.answers) });
      count(updates, 'outcome', { ...NO_UPDATES, ...Object.fromEntries(meters.updates) });
      count(events, 'event', Object.fromEntries(meters.events));
      const told = await Promise.all((isUp ? [stored, counted] : [counted]).map((each) => each.metrics()));
      return told.join('\n');
    },
  };
}

function fill<Label extends string>(
  gauge: GaugeType<Label>,
  label: Label,
  values: Record<string, number>,
): void {
  gauge.reset();
  for (const [value, count] of Object.entries(values)) {
    gauge.set({ [label]: value } as Record<Label, string>, count);
  }
}

/** Counts are kept elsewhere, from the start on: the library is told where they stand. */
function count<Label extends string>(
  counter: CounterType<Label>,
  label: Label,
  values: Record<string, number>,
): void {
  counter.reset();
  for (const [value, times] of Object.entries(values)) {
    counter.inc({ [label]: value } as Record<Label, string>, times);
  }
}
