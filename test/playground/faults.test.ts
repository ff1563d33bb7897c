import { expect, test } from 'vitest';
import { CHANNEL_ID, READER_ID } from '../../src/playground/start-state.ts';
import { runPlayground, START } from '../support/playground.ts';

const message = { chat_id: READER_ID, text: 'خبر' };
const texts = ({ world }: Awaited<ReturnType<typeof runPlayground>>) =>
  world.messages.of(READER_ID).map((stored) => stored.message.text);

test('a flood answer names the wait, once', async () => {
  await using playground = await runPlayground();
  playground.world.faults.next(
    { method: 'sendMessage' },
    { status: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 },
  );
  expect(await playground.call('getMe')).toMatchObject({ ok: true });
  expect(await playground.call('sendMessage', message)).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  });
  expect(await playground.call('sendMessage', message)).toMatchObject({ ok: true });
  expect(playground.world.journal.map(({ method, answer }) => [method, answer])).toEqual([
    ['getMe', { ok: true }],
    ['sendMessage', { ok: false, error_code: 429, description: 'Too Many Requests: retry after 7' }],
    ['sendMessage', { ok: true }],
  ]);
});

test('a fault may be meant for one chat and for several calls', async () => {
  await using playground = await runPlayground();
  const { faults } = playground.world;
  faults.next(
    { chatId: CHANNEL_ID },
    { status: 403, description: 'Forbidden: bot was kicked from the channel chat' },
    2,
  );
  const channel = { ...message, chat_id: CHANNEL_ID };
  expect(await playground.call('sendMessage', message)).toMatchObject({ ok: true });
  for (const ok of [false, false, true]) {
    expect(await playground.call('sendMessage', channel)).toMatchObject({ ok });
  }
  faults.next({}, { status: 500, description: 'Internal Server Error' });
  faults.clear();
  expect(await playground.call('sendMessage', message)).toMatchObject({ ok: true });
});

test('a connection cut before: nothing was kept', async () => {
  await using playground = await runPlayground();
  playground.world.faults.next({ method: 'sendMessage' }, 'drop-before');
  await expect(playground.call('sendMessage', message)).rejects.toThrow('fetch failed');
  expect(texts(playground)).toEqual([]);
  expect(playground.world.journal).toEqual([
    { method: 'sendMessage', parameters: message, at: START, answer: 'dropped' },
  ]);
  expect(await playground.call('sendMessage', message)).toMatchObject({ ok: true });
});

test('a connection cut after: the message was kept though nobody was told', async () => {
  await using playground = await runPlayground();
  playground.world.faults.next({ method: 'sendMessage' }, 'drop-after');
  await expect(playground.call('sendMessage', message)).rejects.toThrow('fetch failed');
  expect(texts(playground)).toEqual(['خبر']);
  expect(playground.world.journal[0]?.answer).toBe('dropped');
});

test('a delay holds the answer back until it is over or the playground closes', async () => {
  const playground = await runPlayground();
  playground.world.faults.next({ method: 'getMe' }, { delayMs: 1 });
  expect(await playground.call('getMe')).toMatchObject({ ok: true });
  playground.world.faults.next({ method: 'getMe' }, { delayMs: 3_600_000 });
  const held = playground.call('getMe').catch(() => 'cut');
  await expect.poll(() => playground.world.journal.length).toBe(2);
  expect(playground.world.journal[1]?.answer).toBeUndefined();
  await playground.close();
  await held;
  await expect(playground.call('getMe')).rejects.toThrow('fetch failed');
});
