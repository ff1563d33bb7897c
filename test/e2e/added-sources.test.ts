/** The playground has no sources of its own; those that its reader adds are asked: the real program, real HTTP on all sides. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { READER_ID } from '../../src/playground/start-state.ts';
import { openStorage } from '../../src/storage/open.ts';
import { rss, runSite } from '../support/feed-server.ts';
import { jsonOf } from '../support/playground.ts';
import { startProgram } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mujaz-added-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NEWS = rss([
  {
    title: 'رصيف الزيتون يستقبل أول سفينة مدرسية',
    link: 'https://quay.example/1',
    at: Date.now(),
  },
]);

/** The playground on this store, whose reader is the operator. */
async function openPage(DATABASE_URL: string) {
  const program = startProgram('src/main.ts', {
    PORT: '0',
    ADMIN_IDS: String(READER_ID),
    ALLOW_PRIVATE_NETWORK: 'true',
    DATABASE_URL,
  });
  const page = /http:\/\/127\.0\.0\.1:\d+/.exec(await program.prints(/http:\/\/127\.0\.0\.1:\d+/))?.[0];
  const say = (text: string) =>
    fetch(`${page}/playground/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: READER_ID, text }),
    });
  return {
    say,
    told: async () => JSON.stringify((await jsonOf(fetch(`${page}/playground/state`))).messages[READER_ID]),
    async [Symbol.asyncDispose]() {
      program.child.kill('SIGTERM');
      expect((await program.ended).code).toBe(0);
    },
  };
}

/** Asks for the news of the quay until it is there. */
async function expectNews({ say, told }: Awaited<ReturnType<typeof openPage>>): Promise<void> {
  const answer = async () => {
    await say('/search رصيف الزيتون');
    return told();
  };
  await expect.poll(answer).toContain('سفينة مدرسية');
}

test('news of a source that is added comes by itself', async () => {
  await using site = await runSite();
  site.pages.set('/feed', NEWS);
  await using page = await openPage(`sqlite:${join(folder, 'added.db')}`);
  await page.say(`/addsource ${site.origin}/feed`);
  await expect.poll(page.told).toContain('أضفتُ المصدر');
  await expectNews(page);
});

test('news of a source that was added earlier comes as well', async () => {
  await using site = await runSite();
  site.pages.set('/feed', NEWS);
  const database = `sqlite:${join(folder, 'earlier.db')}`;
  const { store } = await openStorage(database, Date.now);
  await store.addSources([{ url: `${site.origin}/feed`, name: 'الرصيف' }], 'admin', Date.now());
  await store.close();
  await using page = await openPage(database);
  await expectNews(page);
});
