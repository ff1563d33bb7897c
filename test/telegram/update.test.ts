import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUpdate } from '../../src/telegram/update.ts';

const lane = (update: object) => readUpdate(JSON.stringify({ update_id: 7, ...update }))?.lane;

describe('an update that is brought', () => {
  test('keeps its words as they were written', () => {
    const body = '{ "update_id": 710000001, "message": {"chat":{"id":-5},"text":"مرحبا"} }';
    expect(readUpdate(body)).toEqual({ id: 710_000_001, mark: expect.any(Number), lane: -5, body });
  });

  test('goes into the lane of its chat, or of who it comes from', () => {
    const chat = { id: -1_001_000_000_002 };
    const from = { id: 1001 };
    expect(lane({ message: { from, chat } })).toBe(chat.id);
    expect(lane({ channel_post: { chat } })).toBe(chat.id);
    expect(lane({ callback_query: { from, message: { chat } } })).toBe(chat.id);
    expect(lane({ callback_query: { from, inline_message_id: 'x' } })).toBe(from.id);
    expect(lane({ my_chat_member: { chat, from } })).toBe(chat.id);
    expect(lane({ inline_query: { from, query: '' } })).toBe(from.id);
    expect(lane({})).toBe(0);
  });

  test('bears one mark each time it comes, and another where only the number is the same', () => {
    const chat = { id: 5, first_name: 'ليلى' };
    const mark = (update: object) => readUpdate(JSON.stringify({ update_id: 7, ...update }))?.mark;
    const message = { message_id: 3, date: 1_790_000_000, chat, text: 'مرحبا' };
    const marks = [
      { message },
      { message: { ...message, chat: { id: 6 } } },
      { message: { ...message, message_id: 4 } },
      { message: { ...message, date: message.date + 1 } },
      { channel_post: message },
      { callback_query: { id: '8', from: chat, message } },
      { callback_query: { id: '9', from: chat, message } },
      { inline_query: { id: '8', from: chat, query: '' } },
      {},
    ].map(mark);
    expect(new Set(marks).size).toBe(marks.length);
    expect(mark({ message: { ...message, text: 'أهلا', chat: { id: 5, first_name: 'Layla' } } })).toBe(
      marks[0],
    );
  });

  test('is none where Telegram would not have written it', () => {
    const junk = [
      '',
      '{',
      'null',
      '[]',
      '7',
      '{}',
      '{"update_id":"7"}',
      '{"update_id":1.5}',
      '{"update_id":-1}',
    ];
    for (const body of [...junk, '{"update_id":9007199254740993}']) expect(readUpdate(body)).toBeUndefined();
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((o) => JSON.stringify({ ...o, update_id: 1 })),
        ),
        (body) => {
          const read = readUpdate(body);
          if (read)
            expect([Number.isSafeInteger(read.id), Number.isSafeInteger(read.lane)]).toEqual([true, true]);
        },
      ),
    );
  });
});
