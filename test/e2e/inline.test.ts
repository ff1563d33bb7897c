/** What is offered in other chats, through the real bot over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { CHANNEL, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const hoursAgo = (hours: number) => new Date(MORNING - hours * HOUR).toISOString();
const plain = (text: string | undefined) => (text ?? '').replace(/[\u200e\u200f\u2066-\u2069]/g, '');
const PLACES = [
  'عكا',
  'دمشق',
  'تونس',
  'صنعاء',
  'الرباط',
  'بغداد',
  'مسقط',
  'حلب',
  'طرابلس',
  'عدن',
  'صفاقس',
  'إربد',
];
const DEEDS = ['مستشفى للأطفال', 'سوق السمك', 'مكتبة عامة', 'ملعب جديد', 'جسر للمشاة', 'مدرسة زراعية'];

const ARTICLES = [
  draft({
    title: 'الأمطار تملأ سدّ الوادي الكبير بعد سنوات من الجفاف',
    source: 'أطلس',
    publishedAt: hoursAgo(1),
    url: 'https://atlas.example/dam',
    image: 'https://atlas.example/dam.jpg',
  }),
  draft({
    title: 'Harbour library reopens with a reading room for children',
    body: 'The old library opened again. Children came first.',
    source: 'Sandpiper',
    publishedAt: hoursAgo(2),
    url: 'https://sandpiper.example/library',
  }),
  ...PLACES.map((place, at) =>
    draft({
      title: `افتتاح ${DEEDS[at % DEEDS.length]} في ${place} بحضور ${at + 20} من الأهالي`,
      publishedAt: hoursAgo(3 + at * 7),
    }),
  ),
];

describe('behind the name of the bot, in any chat', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  const LAYLA = 2002;
  beforeAll(async () => {
    talk = await openTalk({ articles: ARTICLES });
    talk.world.addUser({ id: LAYLA, first_name: 'Layla', language_code: 'en-GB' });
  });
  afterAll(() => talk[Symbol.asyncDispose]());

  test('nothing typed gives the latest, in the language of the asker', async () => {
    const offer = await talk.inline('');
    expect(plain(offer.results[0]?.title)).toBe('الأمطار تملأ سدّ الوادي الكبير بعد سنوات من الجفاف');
    expect(plain(offer.results[0]?.description)).toBe('أطلس · قبل ساعة واحدة');
    expect(offer.results[0]).toMatchObject({
      url: 'https://atlas.example/dam',
      thumbnail_url: 'https://atlas.example/dam.jpg',
    });
    expect(offer.results).toHaveLength(10);
    expect(offer.results.some(({ title }) => title.includes('Harbour'))).toBe(false);
    const english = await talk.inline('', { fromId: LAYLA });
    expect(english.results.map(({ title }) => title)).toEqual([
      'Harbour library reopens with a reading room for children',
    ]);
    expect(english.results[0]?.description).toContain('2 hours ago');
    expect(english.is_personal).toBe(true);
  });

  test('pages to the end and offers nothing twice', async () => {
    const ids: string[] = [];
    let offset = '';
    do {
      const offer = await talk.inline('', { offset });
      ids.push(...offer.results.map(({ id }) => id));
      offset = offer.next_offset ?? '';
    } while (offset !== '');
    expect(ids).toHaveLength(13);
    expect(new Set(ids).size).toBe(13);
    expect((await talk.inline('', { offset: 'nonsense' })).results).toEqual([]);
  });

  test('pages through what was found', async () => {
    const first = await talk.inline('افتتاح بحضور الأهالي');
    expect(first.results).toHaveLength(10);
    const second = await talk.inline('افتتاح بحضور الأهالي', { offset: first.next_offset ?? '' });
    expect(second.results.length).toBeGreaterThan(0);
    expect(second.next_offset).toBe('');
    const ids = [...first.results, ...second.results].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a card holds headline, lead, local time, the link, and a way into the private chat', async () => {
    const [card] = (await talk.inline('سد الوادى')).results;
    const text = plain(card?.input_message_content.message_text);
    expect(text).toMatch(/^الأمطار تملأ[\s\S]*أطلس · 26 يناير 2024، 08:00[\s\S]*افتتح المجلس البلدي/);
    expect(card?.input_message_content.link_preview_options).toEqual({ is_disabled: true });
    const buttons = card?.reply_markup.inline_keyboard.flat() ?? [];
    expect(buttons.map(({ url }) => url).toSorted()).toEqual([
      'https://atlas.example/dam',
      expect.stringMatching(/^https:\/\/t\.me\/mujaz_playground_bot\?start=a\w+$/),
    ]);
    const start = buttons.map(({ url }) => /start=(\w+)/.exec(url ?? '')?.[1]).find(Boolean);
    expect(seen(await talk.ask(`/start ${start}`))).toMatch(/^الأمطار تملأ/);
  });

  test('a story that is shared from its card is offered alone', async () => {
    const [found] = (await talk.inline('سدّ الوادي')).results;
    const card = messageOf(await talk.ask(`/start ${found?.id}`));
    const share = card.reply_markup?.inline_keyboard.flat().find(({ text }) => text === 'شارك');
    const offer = await talk.inline(String(share?.switch_inline_query));
    expect(offer.results.map(({ id }) => id)).toEqual([found?.id]);
    const gone = await talk.inline('#azzzz');
    expect(gone.results).toEqual([]);
    expect(gone.button?.text).toContain('لم يعد هذا الخبر محفوظًا');
  });

  test('speaks as the asker’s private chat was told to, and shows pictures where it wants them', async () => {
    await talk.ask('/language en');
    const offer = await talk.inline('سد الوادي');
    expect(offer.results[0]?.description).toBe('⁨أطلس⁩ · 1 hour ago · in Arabic');
    await talk.ask('/language ar');
    const settings = messageOf(await talk.ask('/settings'));
    const shown = messageOf(await talk.press(settings, /^settings show/));
    await talk.press(shown, 'settings show pictures on');
    expect((await talk.inline('سد الوادي')).results[0]?.input_message_content.link_preview_options).toEqual({
      url: 'https://atlas.example/dam.jpg',
      prefer_large_media: true,
      show_above_text: true,
    });
  });

  test.each([
    ['🙂🙂', 'لا كلمة هنا أبحث عنها. افتح موجز'],
    ['؟!…', 'لا كلمة هنا أبحث عنها. افتح موجز'],
    ['\u202e\u200f\u2067', 'لا كلمة هنا أبحث عنها. افتح موجز'],
    ['زقزوقلطش', 'لا خبر عن «زقزوقلطش». افتح موجز'],
    ['qqzzxx كككككك', 'لا خبر عن «qqzzxx كككككك». افتح موجز'],
    ['ض'.repeat(256), 'لا خبر عن «'],
  ])('%j finds nothing and says so on a button, not in a card', async (query, words) => {
    const offer = await talk.inline(query);
    expect(offer.results).toEqual([]);
    expect(plain(offer.button?.text)).toContain(words);
    expect(offer.button?.start_parameter).toBe('inline');
    expect(seen(await talk.ask(`/start ${offer.button?.start_parameter}`))).toContain('أهلًا بك في موجز');
  });

  test.each([
    'في من على',
    'the of and',
    '"سدّ الوادي الكبير',
    'iPhone سد الوادي 15',
    '#',
    '# a1',
    'a1 \u2067',
  ])('%j is answered', async (query) => {
    const offer = await talk.inline(query);
    expect(offer.results.length + (offer.button ? 1 : 0)).toBeGreaterThan(0);
  });

  test('a card that is sent is no question to the bot, in private, in a group or in a channel', async () => {
    const offer = await talk.inline('سد الوادي');
    const [card] = offer.results;
    for (const chatId of [READER, FORUM, CHANNEL]) {
      const before = talk.world.journal.filter(({ method }) => method === 'sendMessage').length;
      const sent = talk.world.chooseInline({
        chatId,
        fromId: READER,
        queryId: offer.queryId,
        resultId: card?.id ?? '',
      });
      expect(plain(sent.text)).toMatch(/^الأمطار تملأ/);
      expect(sent.via_bot?.username).toBe('mujaz_playground_bot');
      expect(seen(await talk.ask({ text: '/privacy', chatId }))).toContain('خصوصيتك');
      const after = talk.world.journal.filter(({ method }) => method === 'sendMessage').length;
      expect(after - before).toBe(1);
    }
  });

  test('never made a call that the Bot API does not know', () => {
    expect(talk.offences()).toEqual([]);
    expect(talk.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

test('without any news the way into the private chat is offered', async () => {
  await using talk = await openTalk({ articles: [] });
  const offer = await talk.inline('');
  expect(offer.results).toEqual([]);
  expect(offer.button?.text).toBe('لا أخبار بعد. افتح موجز');
});

test('an answer that comes too late is noted and disturbs nobody', async () => {
  await using talk = await openTalk({ articles: ARTICLES });
  talk.world.faults.next(
    { method: 'answerInlineQuery' },
    { status: 400, description: 'Bad Request: query is too old and response timeout expired' },
  );
  talk.world.inlineQuery({ fromId: READER, query: '' });
  await talk.logged('answer refused');
  expect((await talk.inline('')).results).toHaveLength(10);
});
