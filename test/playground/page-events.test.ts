/** What the chat page hears. */
import { describe, expect, test } from 'vitest';
import { READER_ID } from '../../src/playground/start-state.ts';
import { listen, state } from '../support/page-client.ts';
import { runPlayground, START } from '../support/playground.ts';

describe('events', () => {
  test('tell what happens, in order', async () => {
    await using playground = await runPlayground();
    const events = await listen(playground);
    expect(events.type).toBe('text/event-stream; charset=utf-8');
    const { call } = playground;
    await call('sendChatAction', { chat_id: READER_ID, action: 'typing' });
    await call('sendMessageDraft', {
      chat_id: READER_ID,
      draft_id: 3,
      text: 'يكتب <b>الآن</b>',
      parse_mode: 'HTML',
    });
    const { result } = await call('sendMessage', { chat_id: READER_ID, text: 'x' });
    await call('editMessageText', { chat_id: READER_ID, message_id: result.message_id, text: 'y' });
    await call('deleteMessage', { chat_id: READER_ID, message_id: result.message_id });
    const got = [];
    for (let count = 0; count < 5; count += 1) got.push(await events.next());
    const first = got[0].id;
    const chat_id = READER_ID;
    expect(got).toMatchObject([
      { id: first, type: 'action', chat_id, action: 'typing' },
      {
        id: first + 1,
        type: 'draft',
        chat_id,
        draft_id: 3,
        text: 'يكتب الآن',
        entities: [{ type: 'bold', offset: 5, length: 4 }],
      },
      { id: first + 2, type: 'message', chat_id, message: { text: 'x' } },
      { id: first + 3, type: 'edited', chat_id, message: { text: 'y', edit_date: START / 1000 } },
      { id: first + 4, type: 'deleted', chat_id, message_ids: [result.message_id] },
    ]);
    await events.leave();
  });

  test('a page that comes back gets what it missed', async () => {
    await using playground = await runPlayground();
    const say = (text: string) => playground.world.say({ chatId: READER_ID, fromId: READER_ID, text });
    const events = await listen(playground);
    say('أ');
    const { id } = await events.next();
    await events.leave();
    say('ب');
    say('ج');
    const again = await listen(playground, String(id));
    expect([await again.next(), await again.next()]).toMatchObject([
      { id: id + 1, message: { text: 'ب' } },
      { id: id + 2, message: { text: 'ج' } },
    ]);
    await again.leave();
  });

  test('one that was away too long, or knew another run, starts anew', async () => {
    await using playground = await runPlayground();
    for (let count = 0; count < 1001; count += 1) {
      playground.world.events.publish({ type: 'action', chat_id: READER_ID, action: 'typing' });
    }
    const last = playground.world.events.lastId;
    for (const id of ['0', String(last + 5), 'nonsense']) {
      const events = await listen(playground, id);
      expect(await events.next()).toEqual({ id: last, type: 'reset' });
      await events.leave();
    }
    const inTime = await listen(playground, String(last - 1000));
    expect(await inTime.next()).toMatchObject({ id: last - 999, type: 'action' });
    await inTime.leave();
  });

  test('chats the reader is not in stay out of sight', async () => {
    await using playground = await runPlayground();
    const { world } = playground;
    world.addUser({ id: 2001, first_name: 'سلمى' });
    const before = world.events.lastId;
    world.say({ chatId: 2001, fromId: 2001, text: '/start' });
    expect(world.events.lastId).toBe(before);
    expect((await state(playground)).chats.map((chat: { id: number }) => chat.id)).not.toContain(2001);
  });

  test('closing ends the stream', async () => {
    const playground = await runPlayground();
    const events = await listen(playground);
    await playground.close();
    expect(await events.next().catch(() => undefined)).toBeUndefined();
  });
});
