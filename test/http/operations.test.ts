/** Health and figures, asked over a real connection of a real store. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log, Store } from '../../src/domain/ports.ts';
import type { Meters } from '../../src/http/meters.ts';
import { createMeters } from '../../src/http/meters.ts';
import { operations } from '../../src/http/operations.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { startHttp } from '../../src/http/server.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft, MORNING } from '../support/articles.ts';

const silent: Log = { info() {}, warn() {}, error() {} };
const MINUTE = 60_000;

let now: number;
let theirClock: number | undefined;
let meters: Meters;
let store: Store;
let server: HttpServer;
const tally = {
  model: true,
  day: '2024-01-26',
  spent: 1200,
  reserved: 300,
  cap: 5000,
  hits: 7,
  generated: 4,
  extracts: 9,
  refused: 3,
  refusals: { numbers: 2, names: 1 },
  failed: 1,
  capped: 0,
};
beforeEach(async () => {
  [now, theirClock] = [MORNING, MORNING];
  ({ store } = await openStorage('sqlite::memory:', () => now));
  meters = createMeters(() => now);
  const routes = operations({
    store,
    summaries: { tally: async () => tally },
    meters,
    now: () => now,
    telegram: 'https://telegram.example',
    async ask() {
      if (theirClock === undefined) throw new Error('unreachable');
      return new Response(null, { status: 404, headers: { date: new Date(theirClock).toUTCString() } });
    },
  });
  server = await startHttp({ host: '127.0.0.1', port: 0, log: silent, routes });
});
afterEach(async () => {
  await server.close();
  await store.close();
});

async function health(): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${server.url}/healthz`);
  return { status: answer.status, body: await answer.json() };
}

async function figures(): Promise<string> {
  const answer = await fetch(`${server.url}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return answer.text();
}

describe('/healthz', () => {
  test('is 200 while store, Telegram and clock are well', async () => {
    expect(await health()).toEqual({
      status: 200,
      body: { status: 'well', checks: { store: 'well', telegram: 'well', clock: 'well' } },
    });
  });

  test('is 503 with the reason for each that is not', async () => {
    now += 10 * MINUTE;
    await health();
    theirClock = undefined;
    await store.close();
    const { status, body } = await health();
    expect(status).toBe(503);
    expect(body).toMatchObject({
      status: 'unwell',
      checks: { telegram: 'Telegram cannot be reached', clock: "the clock is 600 s ahead of the server's" },
    });
    expect((body as { checks: { store: string } }).checks.store).not.toBe('well');
  });

  test('is well again when all is', async () => {
    theirClock = MORNING + 5 * MINUTE;
    expect(await health()).toMatchObject({
      status: 503,
      body: { checks: { clock: "the clock is 300 s behind the server's" } },
    });
    theirClock = MORNING;
    expect((await health()).status).toBe(200);
  });

  test('needs to ask nobody while Telegram answers the bot', async () => {
    theirClock = undefined;
    meters.answered(200);
    now += 80_000;
    expect((await health()).status).toBe(200);
    now += 80_000;
    expect((await health()).status).toBe(503);
  });
});

describe('/metrics', () => {
  test('counts what the store holds, and how late the work is', async () => {
    const put = await store.putArticles([draft(), draft(), draft()], MORNING);
    await store.assign(put.map(({ id }, at) => ({ articleId: id, storyId: at === 2 ? -2 : -1 })));
    const sources = ['a', 'b'].map((name) => ({ name, url: `https://${name}.example/feed` }));
    await store.addSources(sources, 'admin', MORNING);
    await store.enqueue(
      [
        {
          content: { language: 'ar', text: 'خبر' },
          deliveries: [{ key: 'k', kind: 'alert', chatId: 5, silent: false, expiresAt: MORNING + MINUTE }],
        },
      ],
      MORNING,
    );
    now += 90_000;
    const text = await figures();
    for (const line of [
      'mujaz_articles 3',
      'mujaz_stories 2',
      'mujaz_sources{outcome="unasked"} 2',
      'mujaz_sources{outcome="failing"} 0',
      'mujaz_deliveries_open{state="pending"} 1',
      'mujaz_due_lag_seconds{work="source"} 90',
      'mujaz_due_lag_seconds{work="delivery"} 90',
      'mujaz_due_lag_seconds{work="subscription"} 0',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  test('tells what summaries cost, and what was held back', async () => {
    const text = (await figures()).split('\n');
    for (const line of [
      'mujaz_summary_tokens{state="spent"} 1200',
      'mujaz_summary_tokens{state="reserved"} 300',
      'mujaz_summary_tokens_cap 5000',
      'mujaz_summaries_total{outcome="hit"} 7',
      'mujaz_summaries_total{outcome="refused"} 3',
      'mujaz_summaries_total{outcome="capped"} 0',
      'mujaz_summary_refusals_total{check="numbers"} 2',
    ]) {
      expect(text).toContain(line);
    }
  });

  test('counts what is brought to the webhook, and how long it waits', async () => {
    await store.takeUpdates([{ id: 1, mark: 1, lane: 5, body: '{}' }], MORNING);
    meters.brought('refused');
    now += 4000;
    const text = (await figures()).split('\n');
    expect(text).toContain('mujaz_updates_total{outcome="refused"} 1');
    expect(text).toContain('mujaz_updates_total{outcome="taken"} 0');
    expect(text).toContain('mujaz_due_lag_seconds{work="update"} 4');
  });

  test('while the store is away, tells that and what was counted on the way, and nothing of what nobody could read', async () => {
    expect(await figures()).toContain('mujaz_store_up 1');
    await store.close();
    meters.answered(429);
    const text = (await figures()).split('\n');
    expect(text).toContain('mujaz_store_up 0');
    expect(text).toContain('mujaz_telegram_answers_total{code="429"} 1');
    expect(text.filter((line) => /^mujaz_(articles|sources|due_lag|summar)/.test(line))).toEqual([]);
  });

  test('counts events by name and waits that Telegram asked for, without a word of what they carried', async () => {
    const log = meters.heard(silent);
    log.warn('answer refused', { reason: 'سر' });
    log.warn('answer refused');
    log.info('bot started');
    for (const code of [200, 429, 200]) meters.answered(code);
    for (let asked = 0; asked < 2; asked++) {
      const text = await figures();
      expect(text).toContain('mujaz_events_total{event="answer refused"} 2');
      expect(text).toContain('mujaz_events_total{event="bot started"} 1');
      expect(text).toContain('mujaz_telegram_answers_total{code="200"} 2');
      expect(text).toContain('mujaz_telegram_answers_total{code="429"} 1');
      expect(text).not.toContain('سر');
    }
  });
});

test('an address that is taken is told plainly', async () => {
  const port = Number(new URL(server.url).port);
  const second = startHttp({ host: '127.0.0.1', port, log: silent, routes() {} });
  await expect(second).rejects.toThrow(`port ${port} on 127.0.0.1 is taken by another program`);
});
