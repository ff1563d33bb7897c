/** Who may be written to in the playground, and how a refusal sounds. */
import { expect, test } from 'vitest';
import { FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import { sharedPlayground } from '../support/bot-api-desk.ts';

const shared = sharedPlayground();
const { call } = shared;

test.each([
  ['left', 'Forbidden: bot is not a member of the channel chat'],
  ['kicked', 'Forbidden: bot was kicked from the channel chat'],
] as const)('a channel the bot has %s', async (status, description) => {
  const { world } = shared.playground;
  world.addChat({ id: -1009, type: 'channel', title: 'قناة', bot: status });
  expect(await call('sendMessage', { chat_id: -1009, text: 'x' })).toEqual({
    ok: false,
    error_code: 403,
    description,
  });
});

test('a channel where the bot may not post, and one where it knows no members', async () => {
  shared.playground.world.addChat({ id: -1008, type: 'channel', title: 'قناة', bot: 'member' });
  expect(await call('sendMessage', { chat_id: -1008, text: 'x' })).toMatchObject({
    description: 'Bad Request: need administrator rights in the channel chat',
  });
  expect(await call('getChatMember', { chat_id: -1008, user_id: READER_ID })).toMatchObject({
    description: 'Bad Request: member list is inaccessible',
  });
});

test('a person who blocked the bot, never wrote to it, or is gone', async () => {
  const { world } = shared.playground;
  for (const id of [2001, 2002]) world.addUser({ id, first_name: 'سلمى' });
  expect(await call('sendMessage', { chat_id: 2001, text: 'x' })).toMatchObject({
    error_code: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
  });
  for (const id of [2001, 2002]) world.say({ chatId: id, fromId: id, text: '/start' });
  expect(await call('sendMessage', { chat_id: 2001, text: 'x' })).toMatchObject({ ok: true });
  world.block(2001);
  world.deactivate(2002);
  expect(await call('sendMessage', { chat_id: 2001, text: 'x' })).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  });
  expect(await call('sendMessage', { chat_id: 2002, text: 'x' })).toMatchObject({
    error_code: 403,
    description: 'Forbidden: user is deactivated',
  });
});

test('a group that became a supergroup tells its new id', async () => {
  const { world } = shared.playground;
  world.addChat({ id: -501, type: 'group', title: 'مجموعة' });
  const migrate_to_chat_id = world.upgrade(-501);
  expect(await call('sendMessage', { chat_id: -501, text: 'x' })).toEqual({
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id },
  });
  expect(await call('sendMessage', { chat_id: migrate_to_chat_id, text: 'x' })).toMatchObject({ ok: true });
});

test('closed and deleted topics', async () => {
  const { world } = shared.playground;
  const message_thread_id = world.addTopic(FORUM_ID, 'ثقافة');
  const place = { chat_id: FORUM_ID, message_thread_id, text: 'x' };
  world.closeTopic(FORUM_ID, message_thread_id);
  expect(await call('sendMessage', place)).toMatchObject({ description: 'Bad Request: TOPIC_CLOSED' });
  world.closeTopic(FORUM_ID, message_thread_id, false);
  expect(await call('sendMessage', place)).toMatchObject({ ok: true });
  world.deleteTopic(FORUM_ID, message_thread_id);
  expect(await call('sendMessage', place)).toMatchObject({
    description: 'Bad Request: message thread not found',
  });
});
