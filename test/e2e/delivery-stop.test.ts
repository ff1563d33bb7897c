/** The program told to stop in the middle of a fan-out: it ends in time, and nothing is lost or comes twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/open.ts';
import { HOUR } from '../support/articles.ts';
import { startDouble } from '../support/bot-api-double.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import { say } from '../support/post-office.ts';
import { startProgram } from '../support/program.ts';
import { commandsOf, NO_SOURCES, READER } from '../support/talk.ts';

const folder = mkdtempSync(join(tmpdir(), 'mujaz-stop-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CHATS = 500;

async function filled(name: string): Promise<string> {
  const file = join(folder, name);
  const { store } = await openStorage(`sqlite:${file}`, Date.now);
  const deliveries = Array.from({ length: CHATS }, (_, at) => ({
    key: `${at}`,
    kind: 'broadcast' as const,
    chatId: 1000 + at,
    silent: false,
    expiresAt: Date.now() + HOUR,
  }));
  await store.enqueue([{ content: say('خبر'), deliveries }], Date.now());
  await store.close();
  return file;
}

const program = (file: string, apiRoot: string, settings: Record<string, string> = {}) =>
  startProgram('src/main.ts', {
    PORT: '0',
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    DATABASE_URL: `sqlite:${file}`,
    SOURCES_FILE: NO_SOURCES,
    ...settings,
  });

test.concurrent('SIGTERM with 500 messages queued: exit 0 within ten seconds, nothing under way, none twice', async () => {
  const api = await startDouble({ latency: () => 100 });
  const file = await filled('stop.db');
  for (const reached of [10, 25]) {
    const running = program(file, api.apiRoot);
    while (api.accepted.length < reached) await turn();
    const told = performance.now();
    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    expect(performance.now() - told).toBeLessThan(10_000);
    using database = new DatabaseSync(file);
    const rows = database.prepare('select state, count(*) as n from deliveries group by state').all();
    expect(Object.fromEntries(rows.map(({ state, n }) => [state, n]))).toEqual({
      pending: CHATS - api.accepted.length,
      sent: api.accepted.length,
    });
  }
  expect(new Set(api.accepted.map(({ chatId }) => chatId)).size).toBe(api.accepted.length);
  await api.close();
}, 60_000);

test.concurrent('two processes on one store: one works, the other says so, and takes over when the first is gone', async () => {
  const api = await startDouble();
  const file = await filled('two.db');
  const first = program(file, api.apiRoot);
  while (api.accepted.length < 3) await turn();
  const second = program(file, api.apiRoot);
  const said = await second.prints(/stands by[\s\S]*stands by/);
  expect(said).toContain('"work":"sender"');
  expect(said).toContain('"work":"poller"');
  first.child.kill('SIGKILL');
  await first.ended;
  const before = api.accepted.length;
  // The lease of the one that was killed runs out.
  while (api.accepted.length < before + 3) await turn();
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  const chats = api.accepted.map(({ chatId }) => chatId);
  expect(chats.length - new Set(chats).size).toBeLessThanOrEqual(3);
  await api.close();
}, 60_000);

test('a broadcast killed half-way goes on with the next start: each chat gets it once, and its message says so', async () => {
  await using playground = await runPlayground({ now: Date.now });
  const { world } = playground;
  const groups = Array.from({ length: 8 }, (_, at) => -1001000000200 + at);
  for (const id of groups) world.addChat({ id, type: 'supergroup', title: 'ساحة' });
  const file = join(folder, 'broadcast.db');
  const { store } = await openStorage(`sqlite:${file}`, Date.now);
  for (const id of groups) await store.saveChat({ id, kind: 'group', preferences: {} });
  await store.close();
  // From the fourth chat on Telegram asks for a second of patience: that is when the program ends.
  const patience = { status: 429, description: 'Too Many Requests', retryAfter: 1 };
  for (const chatId of groups.slice(3)) world.faults.next({ method: 'sendMessage', chatId }, patience);
  const settings = { ADMIN_IDS: String(READER) };
  const shown = (text: RegExp) =>
    world.messages.of(READER).find(({ message, byBot }) => byBot && text.test(message.text ?? ''))?.message;

  const first = program(file, playground.apiRoot, settings);
  world.say({ chatId: READER, fromId: READER, text: '/broadcast نستريح غدًا.' });
  while (!shown(/معاينة/)) await turn();
  const preview = shown(/معاينة/);
  const data = (preview ? commandsOf(preview) : []).find((each) => /^broadcast send/.test(each)) ?? '';
  world.press({ chatId: READER, messageId: preview?.message_id ?? 0, fromId: READER, data });
  const refused = () =>
    world.journal.filter(
      ({ answer }) => typeof answer === 'object' && !answer.ok && answer.error_code === 429,
    ).length;
  while (refused() < 3) await turn();
  first.child.kill('SIGKILL');
  await first.ended;

  const second = program(file, playground.apiRoot, settings);
  // The eight groups and the chat it was written in.
  while (!shown(/انتهى الإرسال: وصلت إلى \D*9\D* من \D*9/)) await turn();
  for (const id of groups)
    expect(world.messages.of(id).map(({ message }) => message.text)).toEqual(['نستريح غدًا.']);
  expect(shown(/انتهى/)?.message_id).toBe(preview?.message_id);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
}, 60_000);

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
