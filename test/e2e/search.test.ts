/** Search as readers use it, through the real bot over real HTTP, on the sample news. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSamples } from '../../src/feeds/samples.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { commandsOf, messageOf, openTalk, seen } from '../support/talk.ts';

const own = (title: string, body: string, hours: number, more: object = {}) =>
  draft({ title, body, publishedAt: new Date(MORNING - hours * HOUR).toISOString(), ...more });

const ARTICLES = [
  own('البنتاجون يعلن تدريبًا مشتركًا لفرق الإنقاذ', 'أعلن البنتاجون تدريبًا لفرق الإنقاذ في الساحل.', 2),
  own('السفارة الأمريكية تفتح باب المنح الدراسية', 'تقبل السفارة الأمريكية طلبات المنح حتى نهاية الشهر.', 3),
  own('مهرجان الربيع يبدأ في آذار', 'ينطلق مهرجان الربيع في منتصف آذار المقبل في المدينة القديمة.', 4),
  own('القطار الجديد يقطع 26 محطة', 'يقطع القطار الجديد 26 محطة في أقل من ساعة.', 5),
  own('مكتبة الميناء تفتح قاعة الأطفال', 'تفتح مكتبة الميناء القديم قاعة للأطفال.', 6),
  own('الميناء القديم يستقبل مكتبة عائمة', 'وصلت مكتبة عائمة إلى الميناء القديم.', 7),
];

describe('search', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk({
      articles: [
        ...ARTICLES,
        ...(await readSamples(new URL('../../data/samples/', import.meta.url), MORNING - 48 * HOUR)),
      ],
    });
  });
  afterAll(() => talk[Symbol.asyncDispose]());
  const found = async (text: string) => seen(await talk.ask(text));

  test.each([
    ['/search البنتاغون', 'البنتاجون يعلن'],
    ['/search امريكا', 'السفارة الأمريكية'],
    ['/search أميركا', 'السفارة الأمريكية'],
    ['/search مهرجان مارس', 'مهرجان الربيع'],
    ['/search ٢٦ محطة', 'يقطع 26 محطة'],
    ['ابحث عن السفاره الامريكيه', 'السفارة الأمريكية'],
    ['/search "مكتبة الميناء"', '1. مكتبة الميناء تفتح'],
    ['البنتغون', 'لعلّك تقصد البنتاغون'],
  ])('%s finds %s', async (text, expected) => {
    expect(await found(text)).toContain(expected);
  });

  test('a word that no story holds is said to be none, beside what looks like it', async () => {
    const text = await found('شطرنح');
    expect(text).toContain('لم أجد خبرًا فيه هذه الكلمة');
    expect(text).toContain('شطرنج');
  });

  test('an exact phrase finds only what holds it', async () => {
    expect(await found('/search "مكتبة الميناء"')).not.toContain('مكتبة عائمة');
    expect(await found('/search مكتبة الميناء')).toContain('مكتبة عائمة');
  });

  test.each(['"مكتبة الميناء"', '«مكتبة الميناء»', '«لا شيء كهذا»'])(
    'the phrase %s is named between one pair of marks',
    async (phrase) => {
      expect(await found(`/search ${phrase}`)).toMatch(/«[^«»"]+»/);
      expect(await found(`/search ${phrase}`)).not.toMatch(/««|»»|["«]"/);
    },
  );

  test.each([
    ['/search ترام', 'الترام', /زعفران|عاصفة|مؤشر/],
    ['/search tram', 'tram', /turtles|coffee|orchestra/],
  ])('%s finds the word, and not its letters strewn over a text', async (text, expected, strewn) => {
    const answer = await found(text);
    expect(answer).toContain(expected);
    expect(answer).not.toMatch(strewn);
  });

  test('stories with all the words come first and are counted; those with some stand apart, told as that', async () => {
    const answer = await found('/search مكتبة الأطفال');
    expect(answer).toMatch(/: خبران\n\n1\. مكتبة الميناء تفتح قاعة الأطفال/);
    expect(answer).toMatch(/وفي ما يلي بعض كلماتك لا كلّها:\n\n3\. /);
    expect(await found('/search مهرجان الربيع')).toMatch(/: خبر واحد\n\n1\. مهرجان الربيع/);
  });

  test('where no story holds all the words, that is said before those with some', async () => {
    expect(await found('/search مهرجان الأطفال')).toMatch(
      /\n\nلم أجد خبرًا فيه كلماتك كلّها، وهذا أقرب ما لديّ:\n\n1\. /,
    );
  });

  test('words found are in bold, wherever they stand', async () => {
    const answer = messageOf(await talk.ask('/search البنتاغون'));
    const bold = (answer.entities ?? [])
      .filter((entity) => entity.type === 'bold')
      .map((entity) => answer.text?.slice(entity.offset, entity.offset + entity.length));
    expect(bold).toContain('البنتاجون');
  });

  test('pages on in place and names stories by their number', async () => {
    const first = messageOf(await talk.ask('/search المدينة'));
    const second = await talk.press(first, /^search >/);
    expect(second.kind).toBe('edited');
    expect(seen(second)).toContain('6. ');
    expect(seen(await talk.ask('/related 6'))).toContain('بخبر: ');
    expect(commandsOf(messageOf(second)).some((command) => command === 'search >0')).toBe(true);
  });

  test.each([
    ['ق'.repeat(3000)],
    ['\ud800\udc00\ud800 \udfff'],
    [`ه${'\u0651\u064b\u0652'.repeat(500)}`],
    ['/search " OR * NEAR( AND NOT'],
    ['/search في من على'],
    ['/search 🙂🎉'],
    ['/search'],
    ['/search terms : "x" ^ -- ; drop'],
    ['/search hello مرحبا \u202e olleh'],
  ])('bad input %# is answered clearly', async (text) => {
    expect(await found(text)).toMatch(/لم أجد|لا أجد|نتائج البحث|اكتب ما تبحث|لم أفهم/);
  });

  test('never made a call that the Bot API does not know, nor failed', () => {
    expect(talk.offences()).toEqual([]);
    expect(talk.log.filter((line) => line.level !== 'info')).toEqual([]);
  });
});

describe('stories from the sample news', () => {
  /** The event that each sample tells, by its title. */
  const eventOf = async () => {
    const labels: Record<string, string> = JSON.parse(
      await readFile(new URL('../fixtures/labelled/sample-stories.json', import.meta.url), 'utf8'),
    );
    const samples = await readSamples(new URL('../../data/samples/', import.meta.url), MORNING);
    return {
      samples,
      events: new Map(samples.map(({ externalId = '', title }) => [bare(title), labels[externalId]])),
      all: new Set(Object.values(labels)),
    };
  };

  test.each(['ar', 'en'])('in %s every event is listed, and none twice', async (language) => {
    const { samples, events, all } = await eventOf();
    await using talk = await openTalk({ articles: samples });
    await talk.ask(`/language ${language}`);
    const listed: (string | undefined)[] = [];
    let pages = '';
    let page = messageOf(await talk.ask('/latest 20'));
    for (;;) {
      pages += page.text ?? '';
      for (const [, title = ''] of bare(page.text ?? '').matchAll(/^\D{0,2}\d+\. (.+)$/gm))
        listed.push(events.get(title.trim()));
      const next = commandsOf(page).find((command) => command.includes('>'));
      if (!next) break;
      page = messageOf(await talk.press(page, next));
    }
    expect(listed).not.toContain(undefined);
    expect(listed.toSorted()).toEqual([...new Set(listed)].toSorted());
    expect(new Set(listed)).toEqual(all);
    expect(pages).toMatch(/[3-5] (?:مصادر|sources)/);
  });
});

/** A text without the marks that only direct it. */
function bare(text: string): string {
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').trim();
}
