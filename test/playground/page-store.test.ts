/** What the page's panels hold of the state. */
import { expect, test } from 'vitest';

/** The page's own script, which the compiler checks apart from the tests. */
const { createStore } = await import(new URL('../../src/playground/page/store.js', import.meta.url).href);

const state = (title: string) => ({
  bot: { id: 7, username: 'bot', first_name: 'موجز', description: '', short_description: '' },
  me: { id: 1, first_name: 'القارئ', language_code: 'ar' },
  chats: [{ id: -5, type: 'channel', title }],
  commands: {},
  messages: {},
});

test('a panel’s chat is called anew also after the state was read a second time', () => {
  const store = createStore();
  store.load(state('موجز الصباح'));
  const held = store.chat('-5');
  store.load(state('موجز الصباح'));
  store.apply({ type: 'chats', chats: state('Daybreak').chats });
  expect(store.title(held)).toBe('Daybreak');
});
