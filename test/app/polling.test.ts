import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPolling } from '../../src/app/polling.ts';
import { sweep } from '../../src/app/retention.ts';
import { openStorage } from '../../src/storage/open.ts';
import { HOUR, MORNING } from '../support/articles.ts';
import type { ServedItem } from '../support/feed-server.ts';
import { rss, runSite } from '../support/feed-server.ts';
import { entry, openNewsroom } from '../support/newsroom.ts';

const DAY = 24 * HOUR;

/** Items about subjects of their own, so that each is a story; newest first. */
function items(from: number, count: number, at = MORNING): ServedItem[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    return {
      title: `${WORDS[number % WORDS.length]} رقم ${number} في ${PLACES[(number * 7) % PLACES.length]}`,
      link: `https://paper.example/news/${number}`,
      guid: `g${number}`,
      at: at - number * 60_000,
      text: `تفاصيل ${WORDS[(number * 3) % WORDS.length]} كما رواها مراسلنا ${number}.`,
    };
  });
}
const WORDS =
  'قطار جسر مدرسة سفينة متحف ملعب مصنع حديقة مكتبة سوق مستشفى مطار مسرح سد برج فندق نهر جامعة'.split(' ');
const PLACES = 'الجبل الوادي الساحل الميناء السهل الواحة المدينة القرية الضاحية الجزيرة الصحراء'.split(' ');

describe('a source', () => {
  test('is read when due, is asked with its validators next time, and answers 304', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(items(0, 5)));
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    expect((await room.titles()).sort()).toEqual(
      items(0, 5)
        .map(({ title }) => title)
        .sort(),
    );
    await room.polling.tick();
    expect(site.requests).toHaveLength(1);

    await room.after(DAY + HOUR);
    expect(site.requests.map(({ status }) => status)).toEqual([200, 304]);
    expect(site.requests[1]?.headers['if-none-match']).toMatch(/^"/);
    expect(await room.titles()).toHaveLength(5);
    expect(await room.source()).toMatchObject({ items: 5, articles: 5, lastOkAt: room.clock.now });
  });

  test('gives its name, language and topics to items that state none', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(items(0, 1)));
    const room = await openNewsroom([
      entry({ url: `${site.origin}/feed`, name: { ar: 'المرفأ', en: 'Harbour' }, topics: ['sports'] }),
    ]);
    await room.polling.tick();
    const [article] = await room.store.articlesByKey(['https://paper.example/news/0']);
    expect(article).toMatchObject({
      source: { name: 'المرفأ', url: 'https://paper.example/' },
      sourceId: 'paper',
      language: 'ar',
      topics: ['sports'],
    });
  });

  test('with fifty items at once loses none of them', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(items(0, 3)));
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    site.pages.set('/feed', rss([...items(100, 50, MORNING + 3 * HOUR), ...items(0, 3)]));
    await room.after(DAY);
    expect(await room.titles()).toHaveLength(53);
    expect((await room.source()).state.turnedOverAt).toBeUndefined();
  });

  test('whose items were all replaced is said to have turned over', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(items(0, 5)));
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    site.pages.set('/feed', rss(items(50, 5, MORNING + 20 * HOUR)));
    await room.after(DAY);
    expect((await room.source()).state.turnedOverAt).toBe(room.clock.now);
    expect(room.log.map(({ event }) => event)).toContain('source turned over: items may have been missed');
  });

  test('that answers 500 is left alone for longer each time, and is well again when it answers', async () => {
    await using site = await runSite();
    site.pages.set('/feed', (_, response) => response.writeHead(500).end());
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    expect(await room.source()).toMatchObject({ failure: { since: MORNING, reason: 'http', status: 500 } });
    await room.after(59_000);
    expect(site.requests).toHaveLength(1);
    await room.after(1000);
    expect(site.requests).toHaveLength(2);
    await room.after(119_000);
    expect(site.requests).toHaveLength(2);
    expect((await room.source()).failure?.since).toBe(MORNING);

    site.pages.set('/feed', rss(items(0, 2)));
    await room.after(1000);
    expect((await room.source()).failure).toBeUndefined();
    expect(await room.titles()).toHaveLength(2);
  });

  test('that is gone (410) is not asked again', async () => {
    await using site = await runSite();
    site.pages.set('/feed', (_, response) => response.writeHead(410).end());
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    await room.after(30 * DAY);
    expect(site.requests).toHaveLength(1);
    expect((await room.source()).state.muted).toBe('gone');
  });

  test('that is a web page now fails with that reason and keeps its articles', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(items(0, 2)));
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    site.pages.set('/feed', '<!doctype html><html><body><p>Moved</p></body></html>');
    await room.after(DAY);
    expect((await room.source()).failure?.reason).toBe('not-a-feed');
    expect(await room.titles()).toHaveLength(2);
  });

  test('that is slow holds up no other', async () => {
    await using site = await runSite();
    const held = Promise.withResolvers<void>();
    site.pages.set('/slow', (_, response) => void held.promise.then(() => response.end(rss(items(0, 1)))));
    const quick = Array.from({ length: 5 }, (_, index) => `/quick${index}`);
    quick.forEach((path, index) => {
      site.pages.set(path, rss(items(100 + index * 10, 1)));
    });
    const room = await openNewsroom([
      entry({ id: 'slow', url: `${site.origin}/slow` }),
      ...quick.map((path, index) => entry({ id: `quick-${index}`, url: `${site.origin}${path}` })),
    ]);
    const ticking = room.polling.tick();
    // The slow one still waits while all the others are in the store.
    while ((await room.titles()).length < 5) await turn();
    expect(site.to('/slow')).toHaveLength(0);
    held.resolve();
    await ticking;
    expect(await room.titles()).toHaveLength(6);
  });

  test('waits for no more than its turn: more sources than are claimed at once are all read in one go', async () => {
    await using site = await runSite();
    const entries = Array.from({ length: 80 }, (_, index) => {
      site.pages.set(`/${index}`, rss(items(index * 10, 1)));
      return entry({ id: `s-${index}`, url: `${site.origin}/${index}` });
    });
    const room = await openNewsroom(entries);
    await room.polling.tick();
    expect(site.requests).toHaveLength(80);
    expect(await room.titles()).toHaveLength(80);
  });

  test('is worked on by one process at a time', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(items(0, 3)));
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await Promise.all([room.polling.tick(), room.polling.tick()]);
    expect(site.requests).toHaveLength(1);
  });
});

