/** The bot comes, goes, loses rights and gets them back; chats move and topics close. */
import { describe, expect, test } from 'vitest';
import { CHANNEL, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const GROUP = -1001000000055;
const POSTING = { can_post_messages: true };

type Talk = Awaited<ReturnType<typeof openTalk>>;

/** Whether a chat may be written to, once so many changes of the bot's own standing have been seen to. */
async function standing(talk: Talk, chatId: number, changes: number): Promise<string> {
  await talk.logged('membership changed', changes);
  const { status, reason } = await talk.stored((store) => store.standing(chatId));
  return reason === undefined ? status : `${status}: ${reason}`;
}

describe('a group', () => {
  test('is greeted once, with what to do, and a channel never', async () => {
    await using talk = await openTalk({});
    const { world } = talk;
    world.addChat({ id: GROUP, type: 'supergroup', title: 'ساحة', bot: 'left' });
    const bot = { chatId: GROUP, userId: world.bot.id };
    const greeting = await talk.after(() => world.setMember({ ...bot, status: 'member' }), GROUP);
    expect(seen(greeting)).toMatch(/السلام عليكم[\s\S]*\/latest[\s\S]*\/subscribe[\s\S]*\/settings/);
    await talk.ask({ text: '/subscribe 08:00', chatId: GROUP });
    const said = () =>
      world.journal.filter(
        ({ method, parameters }) =>
          method === 'sendMessage' && [GROUP, CHANNEL].includes(Number(parameters.chat_id)),
      ).length;
    const before = said();
    world.setMember({ ...bot, status: 'administrator' });
    world.setMember({ ...bot, status: 'kicked' });
    world.setMember({ ...bot, status: 'member' });
    world.setMember({ chatId: CHANNEL, userId: world.bot.id, status: 'left' });
    world.setMember({ chatId: CHANNEL, userId: world.bot.id, status: 'administrator', rights: POSTING });
    await talk.ask({ text: '/privacy', chatId: GROUP });
    await talk.ask({ text: '/privacy', chatId: CHANNEL });
    expect(said()).toBe(before + 2);
    expect(talk.offences()).toEqual([]);
  });

  test('that becomes a supergroup keeps its briefing', async () => {
    await using talk = await openTalk({});
    const { world } = talk;
    world.addChat({ id: -400123, type: 'group', title: 'ساحة' });
    await talk.ask({ text: '/subscribe 07:15 Cairo', chatId: -400123 });
    const moved = world.upgrade(-400123);
    await expect
      .poll(async () => seen(await talk.ask({ text: '/settings', chatId: moved })))
      .toContain('القاهرة');
    const board = messageOf(await talk.ask({ text: '/settings', chatId: moved }));
    expect(seen(await talk.press(board, /s\d+$/))).toMatch(/07:15 بتوقيت القاهرة/);
    expect(await talk.stored((store) => store.subscriptionsOf(-400123))).toEqual([]);
  });

  test('rests in a topic that is closed, and goes on when it is opened', async () => {
    await using talk = await openTalk({});
    const { world } = talk;
    const threadId = world.chats.get(FORUM)?.topics[1]?.message_thread_id ?? 0;
    await talk.ask({ text: '/subscribe 08:00', chatId: FORUM, threadId });
    await talk.ask({ text: '/subscribe 08:00', chatId: FORUM });
    const states = () =>
      talk.stored(async (store) => (await store.subscriptionsOf(FORUM)).map(({ status }) => status));
    world.closeTopic(FORUM, threadId);
    await talk.ask({ text: '/privacy', chatId: FORUM });
    expect(await states()).toEqual(['paused', 'active']);
    world.closeTopic(FORUM, threadId, false);
    await talk.ask({ text: '/privacy', chatId: FORUM });
    expect(await states()).toEqual(['active', 'active']);
    const board = messageOf(await talk.ask({ text: '/settings', chatId: FORUM, threadId }));
    expect(seen(await talk.press(board, /s\d+$/))).toContain('الموجز القادم');
  });
});

describe('briefings', () => {
  test('of a reader who blocks the bot rest until it is let in again', async () => {
    await using talk = await openTalk({});
    const { world } = talk;
    await talk.ask('/subscribe 08:00');
    world.block(READER);
    expect(await standing(talk, READER, 1)).toBe('gone: blocked');
    world.unblock(READER);
    expect(await standing(talk, READER, 2)).toBe('active');
    expect(seen(await talk.ask('/settings'))).toContain('اشتراك واحد');
    // Who writes to a bot that is blocked lets it in by that.
    world.block(READER);
    expect(seen(await talk.ask('/settings'))).toContain('اشتراك واحد');
    expect(await standing(talk, READER, 4)).toBe('active');
  });

  test('of a channel rest while the bot may not post there, and while it is not there', async () => {
    await using talk = await openTalk({});
    const { world } = talk;
    const bot = { chatId: CHANNEL, userId: world.bot.id };
    await talk.ask('/subscribe @mujaz_morning 08:00');
    world.setMember({ ...bot, status: 'administrator', rights: {} });
    expect(await standing(talk, CHANNEL, 1)).toBe('paused: rights');
    world.setMember({ ...bot, status: 'administrator', rights: POSTING });
    expect(await standing(talk, CHANNEL, 2)).toBe('active');
    world.setMember({ ...bot, status: 'kicked' });
    expect(await standing(talk, CHANNEL, 3)).toBe('gone: kicked');
    world.setMember({ ...bot, status: 'administrator', rights: POSTING });
    expect(await standing(talk, CHANNEL, 4)).toBe('active');
    expect(seen(await talk.ask('/settings @mujaz_morning'))).toContain('اشتراك واحد');
  });

  test('that rest say so on their page, with what brings them back', async () => {
    await using talk = await openTalk({});
    await talk.ask('/subscribe @mujaz_morning 08:00');
    await talk.stored((store) =>
      store.setStanding(CHANNEL, 'channel', { status: 'gone', reason: 'not-found' }, 0),
    );
    const settings = await talk.ask('/settings @mujaz_morning');
    const digest = await talk.press(messageOf(settings), /s\d+$/);
    for (const page of [settings, digest])
      expect(seen(page)).toMatch(/متوقّف الآن: لم أعد أجد المحادثة .*أضفني إليها من جديد/);
    expect(seen(digest)).not.toContain('الموجز القادم');
    await talk.stored((store) => store.setStanding(CHANNEL, 'channel', { status: 'active' }, 0));
    expect(seen(await talk.press(messageOf(settings), /s\d+$/))).toContain('الموجز القادم');
  });

  test('go on with the first word of a chat that was given up for lost', async () => {
    await using talk = await openTalk({});
    await talk.ask('/subscribe 08:00');
    await talk.stored((store) =>
      store.setStanding(READER, 'private', { status: 'gone', reason: 'deactivated' }, 0),
    );
    await talk.ask('/help');
    expect(await talk.stored((store) => store.standing(READER))).toEqual({ status: 'active' });
  });

  test('and nothing else is noted of a chat that asked for nothing', async () => {
    await using talk = await openTalk({});
    talk.world.setMember({ chatId: FORUM, userId: talk.world.bot.id, status: 'kicked' });
    talk.world.block(READER);
    talk.world.unblock(READER);
    await talk.ask('/privacy');
    expect(await talk.stored((store) => store.chat(FORUM))).toBeUndefined();
    expect(await talk.stored((store) => store.chat(READER))).toBeUndefined();
  });
});
