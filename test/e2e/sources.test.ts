/** News that arrives by itself, and the people who look after its sources: the real bot, real HTTP on all sides. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { rss, runSite } from '../support/feed-server.ts';
import { messageOf, openTalk, READER, seen } from '../support/talk.ts';

const STRANGER = 2002;
const folder = mkdtempSync(join(tmpdir(), 'mujaz-sources-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A bot with these sources, whose operator is the reader, and a clock that only the test moves. */
async function openHouse(entries: readonly Record<string, unknown>[], settings: Record<string, string> = {}) {
  const file = join(folder, `sources-${++files}.json`);
  writeFileSync(file, JSON.stringify(entries));
  const clock = { now: MORNING };
  const talk = await openTalk({
    now: () => clock.now,
    settings: { SOURCES_FILE: file, ALLOW_PRIVATE_NETWORK: 'true', ADMIN_IDS: String(READER), ...settings },
  });
  return { talk, clock };
}

const HARBOUR = {
  id: 'harbour',
  name: { ar: 'جريدة المرفأ', en: 'The Harbour' },
  language: 'ar',
  topics: ['world'],
};
const news = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    title: `وصول السفينة رقم ${from + index} إلى رصيف الميناء الجديد`,
    link: `https://harbour.example/${from + index}`,
    at: MORNING + from * HOUR - index * HOUR,
    text: 'رست السفينة صباحًا.',
  }));

describe('news', () => {
  test('is there without anyone asking for it, under the name of its source', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(news(2)));
    const { talk, clock } = await openHouse([{ ...HARBOUR, url: `${site.origin}/feed` }]);
    await using _ = talk;
    await talk.logged('sources checked');
    expect(seen(await talk.ask('/latest'))).toMatch(/وصول السفينة رقم \d[\s\S]*جريدة المرفأ/);
    expect(seen(await talk.ask('/sources'))).toMatch(/1\. جريدة المرفأ — مقالتان · العربية$/m);

    clock.now += 25 * HOUR;
    talk.wake();
    await talk.logged('sources checked', 2);
    expect(site.requests.map(({ status }) => status)).toEqual([200, 304]);
    expect(talk.offences()).toEqual([]);
  });

  test('that may have been missed is spoken of, as are sources that fail, in the reader’s language', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(news(3)));
    site.pages.set('/broken', (_, response) => response.writeHead(500).end());
    const { talk, clock } = await openHouse([
      { ...HARBOUR, url: `${site.origin}/feed` },
      { id: 'broken', name: 'Broken Post', language: 'en', topics: [], url: `${site.origin}/broken` },
    ]);
    await using _ = talk;
    await talk.logged('sources checked');
    clock.now += 25 * HOUR;
    site.pages.set('/feed', rss(news(3, 20)));
    talk.wake();
    await talk.logged('sources checked', 2);
    const told = seen(await talk.ask('/sources'));
    expect(told).toContain('تبدّلت أخباره كلّها بين زيارتين (الآن)، وربّما فاتني بعضها');
    expect(told).toContain('يتعذّر الوصول إليه (بدأ ذلك أمس): أجاب خادمه بالرمز 500');
    await talk.ask('/language en');
    const english = seen(await talk.ask('/sources'));
    expect(english).toContain('The Harbour');
    expect(english).toContain('turned over completely between two visits');
    expect(english).toContain('cannot be read (first failure yesterday): its server answered 500');
  });
});

test('commands are answered while a hundred sources are read at once', async () => {
  await using site = await runSite();
  const entries = Array.from({ length: 100 }, (_, at) => {
    site.pages.set(`/${at}`, rss(news(20, at * 20)));
    return { ...HARBOUR, id: `harbour-${at}`, url: `${site.origin}/${at}` };
  });
  const { talk } = await openHouse(entries);
  await using _ = talk;
  let over = false;
  const read = talk.logged('sources checked').then(() => {
    over = true;
  });
  let answers = 0;
  while (!over) {
    expect(seen(await talk.ask('/topics'))).not.toBe('');
    answers++;
  }
  await read;
  // A loop that is held up answers one or two.
  expect(answers).toBeGreaterThan(5);
  expect(seen(await talk.ask('/latest'))).toContain('وصول السفينة');
}, 60_000);

