/** Updates brought to the door of a real store, by a clock and waits of the test's own. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InboxDoors } from '../../src/app/inbox.ts';
import { createInbox } from '../../src/app/inbox.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { MORNING } from '../support/articles.ts';

let now: number;
let store: Store;
let logged: string[];
beforeEach(async () => {
  now = MORNING;
  logged = [];
  ({ store } = await openStorage('sqlite::memory:', () => now));
});
afterEach(() => store.close());

const log = {
  info: () => {},
  warn: () => {},
  error: (event: string) => void logged.push(event),
};
const update = (id: number, lane = 5) => ({ id, mark: id, lane, body: String(id) });

/** A process at work until `stop`; its waits pass with the clock as soon as everything else has had its turn. */
function work(handle: InboxDoors['handle'], doors: Partial<InboxDoors> = {}) {
  const idle = async (ms: number, signal?: AbortSignal) => {
    for (let turns = 0; turns < 20 && !signal?.aborted; turns++) await turn();
    if (!signal?.aborted) now += ms;
  };
  const inbox = createInbox({ store, handle, now: () => now, idle, holder: 'a/1', log, ...doors });
  const stopping = new AbortController();
  const running = inbox.run(stopping.signal);
  return {
    take: inbox.take,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const until = async (done: () => boolean | Promise<boolean>) => {
  while (!(await done())) await turn();
};
const waiting = async () => (await store.vitals(now)).due.update !== undefined;
const emptied = () => until(async () => !(await waiting()));

describe('an inbox', () => {
  test('handles each update once, however often it is brought, and after a restart, too', async () => {
    const handled: string[] = [];
    const handle = async (body: string) => void handled.push(body);
    const first = work(handle);
    expect(await Promise.all([first.take(update(1)), first.take(update(2, 6))])).toEqual(['taken', 'taken']);
    expect(await first.take(update(1))).toBe('repeated');
    await emptied();
    await first.stop();
    const second = work(handle);
    expect(await second.take(update(2, 6))).toBe('repeated');
    expect(await second.take(update(3))).toBe('taken');
    await emptied();
    await second.stop();
    expect(handled).toEqual(['1', '2', '3']);
  });

  test('keeps the order of a chat, and lets no chat wait for another', async () => {
    const gates = new Map([1, 2, 3, 4].map((id) => [String(id), Promise.withResolvers<void>()]));
    const begun: string[] = [];
    const { take, stop } = work(async (body) => {
      begun.push(body);
      await gates.get(body)?.promise;
    });
    for (const each of [update(1), update(2), update(3, 6), update(4)]) await take(each);
    await until(() => begun.length === 2);
    expect(begun).toEqual(['1', '3']);
    for (const body of ['1', '2', '4']) {
      gates.get(body)?.resolve();
      await until(() => begun.includes(body === '1' ? '2' : '4'));
    }
    expect(begun).toEqual(['1', '3', '2', '4']);
    gates.get('3')?.resolve();
    await emptied();
    await stop();
  });

  test('a fault in one is logged without its words and holds up nothing', async () => {
    const handled: string[] = [];
    const { take, stop } = work(async (body) => {
      handled.push(body);
      if (body === '1') throw new Error('cannot');
    });
    await take(update(1));
    await take(update(2));
    await emptied();
    expect([handled, logged]).toEqual([['1', '2'], ['update not handled']]);
    await stop();
  });

  test('prolongs its claim as long as somebody is at it', async () => {
    const gate = Promise.withResolvers<void>();
    let begun = 0;
    const { take, stop } = work(async () => {
      begun++;
      await gate.promise;
    });
    await take(update(1));
    const began = now;
    await until(() => now > began + 120_000);
    const others = await store.claimUpdates({ now, until: now + 1000, holder: 'b/2', limit: 5 });
    expect([others, begun]).toEqual([[], 1]);
    gate.resolve();
    await emptied();
    await stop();
  });

  test('takes over what a process that ended had in hand, and gives up what ended three', async () => {
    await store.takeUpdates([update(1), update(2, 6)], now);
    for (let life = 1; life <= 3; life++) {
      const limit = life === 1 ? 5 : 1;
      await store.claimUpdates({ now, until: now + 1000, holder: `gone/${life}`, limit });
      now += 1000;
    }
    const handled: string[] = [];
    const { stop } = work(async (body) => void handled.push(body));
    await emptied();
    expect([handled, logged]).toEqual([
      ['2'],
      ['update given up: whoever handled it did not come to an end'],
    ]);
    await stop();
  });

  test('what the store does not take is not taken; what it does not note as handled is noted later, and done once', async () => {
    let fails = { take: true, finish: 2 };
    const flaky: Store = {
      ...store,
      async takeUpdates(...order) {
        if (fails.take) throw new Error('disk full');
        return store.takeUpdates(...order);
      },
      async finishUpdates(order) {
        if (fails.finish-- > 0) throw new Error('disk full');
        return store.finishUpdates(order);
      },
    };
    const handled: string[] = [];
    const { take, stop } = work(async (body) => void handled.push(body), { store: flaky });
    await expect(take(update(1))).rejects.toThrow('disk full');
    fails = { ...fails, take: false };
    expect(await take(update(1))).toBe('taken');
    await emptied();
    expect([handled, logged]).toEqual([['1'], ['a handled update is not noted']]);
    await stop();
  });

  test('rests longer and longer while the store cannot be read', async () => {
    let fails = 5;
    const flaky: Store = {
      ...store,
      async claimUpdates(order) {
        if (fails-- > 0) throw new Error('gone');
        return store.claimUpdates(order);
      },
    };
    await store.takeUpdates([update(1)], now);
    const { stop } = work(async () => {}, { store: flaky });
    await emptied();
    expect(logged).toHaveLength(5);
    expect(now - MORNING).toBeGreaterThanOrEqual(31_000);
    await stop();
  });

  test('forgets after a day that it has seen an update', async () => {
    const handled: string[] = [];
    const { take, stop } = work(async (body) => void handled.push(body));
    await take(update(1));
    await emptied();
    now += 24 * 3_600_000;
    await turn();
    expect(await take(update(1))).toBe('repeated');
    now += 3_600_000;
    await until(async () => (await take(update(1))) === 'taken');
    await emptied();
    expect(handled).toEqual(['1', '1']);
    await stop();
  });

  test('stopped, it ends what is in hand, and leaves the rest to the next', async () => {
    const gate = Promise.withResolvers<void>();
    const handled: string[] = [];
    const first = work(async (body) => {
      await gate.promise;
      handled.push(body);
    });
    await first.take(update(1));
    await first.take(update(2));
    await turn();
    const stopped = first.stop();
    gate.resolve();
    await stopped;
    expect([handled, await waiting()]).toEqual([['1'], true]);
    const next = work(async (body) => void handled.push(body));
    await emptied();
    await next.stop();
    expect(handled).toEqual(['1', '2']);
  });
});
