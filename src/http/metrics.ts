import type { Gauge as GaugeType, Registry } from 'prom-client';
import type { Clock } from '../domain/ports.ts';
import type { VitalsStore } from '../domain/vitals.ts';
import type { Meters } from './meters.ts';

/** Figures in Prometheus' text form. */
export interface Metrics {
  contentType: string;
  text(): Promise<string>;
}

/**
 * Figures of the store, asked when they are asked for, beside those that were counted on the way. The library is loaded
 * with the first question: a house that nobody measures does without it.
 */
export function createMetrics(store: VitalsStore, meters: Meters, now: Clock): () => Promise<Metrics> {
  let loading: Promise<Metrics> | undefined;
  return () => {
    loading ??= build(store, meters, now);
    return loading;
  };
}

async function build(store: VitalsStore, meters: Meters, now: Clock): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Registry } = await import('prom-client');
  const registry: Registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `mujaz_${name}`, help, labelNames, registers: [registry] });
  const articles = gauge('articles', 'Articles in the store.');
  const stories = gauge('stories', 'Stories in the store.');
  const sources = gauge('sources', 'Sources by the outcome of their last check.', 'outcome');
  const deliveries = gauge('deliveries_open', 'Messages that are not through yet, by state.', 'state');
  const lag = gauge(
    'due_lag_seconds',
    'How long the longest waiting row of each kind of work has been due.',
    'work',
  );
  new Counter({
    name: 'mujaz_telegram_answers_total',
    help: "Telegram's answers by their code; 429 asks to wait.",
    labelNames: ['code'],
    registers: [registry],
    collect() {
      this.reset();
      for (const code of [200, 429]) this.inc({ code }, 0);
      for (const [code, count] of meters.answers) this.inc({ code }, count);
    },
  });
  new Counter({
    name: 'mujaz_updates_total',
    help: 'Updates brought to the webhook, by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const outcome of ['taken', 'repeated', 'unreadable', 'refused', 'postponed'] as const)
        this.inc({ outcome }, meters.updates.get(outcome) ?? 0);
    },
  });
  new Counter({
    name: 'mujaz_events_total',
    help: 'Events by the name under which the log has them.',
    labelNames: ['event'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [event, count] of meters.events) this.inc({ event }, count);
    },
  });

  return {
    contentType: registry.contentType,
    async text() {
      const vitals = await store.vitals(now());
      articles.set(vitals.articles);
      stories.set(vitals.stories);
      fill(sources, 'outcome', { well: 0, failing: 0, muted: 0, off: 0, unasked: 0, ...vitals.sources });
      fill(deliveries, 'state', { pending: 0, sending: 0, uncertain: 0, ...vitals.deliveries });
      for (const work of ['source', 'subscription', 'delivery', 'update'] as const) {
        const since = vitals.due[work];
        lag.set({ work }, since === undefined ? 0 : Math.max(0, now() - since) / 1000);
      }
      return registry.metrics();
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