describe('/addsource', () => {
  const add = async (
    words: string,
    pages: (site: Awaited<ReturnType<typeof runSite>>) => void = () => {},
  ) => {
    const site = await runSite();
    pages(site);
    const gone = await runSite();
    await gone[Symbol.asyncDispose]();
    const { talk } = await openHouse([]);
    const asked = words.replace('SITE', site.origin).replace('DEAD', gone.origin);
    const answer = seen(await talk.ask(`/addsource ${asked}`));
    return { site, talk, answer };
  };

  test.each<[string, string, RegExp, (site: Awaited<ReturnType<typeof runSite>>) => void]>([
    ['nothing', '', /ضع بعد الأمر عنوان/, () => {}],
    ['not a URL', 'مرحبا بكم', /ليس هذا عنوانًا صالحًا/, () => {}],
    ['another scheme', 'file:///etc/passwd', /ليس هذا عنوانًا صالحًا/, () => {}],
    [
      'a page with no feed',
      'SITE/page',
      /لم أجد فيها خلاصة أخبار/,
      (site) => site.pages.set('/page', '<html><body>x</body></html>'),
    ],
    ['a dead host', 'DEAD/feed', /لم أصل إلى الموقع: خادمه لا يستجيب/, () => {}],
    [
      'a name that does not exist',
      'https://no-such-host.invalid/feed',
      /لم أصل إلى الموقع: لا موقع بهذا الاسم/,
      () => {},
    ],
    [
      'a 500',
      'SITE/broken',
      /أجاب الخادم بالرمز 500/,
      (site) => site.pages.set('/broken', (_, response) => response.writeHead(500).end()),
    ],
    ['a missing page', 'SITE/none', /أجاب الخادم بالرمز 404/, () => {}],
    [
      'an empty feed',
      'SITE/empty',
      /أضفتُ المصدر «صحيفة الاختبار»، وهو خالٍ/,
      (site) => site.pages.set('/empty', rss([])),
    ],
  ])('%s: a clear sentence', async (_, words, sentence, pages) => {
    const { site, talk, answer } = await add(words, pages);
    await using _site = site;
    await using _talk = talk;
    expect(answer).toMatch(sentence);
  });

  test('a private address is refused without a connection, however it is written', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(news(1)));
    const { talk } = await openHouse([], { ALLOW_PRIVATE_NETWORK: 'false' });
    await using _ = talk;
    const port = new URL(site.origin).port;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '169.254.169.254']) {
      const answer = seen(await talk.ask(`/addsource http://${host}:${port}/feed`));
      expect(answer).toContain('هذا العنوان في شبكة خاصّة');
    }
    expect(site.requests).toEqual([]);
  });

  test('a feed is added, read at once, and known the second time; its news carries its name', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(news(3), { title: 'أخبار الرصيف' }));
    const { talk } = await openHouse([]);
    await using _ = talk;
    expect(seen(await talk.ask(`/addsource ${site.origin}/feed`))).toBe(
      'أضفتُ المصدر «أخبار الرصيف»، وفيه الآن 3 مقالات. ستصل أخباره بعد قليل.',
    );
    await talk.logged('sources checked');
    expect(seen(await talk.ask('/latest'))).toContain('أخبار الرصيف');
    expect(seen(await talk.ask(`/addsource ${site.origin}/feed/?utm_source=x`))).toBe(
      'المصدر «أخبار الرصيف» عندي من قبل.',
    );
  });

  test('a web page leads to the feed that it names', async () => {
    await using site = await runSite();
    site.pages.set(
      '/',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head></html>',
    );
    site.pages.set('/news.xml', rss(news(2), { title: 'أخبار الرصيف' }));
    const { talk } = await openHouse([]);
    await using _ = talk;
    expect(seen(await talk.ask(`/addsource ${site.origin}/`))).toContain('أضفتُ المصدر «أخبار الرصيف»');
    expect(seen(await talk.ask(`/addsource ${site.origin}`))).toContain('عندي من قبل');
  });

  test('is for operators: others neither see nor use it, and a button does not help them', async () => {
    await using site = await runSite();
    const { talk } = await openHouse([], { ADMIN_IDS: String(STRANGER) });
    await using _ = talk;
    for (const text of [`/addsource ${site.origin}/feed`, '/removesource 1', 'أضف مصدرًا']) {
      expect(seen(await talk.ask(text))).toBe('هذا الأمر لمشغّلي موجز وحدهم.');
    }
    expect(site.requests).toEqual([]);
    expect(seen(await talk.ask('/help'))).not.toContain('addsource');
    expect(seen(await talk.ask('/addsourc x'))).not.toContain('لعلّك تقصد');
    const menus = talk.world.journal.filter(({ method }) => method === 'setMyCommands');
    const withIt = menus.filter(({ parameters }) => JSON.stringify(parameters).includes('addsource'));
    expect(withIt.map(({ parameters }) => parameters.scope)).toEqual(
      Array.from({ length: 3 }, () => ({ type: 'chat', chat_id: STRANGER })),
    );
  });

  test('operators find it in /help', async () => {
    const { talk } = await openHouse([]);
    await using _ = talk;
    expect(seen(await talk.ask('/help'))).toContain('/addsource عنوان — إضافة مصدر أخبار');
  });
});

