/** Digests as their readers get them: subscribed in a conversation, sent over HTTP by the real house. */
import { expect, test } from 'vitest';
import type { Message } from '../../src/playground/shapes.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { CHANNEL, commandsOf, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const DAY = 24 * HOUR;
const ARTICLES = [
  draft({ title: 'البنك المركزي يثبّت سعر الفائدة', topics: ['economy'], publishedAt: at(-2) }),
  draft({ title: 'نهائي الكأس يُلعب الليلة في العاصمة', topics: ['sports'], publishedAt: at(-3) }),
  draft({
    title: 'Harbour bridge opens after two years of repairs',
    body: 'The bridge over the harbour opened on Friday. It had been closed for two years.',
    language: 'en',
    topics: ['society'],
    publishedAt: at(-1),
  }),
];
function at(hours: number): string {
  return new Date(MORNING + hours * HOUR).toISOString();
}
type Talk = Awaited<ReturnType<typeof openTalk>>;

/** Bot messages in a chat whose text holds this, oldest first. */
function digests(talk: Talk, chatId: number, name: RegExp): Message[] {
  return talk.world.messages
    .of(chatId)
    .filter(({ byBot }) => byBot)
    .map(({ message }) => message)
    .filter((message) => name.test(message.text ?? '') || message.rich_message !== undefined);
}
const titles = (message: Message | undefined) =>
  [...(message?.text ?? '').matchAll(/^[\u200e\u200f]?\d+\. (.*)$/gm)].map(([, title]) => title);

test('a private chat, a forum topic and a channel each get one digest at their hour, in their language, topic and topics', async () => {
  await using talk = await openTalk({ articles: ARTICLES });
  const topic = talk.world.chat(FORUM).topics.find(({ name }) => name === 'اقتصاد');
  const threadId = topic?.message_thread_id ?? 0;
  await talk.ask('/subscribe 13:00 Asia/Riyadh');
  await talk.ask({ text: '/topics sports', chatId: CHANNEL });
  await talk.ask({ text: '/subscribe 13:00 الرياض', chatId: CHANNEL });
  await talk.ask({ text: '/language en', chatId: FORUM });
  await talk.ask({ text: '/subscribe 13:00 Asia/Riyadh', chatId: FORUM, threadId });

  const expected = [READER, CHANNEL, FORUM].map((chatId) => talk.after(() => {}, chatId));
  talk.minute(HOUR);
  const [mine, posted, english] = (await Promise.all(expected)).map(messageOf);
  expect(titles(mine)).toEqual(['البنك المركزي يثبّت سعر الفائدة', 'نهائي الكأس يُلعب الليلة في العاصمة']);
  expect(titles(posted)).toEqual(['نهائي الكأس يُلعب الليلة في العاصمة']);
  expect(titles(english)).toEqual(['Harbour bridge opens after two years of repairs']);
  expect(english?.message_thread_id).toBe(threadId);
  expect(commandsOf(posted as Message)).toEqual([]);

  for (let minutes = 1; minutes < 5; minutes++) talk.minute(60_000);
  expect(digests(talk, READER, /موجز الظهيرة/)).toHaveLength(1);
  expect(digests(talk, CHANNEL, /موجز الظهيرة/)).toHaveLength(1);
  expect(digests(talk, FORUM, /Midday briefing/)).toHaveLength(1);
  expect(talk.offences()).toEqual([]);
});

test('/why of a story that came without any briefing says how it came and what comes next', async () => {
  await using talk = await openTalk({ articles: ARTICLES });
  await talk.ask('/latest');
  const none = await talk.ask('/why 1');
  expect(seen(none)).toMatch(/جوابًا عن طلب، لا في موجز[\s\S]*لا اشتراك هنا/);
  expect(commandsOf(messageOf(none))).toEqual(['subscribe']);
  await talk.ask('/subscribe 13:00 Asia/Riyadh');
  await talk.ask('/latest');
  const ahead = await talk.ask('/why 1');
  expect(seen(ahead)).toMatch(/جوابًا عن طلب، لا في موجز[\s\S]*القادم: .*13:00/);
  expect(seen(ahead)).not.toContain('آخر موجز');
  expect(commandsOf(messageOf(ahead))).toEqual(['digest']);
});

test('a number under a digest means the story it shows there; /why and /missed account for the rest', async () => {
  await using talk = await openTalk({ articles: ARTICLES });
  await talk.ask('/subscribe 13:00 Asia/Riyadh');
  const coming = talk.after(() => {});
  talk.minute(HOUR);
  const digest = messageOf(await coming);
  // Rows stand mirrored in Arabic: the first story's button is the last of its row.
  const first = commandsOf(digest).findLast((command) => command.startsWith('start ')) ?? '';
  expect(seen(await talk.press(digest, first))).toContain('البنك المركزي يثبّت سعر الفائدة');
  expect(seen(await talk.ask('/why 2'))).toMatch(/كان هذا الخبر في موجز/);
  expect(seen(await talk.ask('/why'))).toMatch(
    /13:00 بتوقيت الرياض[\s\S]*؛ صدر في موعده\.\nما وصل: رسالة واحدة/,
  );
  expect(seen(await talk.ask('/missed'))).toMatch(/Harbour bridge[\s\S]*لم يُروَ بلغتك/);
  expect(talk.offences()).toEqual([]);
});

test('/unsubscribe stops it', async () => {
  await using talk = await openTalk({ articles: ARTICLES });
  await talk.ask('/subscribe 13:00 Asia/Riyadh');
  const answer = messageOf(await talk.ask('/unsubscribe'));
  const [confirm] = commandsOf(answer);
  if (confirm?.startsWith('unsubscribe')) await talk.press(answer, confirm);
  talk.minute(HOUR);
  await talk.ask('/help');
  expect(digests(talk, READER, /موجز الظهيرة/)).toEqual([]);
});

test('/digest shows the next one now and takes nothing from it', async () => {
  await using talk = await openTalk({ articles: ARTICLES });
  expect(seen(await talk.ask('/digest'))).toMatch(/لم تشترك في موجز هنا بعد/);
  await talk.ask('/subscribe 13:00 Asia/Riyadh');
  expect(seen(await talk.ask('/digest'))).toMatch(/معاينة/);
  const coming = talk.after(() => {});
  talk.minute(HOUR);
  expect(titles(messageOf(await coming))).toHaveLength(2);
});

test('what is followed rings once; the next day has nothing of the day before', async () => {
  await using talk = await openTalk({ articles: ARTICLES });
  expect(seen(await talk.ask('/follow 🙂'))).toContain('ما الذي تريد متابعته');
  expect(seen(await talk.ask('تابع البنك المركزي'))).toContain('سأنبّهك حين يرد خبر عن «البنك المركزي»');
  expect(seen(await talk.ask('/following'))).toContain('البنك المركزي');
  await talk.ask('/subscribe 13:00 Asia/Riyadh');
  const first = talk.after(() => {});
  talk.minute(HOUR);
  await first;
  const second = talk.after(() => {});
  talk.minute(DAY);
  expect(seen(await second)).toContain('لا جديد منذ آخر موجز');
  const list = messageOf(await talk.ask('/following'));
  expect(seen(await talk.press(list, /^unfollow #/))).toContain('ليست هنا متابعات بعد');
  expect(talk.offences()).toEqual([]);
});