describe('stories', () => {
  test('are found the more rarely while more is due, the longer it takes', async () => {
    const clock = { now: MORNING };
    const now = () => clock.now;
    const { store } = await openStorage('sqlite::memory:', now);
    onTestFinished(() => store.close());
    const entries = Array.from({ length: 200 }, (_, at) =>
      entry({ id: `paper-${at}`, url: `https://paper-${at}.example/feed` }),
    );
    await store.syncSources(entries, now());
    const settled: number[] = [];
    const polling = createPolling({
      store,
      feeds: {
        articlePage: async () => undefined,
        async visit() {
          clock.now += 1000;
          return { kind: 'notModified', validators: {} };
        },
      },
      intake: () => Promise.reject(new Error('nothing was fetched')),
      async settle() {
        settled.push(clock.now);
        clock.now += 10_000;
      },
      now,
      chance: () => 0,
      pause: async () => {},
      timeout: () => new AbortController().signal,
      log: { info() {}, warn() {}, error() {} },
      holder: 'here/1',
      everyMinutes: 10,
    });
    await polling.tick();
    // Finding them took ten seconds: the next time is not before four times as long.
    const [first = 0, second = 0] = settled;
    expect(second - first).toBeGreaterThanOrEqual(40_000);
  });
});

describe('items', () => {
  test('without a headline or text are counted with their reason; dates before 1990 are no dates', async () => {
    await using site = await runSite();
    site.pages.set(
      '/feed',
      rss([
        { title: '', guid: 'empty' },
        { title: 'خبر بتاريخ مستحيل في الزمن', link: 'https://paper.example/a', at: 0 },
      ]),
    );
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    expect(room.log).toContainEqual({
      event: 'items rejected',
      fields: { source: 'paper', reason: 'title: the item has neither a headline nor any text', items: 1 },
    });
    const [article] = await room.store.articlesByKey(['https://paper.example/a']);
    expect(article?.publishedAt).toBeUndefined();
    expect(article?.sortAt).toBe(MORNING);
  });

  test('that a publisher corrects keep their former titles', async () => {
    await using site = await runSite();
    const [first] = items(0, 1);
    site.pages.set('/feed', rss([first!]));
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    for (const title of ['عنوان مصحّح أوّل للخبر', 'عنوان مصحّح ثانٍ للخبر']) {
      site.pages.set('/feed', rss([{ ...first!, title }]));
      await room.after(DAY);
    }
    const [article] = await room.store.articlesByKey(['https://paper.example/news/0']);
    expect(article).toMatchObject({
      title: 'عنوان مصحّح ثانٍ للخبر',
      formerTitles: [first!.title, 'عنوان مصحّح أوّل للخبر'],
    });
    expect(await room.titles()).toHaveLength(1);
  });

  test('of a publisher that renumbers everything at once are the same articles', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(items(0, 10)));
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    const moved = items(0, 10).map((item, index) => ({
      ...item,
      link: `https://new.paper.example/story?id=${index}`,
      guid: `n${index}`,
    }));
    const fresh = items(200, 2, MORNING + 5 * HOUR);
    site.pages.set('/feed', rss([...fresh, ...moved]));
    await room.after(DAY);
    expect(await room.titles()).toHaveLength(12);
    const [article] = await room.store.articlesByKey(['https://new.paper.example/story?id=3']);
    expect(article?.title).toBe(items(0, 10)[3]?.title);
    expect(article?.firstSeen).toBe(MORNING);
    // Fewer of them a day later: they are known under their new links now.
    site.pages.set('/feed', rss([...items(300, 9, MORNING + 30 * HOUR), ...fresh, ...moved.slice(0, 4)]));
    await room.after(DAY);
    expect(await room.titles()).toHaveLength(21);
  });

  test('that two sources carry are one article of the first, with the topics of both, and never change in turn', async () => {
    await using site = await runSite();
    site.pages.set('/one', rss(items(0, 2)));
    site.pages.set('/two', rss(items(0, 2).map((item) => ({ ...item, title: `${item.title} (تحديث)` }))));
    const room = await openNewsroom([entry({ id: 'one', url: `${site.origin}/one`, topics: ['world'] })]);
    await room.polling.tick();
    await room.store.syncSources(
      [
        entry({ id: 'one', url: `${site.origin}/one`, topics: ['world'] }),
        entry({ id: 'two', url: `${site.origin}/two`, topics: ['economy'] }),
      ],
      room.clock.now,
    );
    await room.polling.tick();
    const [article] = await room.store.articlesByKey(['https://paper.example/news/0']);
    expect(article).toMatchObject({
      sourceId: 'one',
      title: items(0, 1)[0]?.title,
      topics: ['world', 'economy'],
    });
    expect(article?.formerTitles).toBeUndefined();
  });

  test('that have had their time go, and do not come back with the feed that still shows them', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(items(0, 60)));
    const room = await openNewsroom([entry({ url: `${site.origin}/feed` })]);
    await room.polling.tick();
    room.clock.now += 91 * DAY;
    const doors = {
      store: room.store,
      now: () => room.clock.now,
      pause: async () => {},
      log: undefined as never,
    };
    expect(await sweep({ ...doors, days: 90 })).toMatchObject({ articles: 60 });
    expect(await room.titles()).toEqual([]);
    site.pages.set('/feed', rss([...items(100, 1, room.clock.now), ...items(0, 60)]));
    await room.polling.tick();
    expect(await room.titles()).toHaveLength(1);
  });
});

