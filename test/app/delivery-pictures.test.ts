/** The card before a digest on its way through the outbox: a text never waits for it long, and is never lost over it. */
import { expect, test } from 'vitest';
import type { Drawer } from '../../src/domain/drawing.ts';
import { Undrawable } from '../../src/domain/drawing.ts';
import type { Content } from '../../src/domain/message.ts';
import type { Fault } from '../../src/playground/faults.ts';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import { emptyPng } from '../support/png.ts';
import type { OfficeOptions } from '../support/post-office.ts';
import { openPostOffice, say } from '../support/post-office.ts';
import { violations } from '../support/specification.ts';

const CARD: Content = {
  language: 'ar',
  text: [{ bold: 'موجز الصباح' }, '\n', 'المطر يملأ السدود'],
  drawing: {
    kind: 'cover',
    language: 'ar',
    masthead: 'موجز',
    edition: 'موجز الصباح',
    date: 'الخميس 26 نوفمبر 2026',
    headline: 'المطر يملأ السدود',
    counts: 'خبر واحد من مصدر واحد',
  },
};
const PNG = emptyPng(1080, 720);
const refusal = (status: number, description: string, more: object = {}): Fault => ({
  status,
  description,
  ...more,
});

/** An office whose pictures are bytes at hand; a card and its text wait in it for these chats. */
async function open({ chats = [READER_ID], ...options }: OfficeOptions & { chats?: number[] } = {}) {
  let drawn = 0;
  const drawer: Drawer = {
    async draw() {
      drawn++;
      return PNG;
    },
  };
  const office = await openPostOffice({ drawer, ...options });
  if (!options.store) {
    await office.post(CARD, chats);
    await office.post(say('نصّ الموجز'), chats);
  }
  return Object.assign(office, {
    drawn: () => drawn,
    /** What a chat has got, in order. */
    got: (chatId = READER_ID) =>
      office.world.messages
        .of(chatId)
        .map(({ message }) => (message.photo ? 'card' : message.text))
        .filter(Boolean),
    photos: () => office.world.journal.filter(({ method }) => method === 'sendPhoto'),
    states: async () => (await office.store.ledger(office.clock.now)).states,
  });
}

test('the card comes first, with its caption and its size, then the text', async () => {
  const office = await open();
  await office.work();
  expect(office.got()).toEqual(['card', 'نصّ الموجز']);
  const [card] = office.world.messages.of(READER_ID);
  expect(card?.message).toMatchObject({
    caption: 'موجز الصباح\nالمطر يملأ السدود',
    caption_entities: [{ type: 'bold', offset: 0, length: 11 }],
    photo: [{ width: 1080, height: 720, file_size: PNG.length }],
  });
  for (const { method, parameters } of office.world.journal)
    expect(violations(method, parameters)).toEqual([]);
});

test('many chats: drawn once, uploaded once, sent by its id from then on', async () => {
  const chats = [READER_ID, CHANNEL_ID, FORUM_ID];
  const office = await open({ chats, rate: 1000 });
  await office.work();
  for (const chatId of chats) expect(office.got(chatId)).toEqual(['card', 'نصّ الموجز']);
  expect(office.drawn()).toBe(1);
  const photos = office.photos().map(({ parameters }) => parameters.photo);
  expect(photos.filter((photo) => typeof photo === 'object')).toHaveLength(1);
  expect(new Set(photos.filter((photo) => typeof photo === 'string'))).toEqual(new Set(['file-photo-1']));
});

test('an id that Telegram knows no longer: uploaded anew, and nobody goes without', async () => {
  const office = await open();
  await office.work();
  await office.post(CARD, [CHANNEL_ID]);
  const gone = refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified');
  office.world.faults.next({ chatId: CHANNEL_ID }, gone);
  await office.work();
  expect(office.got(CHANNEL_ID)).toEqual(['card']);
  expect(office.drawn()).toBe(2);
});

test('429 for the card: both wait as asked, then come in order', async () => {
  const office = await open();
  office.world.faults.next(
    { method: 'sendPhoto' },
    refusal(429, 'Too Many Requests: retry after 9', { retryAfter: 9 }),
  );
  await office.work();
  expect(office.got()).toEqual(['card', 'نصّ الموجز']);
  const [first, second] = office.photos();
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(9000);
});

