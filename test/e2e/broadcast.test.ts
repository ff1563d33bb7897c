import { expect, test } from 'vitest';
import type { Message } from '../../src/playground/shapes.ts';
import { HOUR, MORNING } from '../support/articles.ts';
import { say } from '../support/post-office.ts';
import { commandsOf, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const to = (chatId: number) => ({
  key: 'after',
  kind: 'notice' as const,
  chatId,
  silent: false,
  expiresAt: MORNING + 30 * HOUR,
});
const OPERATOR = { ADMIN_IDS: String(READER) };

test('a text that fills a message is shown as it is, and asked about in the next', async () => {
  await using talk = await openTalk({ settings: OPERATOR });
  await talk.ask('/language en');
  const text = 'We rest. '.repeat(455).trim().slice(0, 4085);
  const shown = messageOf(await talk.ask(`/broadcast ${text}`));
  expect(shown.text).toBe(text);
  const said = () => [...talk.world.messages.of(READER)].map(({ message }) => message);
  const isQuestion = (message: Message) => message.text?.startsWith('This is a preview') === true;
  await expect.poll(() => said().some(isQuestion)).toBe(true);
  const [question] = said().filter(isQuestion);
  if (!question) throw new Error('no question');
  expect(commandsOf(question)).toHaveLength(2);
  const progress = messageOf(await talk.press(question, /^broadcast send/));
  expect(progress.message_id).toBe(question.message_id);
  expect(talk.offences()).toEqual([]);
});

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

test('an operator who has chosen nothing yet is among those it goes to', async () => {
  await using talk = await openTalk({ settings: OPERATOR });
  const preview = messageOf(await talk.ask('/broadcast غدًا نستريح.'));
  expect(preview.text).toContain('محادثة واحدة');
  await talk.press(preview, /^broadcast send/);
  await talk.logged('messages sent');
  expect(talk.world.messages.of(READER).map(({ message }) => message.text)).toContain('غدًا نستريح.');
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

/** Groups that the bot knows, so that a broadcast goes to them, in this order. */
async function groups(talk: Awaited<ReturnType<typeof openTalk>>, count: number): Promise<number[]> {
  const ids = Array.from({ length: count }, (_, at) => -1001000000200 + at);
  for (const id of ids) talk.world.addChat({ id, type: 'supergroup', title: 'ساحة' });
  await talk.stored(async (store) => {
    for (const id of ids) await store.saveChat({ id, kind: 'group', preferences: {} });
  });
  return ids;
}

test('stopped half-way it goes no further, and the message says how far it came', async () => {
  await using talk = await openTalk({ settings: OPERATOR });
  await talk.ask('/language en');
  const ids = await groups(talk, 12);
  // Telegram asks for patience from the sixth group on, so that the others wait.
  for (const chatId of ids.slice(5))
    talk.world.faults.next(
      { method: 'sendMessage', chatId },
      { status: 429, description: 'Too Many Requests', retryAfter: 60 },
    );
  const got = (id: number) => talk.world.messages.of(id).map(({ message }) => message.text);
  const preview = messageOf(await talk.ask('/broadcast We rest tomorrow.'));
  expect(preview.text).toContain('13 chats');
  const progress = messageOf(await talk.press(preview, /^broadcast send/));
  // Pressed twice in a moment, it is one broadcast and not one that is too old.
  const again = { chatId: READER, messageId: preview.message_id, fromId: READER };
  talk.world.press({
    ...again,
    data: commandsOf(preview).find((each) => /^broadcast send/.test(each)) ?? '',
  });
  await expect.poll(() => ids.filter((id) => got(id).length > 0)).toHaveLength(5);
  await talk.press(progress, /^broadcast stop/);
  const words = () =>
    talk.world.messages.of(READER).find(({ message }) => message.message_id === preview.message_id)?.message;
  await expect
    .poll(() => {
      talk.wake();
      return words()?.text;
    })
    .toMatch(/^Stopped: it reached [56] of 13$/);
  expect(words()?.reply_markup?.inline_keyboard ?? []).toEqual([]);
  // An hour later nothing of it is left to be sent, and what comes after it goes its way.
  talk.wake(HOUR);
  await talk.stored((store) =>
    store.enqueue([{ content: say('بعده'), deliveries: [to(ids[9] ?? 0)] }], MORNING),
  );
  talk.wake(HOUR);
  await expect
    .poll(() => {
      talk.wake();
      return got(ids[9] ?? 0);
    })
    .toEqual(['بعده']);
  expect(ids.filter((id) => got(id).includes('We rest tomorrow.'))).toEqual(ids.slice(0, 5));
  const { sent, cancelled, expired, ...others } = await talk.stored((store) => store.progress('broadcast:'));
  expect([sent, cancelled + expired]).toEqual(words()?.text?.includes('5 of') ? [5, 8] : [6, 7]);
  expect(others).toEqual({ pending: 0, sending: 0, uncertain: 0, failed: 0 });
});

test('a chat that goes before its turn is no stop', async () => {
  await using talk = await openTalk({ settings: OPERATOR });
  await talk.ask('/language en');
  const [first = 0, second = 0] = await groups(talk, 2);
  talk.world.faults.next(
    { method: 'sendMessage', chatId: first },
    { status: 429, description: 'Too Many Requests', retryAfter: 60 },
  );
  const preview = messageOf(await talk.ask('/broadcast Hello.'));
  await talk.press(preview, /^broadcast send/);
  await expect.poll(() => talk.world.messages.of(second)).toHaveLength(1);
  talk.world.setMember({ chatId: first, userId: talk.world.bot.id, status: 'kicked' });
  await talk.logged('membership changed');
  const told = talk.next(READER);
  talk.wake();
  expect(seen(await told)).toBe('All sent: it reached 2 of 3');
});