describe('whole articles', () => {
  const body = Array.from(
    { length: 12 },
    (_, index) =>
      `<p>تقول تفاصيل القطار في فقرة ${index} إن السكان ركبوه أوّل مرّة صباح اليوم، وإن الرحلة استغرقت ساعة كاملة.</p>`,
  ).join('');
  const page = (inner: string) =>
    `<!doctype html><html lang="ar" dir="rtl"><head><title>خبر</title></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>خبر القطار</h1>${inner}</article></body></html>`;
  const teaser = 'تفاصيل القطار في الجبل: ركبه السكان أوّل مرّة صباح اليوم.';

  async function withPage(html: string, robots?: string) {
    const site = await runSite();
    site.pages.set('/story', html);
    if (robots !== undefined) site.pages.set('/robots.txt', robots);
    site.pages.set(
      '/feed',
      rss([
        {
          title: 'قطار جديد يصل إلى الجبل بعد انتظار',
          link: `${site.origin}/story`,
          at: MORNING,
          text: teaser,
        },
      ]),
    );
    const room = await openNewsroom([entry({ url: `${site.origin}/feed`, fullText: true })]);
    await room.polling.tick();
    const stored = async () => {
      const { stories } = await room.store.latestStories({ limit: 1 });
      return room.store.article(stories[0]?.articles[0]?.id ?? 0);
    };
    return { site, room, stored };
  }

  test('are read from their page, and a teaser does not take their place again', async () => {
    const { site, room, stored } = await withPage(page(body));
    await using _ = site;
    expect((await stored())?.body).toContain('في فقرة 11 إن السكان');
    expect((await stored())?.summary).toBe(teaser);
    site.pages.set('/feed', `${site.pages.get('/feed')}<!-- again -->`);
    await room.after(DAY);
    expect(site.to('/feed').map(({ status }) => status)).toEqual([200, 200]);
    expect((await stored())?.body).toContain('في فقرة 11 إن السكان');
    expect(site.to('/story')).toHaveLength(1);
  });

  test('are not taken from a page about something else', async () => {
    const other = Array.from(
      { length: 12 },
      () =>
        '<p>Please accept our cookies and subscribe to continue with this newspaper, which costs nothing in the first month.</p>',
    ).join('');
    const { site, stored } = await withPage(page(other));
    await using _ = site;
    expect((await stored())?.body).toBe('');
    expect((await stored())?.summary).toBe(teaser);
  });

  test('are not taken where robots.txt forbids', async () => {
    const { site, stored } = await withPage(page(body), 'User-agent: *\nDisallow: /story');
    await using _ = site;
    expect((await stored())?.body).toBe('');
    expect(site.to('/story')).toHaveLength(0);
  });
});