describe('/removesource', () => {
  test('by number, id or address; what the file names stays away until it is added again', async () => {
    await using site = await runSite();
    for (const path of ['/a', '/b', '/c']) site.pages.set(path, rss(news(1)));
    const { talk } = await openHouse(
      ['a', 'b', 'c'].map((id) => ({
        id,
        name: `جريدة ${id}`,
        url: `${site.origin}/${id}`,
        language: 'ar',
        topics: [],
      })),
    );
    await using _ = talk;
    await talk.logged('sources checked');
    expect(seen(await talk.ask('/removesource'))).toMatch(
      /1\. جريدة a — a\n2\. جريدة b — b\n3\. جريدة c — c/,
    );
    expect(seen(await talk.ask('/removesource ٢'))).toContain('حذفتُ المصدر «جريدة b»');
    expect(seen(await talk.ask('/removesource a'))).toContain('حذفتُ المصدر «جريدة a»');
    expect(seen(await talk.ask(`/removesource ${site.origin}/c`))).toContain('حذفتُ المصدر «جريدة c»');
    expect(seen(await talk.ask('/removesource 1'))).toContain('لا أجد مصدرًا يطابق «1»');
    expect(seen(await talk.ask(`/addsource ${site.origin}/b`))).toContain('أضفتُ المصدر «جريدة b»');
  });
});

describe('/sources opml', () => {
  test('sends the list as a file that other programs read, without the operator’s passwords', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(news(1)));
    const secret = site.origin.replace('http://', 'http://name:hush@');
    const { talk } = await openHouse([{ ...HARBOUR, url: `${secret}/feed` }]);
    await using _ = talk;
    await talk.logged('sources checked');
    const list = await talk.ask('/sources');
    expect(JSON.stringify(messageOf(list))).not.toContain('hush');
    const sent = messageOf(await talk.press(messageOf(list), 'sources opml'));
    const document = sent.document as { file_name?: string; url?: string };
    expect(document.file_name).toBe('mujaz-sources.opml');
    expect(sent.caption).toContain('قائمة المصادر بصيغة OPML');
    const opml = await (await fetch(new URL(document.url ?? '', talk.playground.url))).text();
    expect(opml).toContain('<outline text="العالم">');
    expect(opml).toContain(`text="جريدة المرفأ" title="جريدة المرفأ" xmlUrl="${site.origin}/feed"`);
    expect(opml).not.toContain('hush');
    expect(talk.offences()).toEqual([]);
  });
});

describe('old articles', () => {
  test('stay out of the way of what was imported: only those of sources go', async () => {
    await using site = await runSite();
    site.pages.set('/feed', rss(news(1)));
    const file = join(folder, 'retention.json');
    writeFileSync(file, JSON.stringify([{ ...HARBOUR, url: `${site.origin}/feed` }]));
    let now = MORNING;
    await using talk = await openTalk({
      now: () => now,
      articles: [draft({ title: 'مقال قديم حفظه صاحبه من ملفّاته' })],
      settings: { SOURCES_FILE: file, ALLOW_PRIVATE_NETWORK: 'true', RETENTION_DAYS: '1' },
    });
    await talk.logged('sources checked');
    expect(seen(await talk.ask('/latest'))).toContain('وصول السفينة');
    now += 49 * HOUR;
    talk.wake();
    await talk.logged('old articles deleted');
    const left = seen(await talk.ask('/latest'));
    expect(left).toContain('مقال قديم');
    expect(left).not.toContain('وصول السفينة');
  });
});
