/** Digests on a store in memory, with news of the test's own and a clock that only the test moves. */
import { onTestFinished } from 'vitest';
import type { DigestSurroundings } from '../../src/app/digests.ts';
import { createDigests } from '../../src/app/digests.ts';
import { createEditions } from '../../src/app/editions.ts';
import type { Preferences } from '../../src/domain/chat.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { nextSlot } from '../../src/domain/schedule.ts';
import type { NewSubscription } from '../../src/domain/subscription.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createSummarizer } from '../../src/summarize/summarizer.ts';
import type { draft } from './articles.ts';
import { MORNING } from './articles.ts';

/** Noon there is `MORNING`. */
export const SCHEDULE = { times: ['12:00'], weekdays: [], timeZone: 'Asia/Riyadh' };

/** A store, chats that subscribe, news, and a press; all is closed when the test ends. */
export async function openDigestDesk({ topics = [] }: { topics?: readonly Topic[] } = {}) {
  const clock = { now: MORNING };
  const now = () => clock.now;
  const { store } = await openStorage('sqlite::memory:', now);
  onTestFinished(() => store.close());
  const log: { event: string; fields: Record<string, unknown> | undefined }[] = [];
  const write = (event: string, fields?: Record<string, unknown>) => void log.push({ event, fields });
  const faults: typeof log = [];
  let made = 0;
  return {
    store,
    clock,
    log,
    /** What the log has as errors. */
    faults: () => faults,
    /** How many editions were made. */
    made: () => made,
    press(surroundings: Partial<DigestSurroundings> = {}) {
      const summarizer = createSummarizer({ store });
      const editions = createEditions({
        store: surroundings.store ?? store,
        summarizer,
        topics,
        botName: () => 'bot',
        pause: async () => {},
      });
      return createDigests({
        store,
        editions: {
          ...editions,
          make(order, windows) {
            made++;
            return editions.make(order, windows);
          },
        },
        summarizer,
        defaultLanguage: 'ar',
        now,
        pause: async () => {},
        log: {
          info: write,
          warn: write,
          error(event, fields) {
            faults.push({ event, fields });
            write(event, fields);
          },
        },
        holder: 'test',
        onQueued: () => {},
        ...surroundings,
      });
    },
    /** Stories of one article each; their ids. */
    async tell(...drafts: ReturnType<typeof draft>[]): Promise<number[]> {
      const results = await store.putArticles(drafts, clock.now);
      return store.assign(results.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
    },
    async subscribe(chatId: number, fields: Partial<NewSubscription> = {}, preferences: Preferences = {}) {
      await store.saveChat({ id: chatId, kind: 'private', preferences: { language: 'ar', ...preferences } });
      return store.addSubscription({
        chatId,
        schedule: SCHEDULE,
        topics: [],
        size: 5,
        status: 'active',
        createdAt: clock.now,
        coveredUntil: clock.now,
        next: nextSlot(SCHEDULE, clock.now - 60_000),
        ...fields,
      });
    },
    /** The stories that the last edition of a subscription told. */
    async toldTo(id: number): Promise<number[]> {
      const subscription = await store.subscription(id);
      const edition = await store.edition(subscription?.lastEdition ?? 0);
      return (edition?.stories ?? []).map(({ storyId }) => storyId);
    },
    /** What the last edition of a subscription told, and what it left out. */
    async editionOf(id: number) {
      const subscription = await store.subscription(id);
      const editionId = subscription?.lastEdition ?? 0;
      const edition = await store.edition(editionId);
      return {
        editionId,
        told: (edition?.stories ?? []).map(({ storyId }) => storyId),
        left: (edition?.left ?? []).length,
      };
    },
    /** What waits to be sent: to whom, how, and its text. */
    async queued() {
      const rows = await store.dueDeliveries({ now: clock.now, limit: 500, except: [] });
      return Promise.all(
        rows.map(async ({ chatId, silent, messageId }) => {
          const content = await store.content(messageId);
          return { chatId, silent, text: content ? plainText(content.text) : '' };
        }),
      );
    },
  };
}
