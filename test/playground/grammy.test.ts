import { Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { READER_ID } from '../../src/playground/start-state.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import { emptyPng } from '../support/png.ts';
import { violations } from '../support/specification.ts';

// A real grammY bot over real HTTP: what the product's own bot relies on.

async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error);
}

test('starts, answers a command, takes a press, edits its message', async () => {
  await using playground = await runPlayground();
  const { world } = playground;
  const bot = new Bot(TOKEN, { client: { apiRoot: playground.apiRoot } });
  bot.command('start', (ctx) =>
    ctx.reply(`أهلا ${ctx.from?.first_name}`, {
      reply_markup: new InlineKeyboard().text('التالي', 'next 2'),
    }),
  );
  bot.callbackQuery('next 2', async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'تم' });
    await ctx.editMessageText('الصفحة الثانية');
  });
  const started = Promise.withResolvers<void>();
  const running = bot.start({ onStart: () => started.resolve() });
  await started.promise;

  const { message_id } = world.say({ chatId: READER_ID, fromId: READER_ID, text: '/start' });
  await expect.poll(() => world.messages.get(READER_ID, message_id + 1)?.message.text).toBe('أهلا القارئ');
  const query = world.press({
    chatId: READER_ID,
    messageId: message_id + 1,
    fromId: READER_ID,
    data: 'next 2',
  });
  await expect.poll(() => world.message(READER_ID, message_id + 1).message.text).toBe('الصفحة الثانية');
  expect(world.callbackQueries.answerTo(query)).toEqual({ text: 'تم' });
  expect(world.message(READER_ID, message_id + 1).message.reply_markup).toBeUndefined();

  await bot.stop();
  await running;
  expect(world.updates.pending).toEqual([]);
  expect(world.journal.flatMap(({ method, parameters }) => violations(method, parameters))).toEqual([]);
});

test('an upload arrives as grammY sends it', async () => {
  await using playground = await runPlayground();
  const { api } = new Bot(TOKEN, { client: { apiRoot: playground.apiRoot } });
  const png = emptyPng(40, 30);
  const message = await api.sendPhoto(READER_ID, new InputFile(png, 'a.png'), {
    caption: 'صورة',
    reply_markup: new InlineKeyboard().text('x', 'y'),
  });
  expect(message.caption).toBe('صورة');
  const address = playground.world.files.url(message.photo.at(-1)?.file_id ?? '') ?? '';
  const shown = await fetch(new URL(address, playground.url));
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png);
  const { method, parameters } = playground.world.journal.at(-1) ?? { method: '', parameters: {} };
  expect(parameters).toMatchObject({ chat_id: READER_ID, caption: 'صورة' });
  expect(violations(method, parameters)).toEqual([]);
});

test('faults come as grammY’s errors', async () => {
  await using playground = await runPlayground();
  const client = { apiRoot: playground.apiRoot };
  const bot = new Bot(TOKEN, { client });
  const wrong = new Bot('1:wrong', { client });
  expect(await refusal(wrong.start())).toBe('401 Unauthorized');
  expect(await refusal(bot.api.sendMessage(5, 'x'))).toBe('400 Bad Request: chat not found');
  playground.world.block(READER_ID);
  expect(await refusal(bot.api.sendMessage(READER_ID, 'x'))).toBe(
    '403 Forbidden: bot was blocked by the user',
  );
  await bot.api.setWebhook('https://example.com/hook');
  expect(await refusal(bot.api.getUpdates())).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
});

test('a second bot on the same token ends the first', async () => {
  await using playground = await runPlayground();
  const client = { apiRoot: playground.apiRoot };
  const first = new Bot(TOKEN, { client });
  const ended = refusal(first.start());
  await expect.poll(() => playground.world.updates.polled).toBe(true);
  await new Bot(TOKEN, { client }).api.getUpdates();
  expect(await ended).toBe(
    '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  );
});
