/** What every engine must do for sources: what a file names, what is claimed, what a check has found. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newSource } from '../../src/domain/polling.ts';
import type { FinishedCheck, Store } from '../../src/domain/ports.ts';
import { sourceEntryShape } from '../../src/domain/source.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

export function sourceContract(engine: string, open: () => Promise<Store>): void {
  describe(`sources on ${engine}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const paper = sourceEntryShape.parse({
      id: 'paper',
      name: { ar: 'الصحيفة', en: 'The Paper' },
      url: 'https://paper.example/feed',
      language: 'ar',
      topics: ['world'],
      everyMinutes: 30,
    });
    const post = sourceEntryShape.parse({ id: 'post', name: 'البريد', url: 'https://post.example/feed' });
    const MINUTE = 60_000;
    const claim = (now: number, holder = 'here/1', limit = 10) =>
      store.claimSources({ now, until: now + 5 * MINUTE, holder, limit });
    const done = (source: { id: string; lease: number }, at: number): FinishedCheck => ({
      id: source.id,
      lease: source.lease,
      state: { ...newSource, errors: 0, seen: ['a'] },
      nextAt: at + 10 * MINUTE,
      result: { at, tookMs: 12, validators: { etag: 'W/"1"', lastModified: 'then' }, items: 4 },
    });

    test('of the file come, change and go with it, and keep what their checks have shown', async () => {
      await store.syncSources([paper, post], MORNING);
      expect(await store.sources()).toMatchObject([
        { ...paper, origin: 'file', articles: 0, state: newSource },
        { id: 'post', origin: 'file' },
      ]);
      await store.finishChecks((await claim(MORNING)).map((source) => done(source, MORNING)));
      await store.syncSources([{ ...paper, name: 'اسم جديد' }], MORNING + MINUTE);
      const [only, ...rest] = await store.sources();
      expect(rest).toEqual([]);
      expect(only).toMatchObject({ name: 'اسم جديد', items: 4, lastOkAt: MORNING, tookMs: 12 });
      expect(await claim(MORNING + 9 * MINUTE)).toEqual([]);
      const [again] = await claim(MORNING + 10 * MINUTE);
      expect(again?.validators).toEqual({ etag: 'W/"1"', lastModified: 'then' });
    });

    test('with a new address in the file start anew', async () => {
      await store.syncSources([paper], MORNING);
      await store.finishChecks((await claim(MORNING)).map((source) => done(source, MORNING)));
      await store.syncSources([{ ...paper, url: 'https://paper.example/rss' }], MORNING + MINUTE);
      const [again] = await claim(MORNING + MINUTE);
      expect(again).toMatchObject({ url: 'https://paper.example/rss', validators: {}, state: newSource });
    });

    test('are claimed once while the claim lasts, earliest due first', async () => {
      await store.syncSources([paper], MORNING);
      await store.syncSources([paper, post], MORNING + 1);
      expect((await claim(MORNING + 1, 'here/1', 1)).map(({ id }) => id)).toEqual(['paper']);
      expect((await claim(MORNING + 1, 'there/2')).map(({ id }) => id)).toEqual(['post']);
      expect(await claim(MORNING + MINUTE, 'there/2')).toEqual([]);
      expect(await store.nextSourceDue()).toBe(MORNING + 1 + 5 * MINUTE);
      const late = await claim(MORNING + 6 * MINUTE, 'there/2');
      expect(late.map(({ id }) => id).sort()).toEqual(['paper', 'post']);
    });

    test('are given back by holders that work no more', async () => {
      await store.syncSources([paper, post], MORNING);
      await claim(MORNING, 'here/1', 1);
      await claim(MORNING, 'there/2', 1);
      await store.releaseSources((holder) => holder === 'here/1');
      expect(await claim(MORNING, 'here/3')).toHaveLength(1);
    });

    test('take no result from a claim that ran out', async () => {
      await store.syncSources([paper], MORNING);
      const [first] = await claim(MORNING);
      const [second] = await claim(MORNING + 6 * MINUTE, 'there/2');
      if (!first || !second) throw new Error('not claimed');
      await store.finishChecks([done(first, MORNING + 7 * MINUTE)]);
      expect((await store.sources())[0]?.items).toBeUndefined();
      await store.finishChecks([done(second, MORNING + 7 * MINUTE)]);
      expect((await store.sources())[0]?.items).toBe(4);
    });

    test('that fail keep what they had and say why; a muted one is never due', async () => {
      await store.syncSources([paper], MORNING);
      const [source] = await claim(MORNING);
      if (!source) throw new Error('not claimed');
      const failure = { since: MORNING, reason: 'http', status: 410 };
      const state = { ...newSource, muted: 'gone' as const };
      await store.finishChecks([{ id: source.id, lease: source.lease, state, result: { failure } }]);
      expect((await store.sources())[0]).toMatchObject({ failure, state: { muted: 'gone' } });
      expect(await store.nextSourceDue()).toBeUndefined();
      expect(await claim(MORNING + 1e12)).toEqual([]);
    });

    test('are finished by the dozen, each in its own way', async () => {
      const entries = Array.from({ length: 45 }, (_, at) => ({
        ...paper,
        id: `paper-${at}`,
        url: `https://paper-${at}.example/feed`,
      }));
      await store.syncSources(entries, MORNING);
      await store.finishChecks((await claim(MORNING, 'here/1', 45)).map((each) => done(each, MORNING)));
      const later = MORNING + 20 * MINUTE;
      const failure = { since: later, reason: 'timeout' };
      const again = await claim(later, 'here/1', 45);
      await store.finishChecks(
        again.map((each, at) =>
          at % 2 === 0
            ? { id: each.id, lease: each.lease, state: newSource, nextAt: later, result: { failure } }
            : {
                ...done(each, later),
                result: { at: later, tookMs: 3.4, validators: { validatorsFrom: 'https://x.example/' } },
              },
        ),
      );
      const records = new Map((await store.sources()).map((record) => [record.id, record]));
      const next = new Map((await claim(later + 20 * MINUTE, 'here/1', 45)).map((each) => [each.id, each]));
      again.forEach(({ id }, at) => {
        const failed = at % 2 === 0;
        expect(records.get(id)).toMatchObject({ items: 4, lastOkAt: failed ? MORNING : later });
        expect(records.get(id)?.failure).toEqual(failed ? failure : undefined);
        expect(next.get(id)?.validators).toEqual(
          failed ? { etag: 'W/"1"', lastModified: 'then' } : { validatorsFrom: 'https://x.example/' },
        );
      });
    });

    test('that moved are asked at their new address, without the old validators', async () => {
      await store.syncSources([paper], MORNING);
      const [source] = await claim(MORNING);
      if (!source) throw new Error('not claimed');
      await store.finishChecks([{ ...done(source, MORNING), movedTo: 'https://new.example/feed' }]);
      await store.syncSources([paper], MORNING + MINUTE);
      const [again] = await claim(MORNING + 20 * MINUTE);
      expect(again).toMatchObject({ url: 'https://new.example/feed', validators: {} });
    });

    test('are added once, however their address is written; the file takes over those that it names', async () => {
      const added = { name: 'صحيفة مضافة', url: 'http://www.paper.example/feed/' };
      const [first, second] = await store.addSources([added, added], 'opml', MORNING);
      expect([first?.outcome, second?.outcome]).toEqual(['added', 'known']);
      const article = { ...draft(), sourceId: first?.id ?? '' };
      await store.putArticles([article], MORNING);
      await store.syncSources([paper], MORNING);
      expect(await store.sources()).toMatchObject([{ id: 'paper', origin: 'file', articles: 1 }]);
    });

    test('that are removed go; one of the file stays away until it is added again', async () => {
      const [added] = await store.addSources(
        [{ name: 'مضافة', url: 'https://a.example/feed' }],
        'admin',
        MORNING,
      );
      await store.syncSources([paper], MORNING);
      expect(await store.removeSource(added?.id ?? '')).toBe(true);
      expect(await store.removeSource('paper')).toBe(true);
      expect(await store.removeSource('paper')).toBe(false);
      await store.syncSources([paper], MORNING);
      expect(await store.sources()).toEqual([]);
      expect(await claim(MORNING + MINUTE)).toEqual([]);
      const again = await store.addSources([{ name: 'x', url: paper.url }], 'admin', MORNING);
      expect(again).toEqual([{ id: 'paper', outcome: 'added' }]);
      expect(await claim(MORNING + MINUTE)).toHaveLength(1);
    });

    test('switched off are never due', async () => {
      await store.syncSources([{ ...paper, enabled: false }], MORNING);
      expect(await claim(MORNING)).toEqual([]);
      expect(await store.nextSourceDue()).toBeUndefined();
    });

    test('count their articles and know their headlines', async () => {
      await store.syncSources([paper], MORNING);
      const [old, fresh] = [draft(), draft()].map((one) => ({ ...one, sourceId: 'paper' }));
      if (!old || !fresh) throw new Error('no drafts');
      await store.putArticles([old], MORNING - HOUR);
      await store.putArticles([fresh, draft()], MORNING);
      expect((await store.sources())[0]?.articles).toBe(2);
      expect(await store.recentTitles('paper', MORNING)).toEqual([{ key: fresh.key, title: fresh.title }]);
    });
  });
}
