/** What people ask in whole sentences, through the real bot over real HTTP, on the sample news. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSamples } from '../../src/feeds/samples.ts';
import { HOUR, MORNING } from '../support/articles.ts';
import { CHANNEL, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

let talk: Awaited<ReturnType<typeof openTalk>>;
beforeAll(async () => {
  const samples = new URL('../../data/samples/', import.meta.url);
  talk = await openTalk({ articles: await readSamples(samples, MORNING - HOUR) });
});
afterAll(() => talk[Symbol.asyncDispose]());

test.each([
  ['شو الأخبار اليوم؟', /^آخر الأخبار\n/],
  ['ابغى اخبار الرياضه', /^آخر الأخبار: رياضة/],
  ['show me the latest sports news please', /^آخر الأخبار: رياضة/],
  ['اقتصاد', /^آخر الأخبار: اقتصاد/],
  ['اعطني اخر اخبار الاقتصاد والرياضة', /^آخر الأخبار: رياضة واقتصاد|^آخر الأخبار: اقتصاد ورياضة/],
  ['خبر عن الترام', /^نتائج البحث عن «الترام»/],
  ['أي خبر عن الترام؟', /^نتائج البحث عن «الترام؟»/],
  ['ايش صار في الاردن اليوم', /^نتائج البحث عن «الاردن».*[\s\S]*الأكياس|أكياس/],
  ['ملخص حريق عكار', /^نتائج البحث عن «حريق عكار»/],
  ['ماذا حدث في اليوم التالي للحريق', /«اليوم التالي للحريق»/],
  ['أخبار اليوم السابع', /«اليوم السابع»/],
  ['أرسل لي أخبار الترام كل يوم', /^نتائج البحث عن «الترام»/],
  ['توقيت مباراة الأهلي والزمالك', /«توقيت مباراة الأهلي والزمالك»/],
  ['time zone changes', /«time zone changes»/],
  ['أعيش في القاهرة منذ عامين', /«أعيش في القاهرة منذ عامين»/],
  ['اشتراك مصر في كأس العالم', /«اشتراك مصر في كأس العالم»/],
  ['subscribe to Netflix prices', /«subscribe to Netflix prices»/],
  ['اشترك في الرياظ', /لا أعرف مكانًا.*«الرياظ»[\s\S]*لعلّك تقصد/],
  ['subscribe to sports and gold', /لا أعرف مكانًا.*«gold»/],
  ['صلة الرحم', /«صلة الرحم»/],
  ['أريد الترام', /^نتائج البحث عن «الترام»/],
  ['مساعدة اللاجئين', /«مساعدة اللاجئين»/],
  ['مصادر أمنية تتحدث', /«مصادر أمنية تتحدث»/],
  ['لغة الإشارة في المدارس', /«لغة الإشارة في المدارس»/],
  ['start of the season', /«start of the season»/],
  ['موجز الآن', /^موجز (?:الصباح|المساء|الظهيرة|الليل)|^موجز/],
  ['ما رأيك في الطقس؟', /«ما رأيك في الطقس؟»/],
  ['أهم ثلاثة أخبار', /^آخر الأخبار\n(?:[\s\S]*\n)?.?3\. (?![\s\S]*\n.?4\. )/],
  ['أعطني ٣ أخبار رياضة', /^آخر الأخبار: رياضة\n(?:[\s\S]*\n)?.?3\. (?![\s\S]*\n.?4\. )/],
  ['give me the top two sports headlines', /^آخر الأخبار: رياضة\n(?:[\s\S]*\n)?.?2\. (?![\s\S]*\n.?3\. )/],
  ['طيب والرياضة؟', /^آخر الأخبار: رياضة/],
  ['and sports?', /^آخر الأخبار: رياضة/],
  ['what about the economy?', /^آخر الأخبار: اقتصاد/],
  ['ماذا عن الترام؟', /«الترام؟?»/],
  ['top 100 news', /^آخر الأخبار\n.*20/],
  ['top 3', /^آخر الأخبار\n(?:[\s\S]*\n)?.?3\. (?![\s\S]*\n.?4\. )/],
  ['ما أهم خبر اليوم؟', /^آخر الأخبار\n(?:[\s\S]*\n)?.?1\. (?![\s\S]*\n.?2\. )/],
  ['latest sports story', /^آخر الأخبار: رياضة\n(?:[\s\S]*\n)?.?1\. (?![\s\S]*\n.?2\. )/],
  ['أخبار المصري اليوم', /«المصري اليوم»/],
  ['top 3 banks', /«top 3 banks»/],
  ['من أنت؟', /^أهلًا بك في موجز/],
  ['ماذا تستطيع أن تفعل', /\/latest/],
])('%j is understood', async (text, answer) => {
  expect(seen(await talk.ask(text))).toMatch(answer);
});

test('a list of two topics turns its pages', async () => {
  const first = messageOf(await talk.ask('economy and sports news'));
  const second = await talk.press(first, />/);
  expect(seen(second)).toMatch(/^آخر الأخبار: اقتصاد ورياضة[\s\S]*\n.?6\. /);
});

test('“more” turns the pages of the last list, of a search as well, until its end', async () => {
  await talk.ask('/latest رياضة 2');
  expect(seen(await talk.ask('المزيد'))).toMatch(/^آخر الأخبار: رياضة\n[\s\S]*\n.?3\. /);
  const first = messageOf(await talk.ask('/latest 3'));
  await talk.ask('/search الترام');
  expect(seen(await talk.ask({ text: 'show me more, please', replyTo: first.message_id }))).toMatch(
    /^آخر الأخبار\n[\s\S]*\n.?4\. /,
  );
  let answer = seen(await talk.ask('/search البلدية'));
  for (let turns = 0; turns < 20 && answer.startsWith('نتائج'); turns++)
    answer = seen(await talk.ask('كمان'));
  expect(answer).toBe('هذه نهاية القائمة، وليس بعدها شيء.');
});

test('“more” after what has no pages shows the latest', async () => {
  await talk.ask('/start');
  expect(seen(await talk.ask('what else?'))).toMatch(/^آخر الأخبار\n/);
});

test('a story of the list is named in words', async () => {
  const list = seen(await talk.ask('آخر الأخبار'));
  const [, second = ''] = /\n2\. (.*)/.exec(list.replace(/[\u200e\u200f]/g, '')) ?? [];
  expect(seen(await talk.ask('هات لي ملخص الخبر الثاني لو سمحت'))).toContain(second);
  await talk.ask('آخر الأخبار');
  expect(seen(await talk.ask('summarize the second story, please'))).toContain(second);
});

test('a number alone is the story of that number', async () => {
  const list = seen(await talk.ask('آخر الأخبار'));
  const [, third = ''] = /\n3\. (.*)/.exec(list.replace(/[\u200e\u200f]/g, '')) ?? [];
  expect(seen(await talk.ask('٣'))).toContain(third);
});

test('what news is followed of is followed, and no word for news', async () => {
  expect(seen(await talk.ask('تابع أخبار الزلازل'))).toContain('«الزلازل»');
  expect(seen(await talk.ask('/follow news about earthquakes'))).toContain('«earthquakes»');
  expect(seen(await talk.ask('/follow أخبار اليوم'))).toContain('«أخبار اليوم»');
  expect(seen(await talk.ask('/unfollow أخبار الزلازل'))).toContain('الزلازل');
  expect(seen(await talk.ask('/following'))).not.toContain('الزلازل');
});

test('news for every day is subscribed to, with its topics and hours, and stopped with a word', async () => {
  expect(seen(await talk.ask('stop'))).toContain('لا اشتراك');
  const said = seen(await talk.ask('ارسل لي اخبار الاقتصاد كل مساء الساعة 7 من فضلك'));
  expect(said).toContain('19:00');
  expect(said).toMatch(/الموضوعات: .*اقتصاد/);
  expect(seen(await talk.ask('وقف الاشتراك'))).toContain('أوقفتُ الموجز');
  // Only where nothing else is said.
  expect(seen(await talk.ask('stop the war'))).toMatch(/stop the war/);
});

test('words between an order and its parts are no places', async () => {
  for (const order of ['subscribe to sports at 9 in Cairo', 'اشترك في موجز الرياضة الساعة 9 في القاهرة']) {
    const said = seen(await talk.ask(order));
    expect(said).toContain('09:00');
    expect(said).toContain('القاهرة');
    expect(said).toContain('رياضة');
  }
  await talk.ask('stop');
});

test('several courtesies are one, and answered by the last', async () => {
  expect(seen(await talk.ask('تمام شكرا'))).toMatch(/^العفو/);
  expect(seen(await talk.ask('السلام عليكم صباح الخير'))).toMatch(/^صباح النور/);
});

test('in a group a reply that only sounds like an order is none', async () => {
  const list = messageOf(await talk.ask({ text: '/latest', chatId: FORUM }));
  const reply = (text: string) => ({ text, chatId: FORUM, replyTo: list.message_id });
  for (const text of [
    'كفى',
    'ماذا حدث للرجل بعد ذلك؟',
    'لماذا يحدث هذا كل مرة',
    'أخبار سيئة',
    '2',
    'الاشتراك غال جدا',
    'توقيت سيئ للغاية',
  ])
    expect(await talk.meetsSilence(reply(text)), text).toBe(true);
  expect(seen(await talk.ask(reply('ملخص 2')))).not.toBe('');
  expect(seen(await talk.ask(reply('أخبار الرياضة')))).toMatch(/^آخر الأخبار: رياضة/);
});

test('in a group what is said to the bot by its name is understood as in private', async () => {
  const ask = async (text: string) =>
    seen(await talk.ask({ text: `@mujaz_playground_bot ${text}`, chatId: FORUM }));
  expect(await ask('الترام')).toMatch(/^نتائج البحث عن «الترام»/);
  expect(await ask('رياضة')).toMatch(/^آخر الأخبار: رياضة/);
  expect(await ask('ارسل لنا الأخبار كل يوم الساعة 9')).toContain('09:00');
  expect(await ask('stop')).toContain('أوقفتُ الموجز');
});

test('a forwarded post that begins like an order is looked for', async () => {
  const { world } = talk;
  const post = world.say({ chatId: CHANNEL, fromId: READER, text: 'عاجل: حريق في عكار' });
  const answer = await talk.after(() =>
    world.forward({ chatId: READER, fromId: READER, fromChatId: CHANNEL, messageId: post.message_id }),
  );
  expect(seen(answer)).toMatch(/^نتائج البحث عن «عاجل: حريق في عكار»/);
});

test('the language is changed by asking for it', async () => {
  expect(seen(await talk.ask('in English please'))).toContain('I will speak English');
  expect(seen(await talk.ask('كلمني بالعربي'))).toContain('سأكلّمك بالعربية');
});
