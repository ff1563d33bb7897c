/** Updates brought to the door of a real store, by a clock and waits of the test's own. */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import { openHall, until, update } from '../support/inbox.ts';

describe('an inbox', () => {
  test('handles each update once, however often it is brought, and after a restart, too', async () => {
    const { work, emptied } = await openHall();
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
    const { work, emptied } = await openHall();
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
    const { work, emptied, logged } = await openHall();
    const handled: string[] = [];
    const { take, stop } = work(async (body) => {
      handled.push(body);
      if (body === '1') throw new Error('cannot');
    });
    await take(update(1));
    await take(update(2));
    await emptied();
    expect(handled).toEqual(['1', '2']);
    expect(logged).toEqual([{ event: 'update not handled', fields: { update: 1, reason: 'Error: cannot' } }]);
    await stop();
  });

  test('takes over what processes that ended had in hand, twice, and gives up what ended three', async () => {
    const { work, emptied, logged, store, clock } = await openHall();
    await store.takeUpdates([update(1), update(2, 6)], clock.now);
    for (let life = 1; life <= 3; life++) {
      const limit = life <= 2 ? 5 : 1;
      const { now } = clock;
      await store.claimUpdates({ now, until: now + 1000, holder: `gone/${life}`, limit });
      clock.now += 1000;
    }
    const handled: string[] = [];
    const { stop } = work(async (body) => void handled.push(body));
    await emptied();
    expect(handled).toEqual(['2']);
    expect(logged).toEqual([
      {
        event: 'update given up: whoever handled it did not come to an end',
        fields: { update: 1, tries: 3 },
      },
    ]);
    await stop();
  });

  test('what the store does not take is not taken; what it does not note as handled is noted later, and done once', async () => {
    const { work, emptied, events, store, clock } = await openHall();
    let fails = { take: true, finish: 3 };
    const asked: number[] = [];
    const flaky: Store = {
      ...store,
      async takeUpdates(...order) {
        if (fails.take) throw new Error('disk full');
        return store.takeUpdates(...order);
      },
      async finishUpdates(order) {
        asked.push(clock.now);
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
    expect([handled, events()]).toEqual([['1'], ['a handled update is not noted']]);
    // It leaves the store alone for a second each time.
    expect(asked).toHaveLength(4);
    for (const [at, time] of asked.entries())
      expect(time - (asked[at - 1] ?? 0)).toBeGreaterThanOrEqual(1000);
    await stop();
  });

  test('forgets after a day that it has seen an update', async () => {
    const { work, emptied, clock } = await openHall();
    const handled: string[] = [];
    const { take, stop } = work(async (body) => void handled.push(body));
    await take(update(1));
    await emptied();
    clock.now += 24 * 3_600_000;
    // Several rounds of clearing away: each hour has six.
    const since = clock.now;
    await until(() => clock.now > since + 1_800_000);
    expect(await take(update(1))).toBe('repeated');
    clock.now += 1_800_000;
    await until(async () => (await take(update(1))) === 'taken');
    await emptied();
    expect(handled).toEqual(['1', '1']);
    await stop();
  });

  test('stopped, it ends what is in hand, and leaves the rest to the next', async () => {
    const { work, emptied, waiting } = await openHall();
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
