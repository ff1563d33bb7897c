/** What summaries cost, and that it is never more than was allowed. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStorage } from '../../src/storage/open.ts';
import { HOUR, MORNING } from '../support/articles.ts';
import type { ModelCall } from '../support/model-server.ts';
import { runModelServer } from '../support/model-server.ts';
import { FERRY_SUMMARY, ferry, openSummaryDesk } from '../support/summary-desk.ts';

/** Twenty stories that have nothing to do with each other. */
const SUBJECTS =
  'library bridge orchard museum tunnel stadium lighthouse bakery railway reservoir theatre nursery aquarium observatory brewery monastery marina quarry vineyard airfield'.split(
    ' ',
  );
const articles = SUBJECTS.map((subject, at) =>
  ferry({
    title: `The ${subject} of district ${at} opens`,
    body: `The ${subject} opened on Monday in district ${at}. Visitors to the ${subject} came early and stayed until noon.`,
    url: `https://sandpiper.example/${subject}`,
    publishedAt: new Date(MORNING - at * 90 * HOUR).toISOString(),
  }),
);
/** The first sentence of what the model was shown, which passes every gate. */
const echo = ({ user }: ModelCall) => ({ summary: user.split('\n')[2]?.split('. ')[0]?.concat('.') ?? '' });

describe('one summary for all', () => {
  test('ten thousand chats of one profile cost one call per story and language', async () => {
    const { summarizer, stories, server } = await openSummaryDesk(echo, { articles: articles.slice(0, 3) });
    expect(stories).toHaveLength(3);
    await summarizer.prepare(stories, 'en');
    expect(server.calls).toHaveLength(3);
    for (let chat = 0; chat < 10_000; chat++) {
      const story = stories[chat % 3];
      if (story) expect((await summarizer.ready(story, 'en', 300)).kind).toBe('generated');
    }
    expect(server.calls).toHaveLength(3);
    const asked = stories.flatMap((story) =>
      Array.from({ length: 50 }, () => summarizer.summarize(story, 'en', 300)),
    );
    await Promise.all(asked);
    expect(server.calls).toHaveLength(3);
    await summarizer.prepare(stories, 'ar');
    expect(server.calls.length).toBeGreaterThan(3);
    expect(new Set(server.calls.slice(3).map(({ system }) => /\p{Script=Arabic}/u.test(system)))).toEqual(
      new Set([true]),
    );
  });

  test('it is kept over a restart, and made anew when the story gets another text', async () => {
    const { summarizer, another, story, server, store } = await openSummaryDesk(() => ({
      summary: FERRY_SUMMARY,
    }));
    await summarizer.summarize(story, 'en', 700);
    const next = another();
    expect((await next.ready(story, 'en', 700)).kind).toBe('generated');
    await next.close();
    await store.putArticles([ferry({ body: `The ferry sailed on Monday, late. ${FERRY_SUMMARY}` })], MORNING);
    await summarizer.summarize(story, 'en', 700);
    expect(server.calls).toHaveLength(2);
  });
});

describe('the cap', () => {
  test('is never exceeded; at it summaries are extracts, and no call is made', async () => {
    const cap = 4000;
    const { summarizer, stories, server } = await openSummaryDesk(echo, { articles, dailyTokens: cap });
    await summarizer.prepare(stories, 'en');
    const { spent, reserved, capped } = await summarizer.tally();
    expect(server.calls.length).toBeGreaterThan(2);
    expect(spent + reserved).toBeLessThanOrEqual(cap);
    expect(reserved).toBe(0);
    expect(capped).toBeGreaterThan(0);
    const before = server.calls.length;
    const left = await Promise.all(stories.map((story) => summarizer.summarize(story, 'en', 300)));
    expect(left.filter(({ kind, text }) => kind === 'extract' && text !== '').length).toBeGreaterThan(0);
    expect(server.calls.length).toBeLessThanOrEqual(before + 2);
  });

  test('another day has its own', async () => {
    const { summarizer, stories, clock } = await openSummaryDesk(echo, { articles, dailyTokens: 2500 });
    for (const story of stories) await summarizer.summarize(story, 'en', 300);
    const today = await summarizer.tally();
    clock.now += 24 * HOUR;
    await summarizer.prepare(stories, 'en');
    const next = await summarizer.tally();
    expect(next.day > today.day).toBe(true);
    expect(next.generated).toBeGreaterThan(today.generated);
    expect(next.spent).toBeLessThanOrEqual(2500);
  });

  test('of nothing makes no call at all', async () => {
    const { summarizer, story, server } = await openSummaryDesk(echo, { dailyTokens: 0 });
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('extract');
    expect(server.calls).toHaveLength(0);
  });

  test('holds when two processes race at it', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mujaz-spend-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const url = `sqlite:${join(folder, 'mujaz.db')}`;
    const { store } = await openStorage(url, () => MORNING);
    await store.putArticles(articles, MORNING);
    const waiting = await store.unassigned(100);
    await store.assign(waiting.map(({ articleId }, at) => ({ articleId, storyId: -1 - at })));
    await using server = await runModelServer(echo);
    const cap = 12_000;
    const results = await Promise.all([1, 2].map(() => spender([url, server.url, String(cap)])));
    expect(results.every(({ generated }) => generated > 0)).toBe(true);
    expect(results.some(({ capped }) => capped > 0)).toBe(true);
    // Seen after every call of either process, and at the end.
    for (const { highest } of results) expect(highest).toBeLessThanOrEqual(cap);
    const { spent, reserved } = await store.spendOf('2024-01-26');
    expect(spent).toBeLessThanOrEqual(cap);
    expect(reserved).toBe(0);
    await store.close();
  });
});

interface Spent {
  generated: number;
  capped: number;
  highest: number;
}

function spender(args: string[]): Promise<Spent> {
  const { promise, resolve, reject } = Promise.withResolvers<Spent>();
  const child = fork(fileURLToPath(new URL('../support/spender.ts', import.meta.url)), args);
  child.on('message', (message) => resolve(message as Spent));
  child.on('exit', (code) => reject(new Error(`ended with ${code}`)));
  return promise;
}
