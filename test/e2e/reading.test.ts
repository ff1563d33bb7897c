/** Opening, sharing and following one story, through the real bot over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { CHANNEL, commandsOf, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const hoursAgo = (hours: number) => new Date(MORNING - hours * HOUR).toISOString();
const DAM = 'الأمطار تملأ سدّ الوادي الكبير بعد سنوات من الجفاف';

const ARTICLES = [
  draft({ title: DAM, source: 'أطلس', publishedAt: hoursAgo(2), url: 'https://atlas.example/dam' }),
  draft({ title: DAM, source: 'سروة', publishedAt: hoursAgo(1), url: 'https://sarwa.example/dam' }),
  draft({
    title: 'Harbour library reopens with a reading room for children',
    body: 'The old library opened again. Children came first.',
    source: 'Sandpiper',
    publishedAt: hoursAgo(4),
    url: 'https://sandpiper.example/library',
  }),
];

describe('one story', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk({ articles: ARTICLES });
  });
  afterAll(() => talk[Symbol.asyncDispose]());

  /** The card behind the first story of the list, opened in a chat. */
  async function card(chatId = READER) {
    const buttons = messageOf(await talk.ask('/latest')).reply_markup?.inline_keyboard.flat() ?? [];
    const first = buttons.find(({ text }) => text === 'صلة 1' || text === 'Related 1');
    return talk.ask({ text: `/start ${String(first?.callback_data).split(' ')[1]}`, chatId });
  }

  test('opens as a card with local time, sources and what can be done with it', async () => {
    const answer = await card();
    expect(seen(answer)).toMatch(/^الأمطار تملأ[\s\S]*26 يناير 2024، 08:00[\s\S]*المصادر: أطلس · سروة/);
    const message = messageOf(answer);
    expect(message.entities?.find(({ type }) => type === 'date_time')).toMatchObject({
      unix_time: (MORNING - HOUR) / 1000,
    });
    const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.map(({ text }) => text).toSorted()).toEqual(
      ['ملخص', 'أخبار ذات صلة', 'تابع هذا الخبر', 'شارك', 'انسخ الرابط', 'اقرأ في المصدر'].toSorted(),
    );
    expect(buttons.find(({ text }) => text === 'شارك')?.switch_inline_query).toMatch(/^#a\w+$/);
    expect(buttons.find(({ text }) => text === 'انسخ الرابط')?.copy_text).toEqual({
      text: 'https://atlas.example/dam',
    });
  });

  test('opens in a channel too, where it is shared by a link', async () => {
    const answer = await card(CHANNEL);
    expect(seen(answer)).toMatch(/^الأمطار تملأ/);
    const buttons = messageOf(answer).reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.find(({ text }) => text === 'شارك')?.url).toMatch(/^https:\/\/t\.me\/share\/url\?/);
  });

  test('is followed by its button, listed, and dropped again', async () => {
    const message = messageOf(await card());
    const followed = await talk.press(message, /^follow /);
    expect(seen(followed)).toContain('سأنبّهك كلّما جدّ في هذا الخبر جديد');
    expect(seen(await talk.press(message, /^follow /))).toContain('تتابع هذا الخبر من قبل');
    expect(seen(await talk.ask('/following'))).toContain(`1. ${DAM} (خبر)`);
    const dropped = await talk.press(messageOf(followed), /^unfollow #\d+ only$/);
    expect(dropped.kind).toBe('notice');
    expect(seen(dropped)).toBe(`لن أنبّهك بعد الآن إلى «${DAM}».`);
    expect((await talk.press(messageOf(followed), /^unfollow #\d+ only$/)).kind).toBe('notice');
    expect(seen(await talk.ask('/following'))).toContain('ليست هنا متابعات');
  });

  test('typed words are words, also when they look like a name of a story', async () => {
    expect(seen(await talk.ask('/follow a380'))).toContain('«a380»');
    await talk.ask('/unfollow all');
  });

  test('is followed in a group by its administrators alone', async () => {
    const guest = talk.world.addUser({ id: 2002, first_name: 'زائر', language_code: 'ar' }).id;
    talk.world.setMember({ chatId: FORUM, userId: guest, status: 'member', byId: READER });
    const list = messageOf(await talk.ask({ text: '/latest', chatId: FORUM }));
    const reference = commandsOf(list)
      .find((each) => /^related /.test(each))
      ?.split(' ')[1];
    const shown = messageOf(await talk.ask({ text: `/start ${reference}`, chatId: FORUM }));
    expect((await talk.press(shown, /^follow /, guest)).kind).toBe('notice');
    expect(seen(await talk.press(shown, /^follow /))).toContain('سأنبّهك');
  });

  test('speaks English where that is chosen', async () => {
    await talk.ask('/language en');
    const answer = await card();
    expect(seen(answer)).toContain('26 January 2024, 08:00');
    expect(seen(answer)).toContain('Sources in Arabic: أطلس · سروة');
    expect(seen(await talk.press(messageOf(answer), /^follow /))).toContain('whenever this story develops');
    await talk.ask('/language ar');
  });

  test('rings when it develops, and carries the button that ends it', async () => {
    const message = messageOf(await card());
    await talk.press(message, /^follow /);
    const NEWS = 'فرق الطوارئ تفتح بوابات التصريف وتخلي ثلاث قرى أسفل الجبل';
    await talk.stored(async (store) => {
      const at = MORNING + 10 * 60_000;
      const report = draft({ title: NEWS, source: 'شرفة', publishedAt: new Date(at).toISOString() });
      const [put] = await store.putArticles([report], at);
      const [dam] = await store.articlesByKey(['https://atlas.example/dam']);
      await store.assign([{ articleId: put?.id ?? 0, storyId: dam?.storyId ?? 0 }]);
    });
    const alert = talk.next(READER);
    talk.minute(15 * 60_000);
    expect(seen(await alert).split('\n')).toEqual([
      'جديد في خبر تتابعه',
      NEWS,
      `الخبر: ${DAM}`,
      expect.stringMatching(/^شرفة · قبل/),
    ]);
    const stop = await talk.press(messageOf(await alert), /^unfollow #\d+ only$/);
    expect(seen(stop)).toContain(`لن أنبّهك بعد الآن إلى «${DAM}»`);
  });

  test('never made a call that the Bot API does not know', () => {
    expect(talk.offences()).toEqual([]);
    expect(talk.log.filter((line) => line.level !== 'info')).toEqual([]);
  });
});
