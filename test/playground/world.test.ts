import { beforeEach, describe, expect, test } from 'vitest';
import { post } from '../../src/playground/posting.ts';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import { World } from '../../src/playground/world.ts';
import { START } from '../support/playground.ts';

const GROUP = -100777;
const SALMA = 2001;
let world: World;

/** Kinds and texts of what waits for the bot. */
const heard = () =>
  world.updates.pending.map((update) => {
    const [kind = '', payload] = Object.entries(update)[1] ?? [];
    return [kind, (payload as { text?: string }).text];
  });

beforeEach(() => {
  world = new World({ token: '4242:x', now: () => START });
  world.addUser({ id: SALMA, first_name: 'سلمى' });
});

test('the bot’s id is its token’s number', () => {
  expect(world.bot.id).toBe(4242);
  expect(new World({ token: 'none', now: () => START }).bot.id).toBe(7000000001);
});

describe('privacy mode', () => {
  beforeEach(() => {
    world.addChat({ id: GROUP, type: 'supergroup', title: 'مجموعة' });
    world.setMember({ chatId: GROUP, userId: SALMA, status: 'member' });
  });

  test('a member hears commands, mentions and answers only', () => {
    const own = post(world, { chatId: GROUP, byBot: true, from: world.bot, content: { text: 'مرحبا' } })
      .message.message_id;
    const say = (text: string, replyTo?: number) =>
      world.say({ chatId: GROUP, fromId: SALMA, text, replyTo });
    say('كلام عابر');
    say('/latest 3');
    say('/latest@mujaz_playground_bot');
    say('/latest@another_bot');
    say('اكتب /latest هنا');
    say('يا @mujaz_playground_bot ساعدنا');
    say('جواب', own);
    expect(heard().map(([, text]) => text)).toEqual([
      '/latest 3',
      '/latest@mujaz_playground_bot',
      'يا @mujaz_playground_bot ساعدنا',
      'جواب',
    ]);
  });

  test('an administrator hears everything, one who left nothing', () => {
    world.setMember({ chatId: GROUP, userId: world.bot.id, status: 'administrator' });
    world.updates.drop();
    world.say({ chatId: GROUP, fromId: SALMA, text: 'كلام عابر' });
    world.setMember({ chatId: GROUP, userId: world.bot.id, status: 'left' });
    world.say({ chatId: GROUP, fromId: SALMA, text: '/latest' });
    expect(heard()).toEqual([
      ['message', 'كلام عابر'],
      ['my_chat_member', undefined],
    ]);
  });
});

describe('who speaks', () => {
  test('a channel posts as itself', () => {
    const post = world.say({ chatId: CHANNEL_ID, fromId: READER_ID, text: '/subscribe 08:00' });
    expect(post.from).toBeUndefined();
    expect(post.sender_chat?.id).toBe(CHANNEL_ID);
    expect(heard()).toEqual([['channel_post', '/subscribe 08:00']]);
  });

  test('an anonymous administrator and a channel in a group have Telegram’s senders', () => {
    const anonymous = world.say({ chatId: FORUM_ID, fromId: READER_ID, text: 'x', senderChatId: FORUM_ID });
    expect([anonymous.from?.username, anonymous.sender_chat?.id]).toEqual(['GroupAnonymousBot', FORUM_ID]);
    const channel = world.say({ chatId: FORUM_ID, fromId: READER_ID, text: 'x', senderChatId: CHANNEL_ID });
    expect([channel.from?.username, channel.sender_chat?.id]).toEqual(['Channel_Bot', CHANNEL_ID]);
  });

  test('the General topic has no thread, the others have', () => {
    const [, sports] = world.chat(FORUM_ID).topics;
    const threadId = sports?.message_thread_id;
    const general = world.say({ chatId: FORUM_ID, fromId: READER_ID, text: 'x', threadId: 1 });
    expect([general.message_thread_id, general.reply_to_message]).toEqual([undefined, undefined]);
    const inside = world.say({ chatId: FORUM_ID, fromId: READER_ID, text: 'x', threadId });
    expect(inside).toMatchObject({
      message_thread_id: threadId,
      reply_to_message: { forum_topic_created: {} },
    });
    expect(() => world.say({ chatId: FORUM_ID, fromId: READER_ID, text: 'x', threadId: 99 })).toThrow(
      'no topic 99',
    );
  });

  test('a private chat begins with the first message', () => {
    expect(world.chats.get(SALMA)).toBeUndefined();
    world.say({ chatId: SALMA, fromId: SALMA, text: '/start' });
    expect(world.chat(SALMA).chat).toEqual({ id: SALMA, type: 'private', first_name: 'سلمى' });
  });

  test('what no client could do is an error', () => {
    expect(() => world.say({ chatId: 77, fromId: READER_ID, text: 'x' })).toThrow('no chat 77');
    expect(() => world.say({ chatId: READER_ID, fromId: READER_ID, text: ' ' })).toThrow('empty message');
    const pressing = { chatId: READER_ID, fromId: READER_ID, messageId: 77, data: 'x' };
    expect(() => world.press(pressing)).toThrow(`no message 77 in chat ${READER_ID}`);
  });
});

