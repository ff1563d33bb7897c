/** Three processes, as far as the store can tell, on one Postgres, and chats due in the same minute. `npm run soak -- processes` has the real ones, and kills them. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createDelivery } from '../../src/app/deliver.ts';
import { createDigests } from '../../src/app/digests.ts';
import { createEditions } from '../../src/app/editions.ts';
import { RENEWED_AFTER } from '../../src/app/lease.ts';
import type { Store } from '../../src/domain/ports.ts';
import { nextSlot } from '../../src/domain/schedule.ts';
import { createDrawer } from '../../src/pictures/drawer.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createSummarizer } from '../../src/summarize/summarizer.ts';
import { createMessenger } from '../../src/telegram/messenger.ts';
import { draft, MORNING } from '../support/articles.ts';
import { startDouble } from '../support/bot-api-double.ts';
import { TOKEN } from '../support/playground.ts';
import { emptyDatabase, skipReason } from '../support/postgres.ts';
import { silent } from '../support/sender.ts';

const CHATS = 120;
const SCHEDULE = { times: ['12:00'], weekdays: [], timeZone: 'Asia/Riyadh' };

test.skipIf(skipReason)(
  'three processes on one store: each chat gets its digest, and gets it once',
  async () => {
    let now = MORNING;
    const url = await emptyDatabase();
    const stores = await Promise.all([1, 2, 3].map(async () => (await openStorage(url, () => now)).store));
    const [first] = stores as [Store];
    const articles = await first.putArticles([draft(), draft(), draft()], now);
    await first.assign(articles.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
    const chats = Array.from({ length: CHATS }, (_, at) => 1000 + at);
    await Promise.all(
      chats.map(async (chatId) => {
        await first.saveChat({ id: chatId, kind: 'private', preferences: { language: 'ar' } });
        await first.addSubscription({
          chatId,
          schedule: SCHEDULE,
          topics: [],
          size: 5,
          status: 'active',
          createdAt: now,
          coveredUntil: now - 3_600_000,
          next: nextSlot(SCHEDULE, now - 60_000),
        });
      }),
    );
    const served = await Promise.all(
      stores.map((store, at) => digestsOf(store, `p/${at}`, () => now).tick()),
    );
    expect(served.reduce((sum, each) => sum + each, 0)).toBe(CHATS);

    const telegram = await startDouble();
    const drawer = createDrawer({ now: () => now });
    const stop = new AbortController();
    // Short waits pass at once, and the clock with them; who stands by, or has nothing left, waits for the end.
    const idle = async (ms: number, signal?: AbortSignal) => {
      await turn();
      if (signal?.aborted) return;
      if (ms < RENEWED_AFTER) now += ms;
      else await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
    };
    const senders = stores.map(async (store, at) => {
      const messenger = createMessenger({ token: TOKEN, apiRoot: telegram.apiRoot, connections: 4, drawer });
      await createDelivery({
        store,
        messenger,
        now: () => now,
        chance: () => 0.5,
        pause: turn,
        log: silent,
        holder: `p/${at}`,
        rate: 1000,
        paid: true,
        atOnce: 4,
        notices: async () => 0,
        onFatal: () => {},
      }).run(idle, stop.signal);
      await messenger.close();
    });
    await expect
      .poll(() => telegram.accepted.length, { timeout: 20_000, interval: 10 })
      .toBeGreaterThanOrEqual(CHATS);
    stop.abort();
    await Promise.all(senders);
    expect(telegram.accepted.map(({ chatId }) => chatId).sort((a, b) => a - b)).toEqual(chats);
    expect((await first.ledger(now)).states).toMatchObject({
      sent: CHATS,
      pending: 0,
      sending: 0,
      uncertain: 0,
    });
    await drawer.close();
    await telegram.close();
    await Promise.all(stores.map((store) => store.close()));
  },
);

function digestsOf(store: Store, holder: string, now: () => number) {
  const summarizer = createSummarizer({ store });
  return createDigests({
    store,
    editions: createEditions({ store, summarizer, topics: [], botName: () => 'bot', pause: turn }),
    summarizer,
    defaultLanguage: 'ar',
    now,
    pause: turn,
    log: silent,
    holder,
    onQueued: () => {},
  });
}