test.each([
  [400, 'Bad Request: not enough rights to send photos to the chat'],
  [400, 'Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN'],
  [400, 'Bad Request: IMAGE_PROCESS_FAILED'],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'],
  [404, 'Not Found: method not found'],
  [413, 'Request Entity Too Large'],
])('%i %s: the text goes without the card, at once, and the chat stays open', async (status, description) => {
  const office = await open();
  const begun = office.clock.now;
  office.world.faults.next({ method: 'sendPhoto' }, refusal(status, description), 9);
  await office.work();
  expect(office.got()).toEqual(['نصّ الموجز']);
  expect(office.photos()).toHaveLength(1);
  expect((office.world.journal.at(-1)?.at ?? Infinity) - begun).toBeLessThan(5000);
  expect(await office.states()).toMatchObject({ sent: 1, cancelled: 1, failed: 0 });
  expect(await office.store.standing(READER_ID)).toMatchObject({ status: 'active' });
  expect(office.fatal).toEqual([]);
  const told = office.log.filter(({ event }) => event === 'digest goes without its picture');
  expect(told.map(({ fields }) => fields.reason)).toEqual([`${status} ${description}`]);
});

test('a server that fails over the card alone delays the text by seconds', async () => {
  const office = await open();
  const begun = office.clock.now;
  office.world.faults.next({ method: 'sendPhoto' }, refusal(500, 'Internal Server Error'), 99);
  await office.work();
  expect(office.got()).toEqual(['نصّ الموجز']);
  expect((office.world.journal.at(-1)?.at ?? Infinity) - begun).toBeLessThan(20_000);
});

test('a chat that has blocked the bot is gone by the card already', async () => {
  const office = await open();
  office.world.faults.next({ chatId: READER_ID }, refusal(403, 'Forbidden: bot was blocked by the user'), 9);
  await office.work();
  expect(office.world.journal).toHaveLength(1);
  expect(await office.states()).toMatchObject({ failed: 1, cancelled: 1 });
});

test('what cannot be drawn is not sent: the text goes, and the drawing is not tried for every chat', async () => {
  let tried = 0;
  const chats = [READER_ID, CHANNEL_ID];
  const drawer: Drawer = {
    draw() {
      tried++;
      return Promise.reject(new Undrawable('no picture'));
    },
  };
  const office = await open({ chats, drawer });
  await office.work();
  for (const chatId of chats) expect(office.got(chatId)).toEqual(['نصّ الموجز']);
  expect(tried).toBe(1);
  expect(await office.states()).toMatchObject({ sent: 2, cancelled: 2 });
  expect(office.log.filter(({ event }) => event === 'digest goes without its picture')).toHaveLength(2);
});

test('what only takes too long once is drawn for those who come later', async () => {
  let slow = true;
  const drawer: Drawer = {
    async draw() {
      if (slow) throw new Error('not drawn within 20 s');
      return PNG;
    },
  };
  const office = await open({ drawer });
  await office.work();
  expect(office.got()).toEqual(['نصّ الموجز']);
  slow = false;
  await office.post(CARD, [CHANNEL_ID]);
  await office.work();
  expect(office.got(CHANNEL_ID)).toEqual(['card']);
});

test('stopped between card and text: the next process sends the text alone', async () => {
  const office = await open();
  await office.work(900);
  expect(office.got()).toEqual(['card']);
  const next = await open({ store: office.store, clock: office.clock, holder: 'here/2' });
  await next.work();
  expect(next.got()).toEqual(['نصّ الموجز']);
});

test('stopped while the card was under way: drawn again from what is stored, and sent once more', async () => {
  const office = await open();
  const [card] = await office.store.dueDeliveries({ now: office.clock.now, limit: 9, except: [] });
  const lease = { name: 'sender', holder: 'gone/1', now: office.clock.now, until: office.clock.now + 1000 };
  await office.store.takeLease(lease);
  await office.store.recordSends({
    holder: 'gone/1',
    now: office.clock.now,
    starts: [card?.id ?? 0],
    ends: [],
  });
  await office.store.releaseLeases(() => true);
  await office.work();
  expect(office.got()).toEqual(['card', 'نصّ الموجز']);
  expect(office.drawn()).toBe(1);
});