describe('standing', () => {
  test('blocking and unblocking are told with both states', () => {
    world.block(READER_ID);
    world.unblock(READER_ID);
    expect(world.updates.pending).toMatchObject([
      {
        my_chat_member: {
          chat: { id: READER_ID },
          from: { id: READER_ID },
          date: START / 1000,
          old_chat_member: { status: 'member' },
          new_chat_member: { status: 'kicked', until_date: 0, user: { id: world.bot.id } },
        },
      },
      { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
    ]);
  });

  test('writing to a blocked bot lets it in first', () => {
    world.block(READER_ID);
    world.updates.drop();
    world.say({ chatId: READER_ID, fromId: READER_ID, text: '/start' });
    expect(heard().map(([kind]) => kind)).toEqual(['my_chat_member', 'message']);
  });

  test('others’ standing is told where the bot is an administrator and asked for it', () => {
    world.updates.allow(['chat_member']);
    world.addChat({ id: GROUP, type: 'supergroup', title: 'مجموعة' });
    world.setMember({ chatId: GROUP, userId: SALMA, status: 'member' });
    expect(world.updates.pending).toEqual([]);
    world.setMember({
      chatId: CHANNEL_ID,
      userId: SALMA,
      status: 'administrator',
      rights: { can_post_messages: true },
    });
    expect(world.updates.pending).toMatchObject([
      {
        chat_member: {
          new_chat_member: { status: 'administrator', can_post_messages: true, can_edit_messages: false },
        },
      },
    ]);
  });

  test('upgrading a group tells both ids in both chats', () => {
    world.addChat({ id: -501, type: 'group', title: 'مجموعة' });
    const newId = world.upgrade(-501);
    expect(world.updates.pending).toMatchObject([
      { message: { chat: { id: -501 }, migrate_to_chat_id: newId } },
      { message: { chat: { id: newId, type: 'supergroup' }, migrate_from_chat_id: -501 } },
    ]);
    expect(world.members.get(newId, READER_ID).status).toBe('creator');
  });
});

describe('sharing', () => {
  test('a forwarded channel post says where it comes from', () => {
    const { message_id } = world.say({ chatId: CHANNEL_ID, fromId: READER_ID, text: 'نشرة' });
    const place = { chatId: READER_ID, fromId: READER_ID };
    expect(world.forward({ ...place, fromChatId: CHANNEL_ID, messageId: message_id })).toMatchObject({
      text: 'نشرة',
      forward_origin: { type: 'channel', chat: { id: CHANNEL_ID }, message_id },
    });
  });

  test('a location', () => {
    world.shareLocation({ chatId: READER_ID, fromId: READER_ID, latitude: 33.5, longitude: 36.3 });
    expect(world.updates.pending).toMatchObject([
      { message: { location: { latitude: 33.5, longitude: 36.3 } } },
    ]);
  });

  test('a chat, with what its button asked for', () => {
    expect(
      world.sharedChat({ fromId: READER_ID, requestId: 7, sharedChatId: CHANNEL_ID }).chat_shared,
    ).toEqual({
      request_id: 7,
      chat_id: CHANNEL_ID,
    });
    const request_chat = {
      request_id: 7,
      chat_is_channel: true,
      request_title: true,
      request_username: true,
    };
    world.messages.add({
      message: { message_id: 90, chat: world.chat(READER_ID).chat, date: 1 },
      byBot: true,
      clientMarkup: { keyboard: [[{ text: 'اختر', request_chat }]] },
    });
    expect(
      world.sharedChat({ fromId: READER_ID, requestId: 7, sharedChatId: CHANNEL_ID }).chat_shared,
    ).toEqual({
      request_id: 7,
      chat_id: CHANNEL_ID,
      title: 'موجز الصباح',
      username: 'mujaz_morning',
    });
  });

  test('a press and an inline query carry their payload', () => {
    const { message_id } = world.say({ chatId: READER_ID, fromId: READER_ID, text: 'x' });
    world.updates.drop();
    const id = world.press({
      chatId: READER_ID,
      fromId: READER_ID,
      messageId: message_id,
      data: 'related 8f3a',
    });
    const inline = world.inlineQuery({ fromId: SALMA, query: 'القدس' });
    expect(world.updates.pending).toMatchObject([
      {
        callback_query: {
          id,
          data: 'related 8f3a',
          from: { id: READER_ID },
          message: { message_id, text: 'x' },
        },
      },
      { inline_query: { id: inline, query: 'القدس', from: { id: SALMA }, offset: '' } },
    ]);
  });
});
