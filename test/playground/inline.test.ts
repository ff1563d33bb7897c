import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import type { RunningPlayground } from '../support/playground.ts';
import { jsonOf, runPlayground } from '../support/playground.ts';

const card = (fields: object = {}, content: object = {}) => ({
  type: 'article',
  id: 'a1',
  title: 'سدّ الوادي',
  input_message_content: { message_text: 'امتلأ السدّ', ...content },
  ...fields,
});
const keyboard = (...row: object[]) => ({ reply_markup: { inline_keyboard: [row] } });

describe('inline queries', () => {
  let playground: RunningPlayground & AsyncDisposable;
  beforeEach(async () => {
    playground = await runPlayground();
  });
  afterEach(() => playground[Symbol.asyncDispose]());

  const answer = (results: object[], more: object = {}) =>
    playground.call('answerInlineQuery', {
      inline_query_id: playground.world.inlineQuery({ fromId: READER_ID, query: 'سد' }),
      results,
      ...more,
    });

  test.each([
    ['RESULT_ID_INVALID', [card({ id: '' })], {}],
    ['RESULT_ID_INVALID', [card({ id: 'ض'.repeat(33) })], {}],
    ['RESULT_ID_DUPLICATE', [card(), card()], {}],
    ['RESULTS_TOO_MUCH', Array.from({ length: 51 }, (_, at) => card({ id: String(at) })), {}],
    ['ARTICLE_TITLE_EMPTY', [card({ title: '' })], {}],
    ['MESSAGE_EMPTY', [card({}, { message_text: ' ' })], {}],
    ['MESSAGE_TOO_LONG', [card({}, { message_text: 'ض'.repeat(4097) })], {}],
    ['BUTTON_DATA_INVALID', [card(keyboard({ text: 'x', callback_data: 'ض'.repeat(33) }))], {}],
    ['inline keyboard expected', [card({ reply_markup: { force_reply: true } })], {}],
    ['NEXT_OFFSET_INVALID', [], { next_offset: 'x'.repeat(65) }],
    ['SWITCH_PM_TEXT_EMPTY', [], { button: { text: '', start_parameter: 'a' } }],
    ['START_PARAM_EMPTY', [], { button: { text: 'x' } }],
    ['START_PARAM_INVALID', [], { button: { text: 'x', start_parameter: 'ض' } }],
  ])('refuse with %s', async (reason, results, more) => {
    expect(await answer(results, more)).toMatchObject({
      ok: false,
      description: `Bad Request: ${reason}`,
    });
  });

  test('take a card whose button asks the bot in another chat', async () => {
    const sharing = keyboard({ text: 'شارك', switch_inline_query: 'سد' });
    expect(await answer([card(sharing)])).toMatchObject({ ok: true });
  });

  test('refuse entities that lie outside the text', async () => {
    const entities = [{ type: 'bold', offset: 90, length: 2 }];
    expect(await answer([card({}, { entities })])).toMatchObject({ ok: false, error_code: 400 });
  });

  test('are asked from the page, and what was never offered cannot be sent', async () => {
    const { world, call, url } = playground;
    const post = (path: string, body: object) =>
      fetch(new URL(`/playground/${path}`, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const asking = post('inline', { query: 'سد' });
    const { result } = await call('getUpdates', { timeout: 5 });
    const queryId = result[0].inline_query.id;
    await call('answerInlineQuery', { inline_query_id: queryId, results: [card({ description: 'أطلس' })] });
    expect(await jsonOf(asking)).toEqual({
      query_id: queryId,
      results: [{ id: 'a1', title: 'سدّ الوادي', description: 'أطلس' }],
    });
    const choice = { chat_id: READER_ID, query_id: queryId };
    expect((await post('choose', { ...choice, result_id: 'b' })).status).toBe(400);
    expect((await post('inline', { query: 'x'.repeat(257) })).status).toBe(400);
    expect(await jsonOf(post('choose', { ...choice, result_id: 'a1' }))).toMatchObject({
      message: { text: 'امتلأ السدّ', via_bot: { username: world.bot.username } },
    });
  });

  test('are not asked again as long as the bot lets its answer be kept', async () => {
    let now = Date.UTC(2026, 2, 1, 9);
    await using clocked = await runPlayground({ now: () => now });
    const ask = (language = 'ar') => {
      clocked.world.setLanguage(language);
      return fetch(new URL('/playground/inline', clocked.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'سد' }),
      });
    };
    const answered = async (results: object[], language?: string, is_personal = false) => {
      const asking = ask(language);
      const { result } = await clocked.call('getUpdates', { timeout: 5, offset: -1 });
      const id = result[0].inline_query.id;
      const keeping = { cache_time: 30, is_personal };
      await clocked.call('answerInlineQuery', { inline_query_id: id, results, ...keeping });
      return jsonOf(asking);
    };
    const first = await answered([card()]);
    now += 29_000;
    expect(await jsonOf(ask())).toEqual(first);
    now += 1000;
    expect(await answered([card({ id: 'a2' })])).toMatchObject({ results: [{ id: 'a2' }] });
    // What is not for one person alone is everybody's.
    expect(await jsonOf(ask('en'))).toMatchObject({ results: [{ id: 'a2' }] });
    now += 30_000;
    expect(await answered([card({ id: 'a3' })], 'ar', true)).toMatchObject({ results: [{ id: 'a3' }] });
    expect(await answered([card({ id: 'a4' })], 'en', true)).toMatchObject({ results: [{ id: 'a4' }] });
    expect(await jsonOf(ask('ar'))).toMatchObject({ results: [{ id: 'a3' }] });
  });

  test('are answered once for whoever waits, and the chosen card is sent via the bot', async () => {
    const { world, call } = playground;
    const queryId = world.inlineQuery({ fromId: READER_ID, query: 'سد' });
    const waiting = world.inlineQueries.answered(queryId);
    const more = keyboard({ text: 'اقرأ', url: 'https://atlas.example/dam' });
    await call('answerInlineQuery', { inline_query_id: queryId, results: [card(more)] });
    expect(await waiting).toMatchObject({ results: [{ id: 'a1' }] });
    const seenBy = (chatId: number) => {
      world.updates.drop();
      const sent = world.chooseInline({ chatId, fromId: READER_ID, queryId, resultId: 'a1' });
      expect(sent).toMatchObject({ text: 'امتلأ السدّ', via_bot: { id: world.bot.id }, ...more });
      return world.updates.pending.map((update) => Object.keys(update)[1]);
    };
    expect(seenBy(READER_ID)).toEqual(['message']);
    expect(seenBy(CHANNEL_ID)).toEqual(['channel_post']);
    world.setMember({ chatId: FORUM_ID, userId: world.bot.id, status: 'member', byId: READER_ID });
    expect(seenBy(FORUM_ID)).toEqual(['message']);
    expect(() =>
      world.chooseInline({ chatId: READER_ID, fromId: READER_ID, queryId, resultId: 'b' }),
    ).toThrow(/no card b/);
  });
});
