import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { fromMessage } from '../../src/telegram/incoming.ts';

const ME = '@mujaz_bot';

/** What is read of a group's message whose entity at `offset` mentions the bot. */
function read(text: string, offset: number): string {
  const ctx = { me: { id: 9, username: 'mujaz_bot' } } as unknown as Context;
  const entities = [{ type: 'mention', offset, length: ME.length }];
  const message = { message_id: 1, chat: { id: -5, type: 'group' }, text, entities } as unknown as Message;
  return fromMessage(ctx, message).text;
}

test.each([
  ['@Mujaz_Bot latest', 0, 'latest'],
  ['latest @mujaz_bot', 7, 'latest'],
  ['@mujaz_bot_fan says @mujaz_bot latest', 20, '@mujaz_bot_fan says  latest'],
  ['İİİ @mujaz_bot latest', 4, 'İİİ  latest'],
  ['خذ @mujaz_bot آخر الأخبار', 3, 'خذ  آخر الأخبار'],
])('of “%s” the mention itself is cut', (text, offset, left) => {
  expect(read(text, offset)).toBe(left);
});
