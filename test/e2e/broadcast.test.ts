import { expect, test } from 'vitest';
import type { Message } from '../../src/playground/shapes.ts';
import { commandsOf, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const OPERATOR = { ADMIN_IDS: String(READER) };

test('an operator speaks to every chat: shown first, sent when confirmed, progress in that message', async () => {
  await using talk = await openTalk({ settings: OPERATOR });
  await talk.ask('/language en');
  await talk.ask({ text: '/language ar', chatId: FORUM });
  const preview = messageOf(await talk.ask('/broadcast We rest tomorrow.'));
  expect(preview.text).toContain('2 chats');
  expect(preview.text).toContain('We rest tomorrow.');
  const confirmed = talk.press(preview, /^broadcast send/);
  const progress = messageOf(await confirmed);
  expect(progress.message_id).toBe(preview.message_id);
  await talk.logged('messages sent');
  const got = (chatId: number) => talk.world.messages.of(chatId).map(({ message }) => message.text);
  expect(got(READER)).toContain('We rest tomorrow.');
  expect(got(FORUM)).toContain('We rest tomorrow.');
  const told = new Promise<string>((resolve) => {
    talk.world.events.listen(({ event }) => {
      if (event.type === 'edited' && event.chat_id === READER)
        resolve(String((event.message as Message).text));
    });
  });
  talk.wake();
  expect(await told).toMatch(/reached 2 of 2/);
  expect(talk.offences()).toEqual([]);
});

test('what was not confirmed goes nowhere; what is stopped goes no further', async () => {
  await using talk = await openTalk({ settings: OPERATOR });
  await talk.ask('/language en');
  const preview = messageOf(await talk.ask('/broadcast Nothing.'));
  expect(seen(await talk.press(preview, /^broadcast drop/))).toBe('All right, I sent nothing.');
  expect(commandsOf(preview)).toHaveLength(2);
  const texts = talk.world.messages.of(READER).map(({ message }) => message.text);
  expect(texts.filter((text) => text === 'Nothing.')).toEqual([]);
});

test('readers cannot', async () => {
  await using talk = await openTalk();
  expect(seen(await talk.ask('/broadcast Hello'))).toContain('مشغّلي');
  expect(seen(await talk.ask('/stats'))).toContain('مشغّلي');
});

test('operators see how the house and its messages fare', async () => {
  await using talk = await openTalk({ settings: OPERATOR });
  expect(seen(await talk.ask('/stats'))).toContain('لم تُكتب رسالة بعد.');
  await talk.ask('/language en');
  const preview = messageOf(await talk.ask('/broadcast One.'));
  await talk.press(preview, /^broadcast send/);
  await talk.logged('messages sent');
  expect(seen(await talk.ask('/stats'))).toContain('arrived: 1');
});
