/** Pictures as their readers get them: drawn by the real house, sent over HTTP, seen as PNG. */
import { expect, test } from 'vitest';
import type { Playground } from '../../src/playground/server.ts';
import type { Message } from '../../src/playground/shapes.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { inkRuns, readPng } from '../support/png.ts';
import { commandsOf, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const ARTICLES = [
  draft({ title: 'المطر يملأ السدود في الشمال', topics: ['environment'], publishedAt: at(-2) }),
  draft({ title: 'نهائي الكأس يُلعب الليلة', topics: ['sports'], publishedAt: at(-3) }),
];
function at(hours: number): string {
  return new Date(MORNING + hours * HOUR).toISOString();
}
/** The picture of a message, as the page shows it. */
async function pngOf({ playground }: { playground: Playground }, { photo }: Message) {
  const { url } = photo as unknown as { url: string };
  const response = await fetch(new URL(url, playground.url));
  expect(response.headers.get('content-type')).toBe('image/png');
  return readPng(Buffer.from(await response.arrayBuffer()));
}

test('a chat that asks for cards gets one before its digest, and before the one it looks at now', async () => {
  await using talk = await openTalk({ articles: ARTICLES });
  const board = messageOf(await talk.ask('/settings show'));
  expect(commandsOf(board)).toContain('settings show cover on');
  await talk.press(board, 'settings show cover on');
  const looked = messageOf(await talk.ask('/digest'));
  const page = talk.next(READER);
  expect(looked.caption).toMatch(/^موجز/);
  expect(seen(await page)).toMatch(/1\. المطر/);

  await talk.ask('/subscribe 13:00 Asia/Riyadh');
  const coming = talk.next(READER);
  talk.minute(HOUR);
  const card = messageOf(await coming);
  const text = talk.next(READER);
  expect(card.caption).toMatch(/^موجز الظهيرة: المطر يملأ السدود/);
  const drawn = await pngOf(talk, card);
  expect([drawn.width, drawn.height]).toEqual([1080, 720]);
  expect(inkRuns(drawn, 190, 590).length).toBeGreaterThan(3);
  expect(seen(await text)).toMatch(/موجز الظهيرة[\s\S]*1\. المطر/);
  expect(talk.offences()).toEqual([]);
});

test('/stats comes as text, and as a chart with the same figures under it', async () => {
  await using talk = await openTalk({ articles: ARTICLES, settings: { ADMIN_IDS: String(READER) } });
  const stats = await talk.ask('/stats');
  const coming = talk.next(READER);
  expect(seen(stats)).toContain('حال موجز');
  expect(seen(stats)).not.toContain('لا مصادر');
  const chart = messageOf(await coming);
  expect(chart.caption?.replace(/[\u2066-\u2069]/g, '')).toContain('المقالات: 2\nالأخبار: 2\n');
  const { width, height, at } = await pngOf(talk, chart);
  expect([width, height]).toEqual([1080, 1080]);
  // Today's column stands at the left end of the first panel, on the right of an Arabic chart; the days before are unknown.
  expect(at(572, 480)).toEqual([11, 103, 120]);
  expect(at(700, 400)).toEqual([233, 228, 214]);
  // The same figures once more are the same picture: Telegram has it.
  await talk.ask('/stats');
  expect(messageOf(await talk.next(READER)).caption).toBe(chart.caption);
  expect(seen(await talk.ask('/removesource'))).toContain('من ملفّات');
  const sent = talk.world.journal.filter(({ method }) => method === 'sendPhoto');
  expect(sent.map(({ parameters }) => typeof parameters.photo)).toEqual([expect.anything(), 'string']);
  expect(sent[1]?.parameters.photo).not.toMatch(/^attach:/);
  expect(talk.offences()).toEqual([]);
});

test('where no picture can be sent, /stats is its text alone', async () => {
  await using talk = await openTalk({ articles: ARTICLES, settings: { ADMIN_IDS: String(READER) } });
  const description = 'Bad Request: not enough rights to send photos to the chat';
  talk.world.faults.next({ method: 'sendPhoto' }, { status: 400, description });
  expect(seen(await talk.ask('/stats'))).toContain('حال موجز');
  expect((await talk.logged('picture not sent')).fields).toEqual({ kind: 'chart', reason: description });
  expect(seen(await talk.ask('/stats'))).toContain('حال موجز');
});
