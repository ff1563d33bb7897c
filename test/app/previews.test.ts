import { expect, onTestFinished, test } from 'vitest';
import { createChats } from '../../src/app/chats.ts';
import { createEditions } from '../../src/app/editions.ts';
import { createPreviews } from '../../src/app/previews.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createSummarizer } from '../../src/summarize/summarizer.ts';
import { draft, MORNING } from '../support/articles.ts';

test('a preview leaves out what has rung already, as the edition will, and shows what is held', async () => {
  const now = () => MORNING;
  const { store } = await openStorage('sqlite::memory:', now);
  onTestFinished(() => store.close());
  const titles = ['زلزال يضرب الساحل', 'حريق في الغابة', 'افتتاح الجسر الجديد'];
  const puts = await store.putArticles(
    titles.map((title) => draft({ title })),
    MORNING,
  );
  const [rung = 0, held = 0] = await store.assign(
    puts.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })),
  );
  const place = { chatId: 1001 };
  const hit = { ...place, followId: 1, at: MORNING };
  const hits = [
    { hit: { ...hit, storyId: rung, state: 'sent' as const } },
    { hit: { ...hit, storyId: held, state: 'held' as const } },
    // Another place of the chat has heard of the rest.
    { hit: { ...hit, threadId: 7, storyId: held + 1, state: 'sent' as const } },
  ];
  await store.recordHits({ hits, mark: 0, now: MORNING });
  const chats = createChats(store, { language: 'ar', timeZone: 'UTC' });
  const editions = createEditions({
    store,
    summarizer: createSummarizer({ store }),
    topics: [],
    botName: () => 'bot',
    pause: async () => {},
  });
  const chat = await chats.chat(place.chatId, 'private');
  const { parts } = await createPreviews(store, editions, chats, now).next(place, chat, chats.voice(chat));
  const shown = parts.map(({ text }) => plainText(text)).join('\n');
  expect(titles.filter((title) => shown.includes(title))).toEqual(titles.slice(1));
});
