import { expect, test } from 'vitest';
import type { RichText } from '../../src/domain/rich-text.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import { openPostOffice, say } from '../support/post-office.ts';

test('what is in the outbox arrives, in order, and is on record as sent', async () => {
  const office = await openPostOffice();
  for (const text of ['الأول', 'الثاني', 'الثالث']) await office.post(text, [READER_ID]);
  await office.post('للقناة', [CHANNEL_ID]);
  await office.work();
  expect(office.texts(READER_ID)).toEqual(['الأول', 'الثاني', 'الثالث']);
  expect(office.texts(CHANNEL_ID)).toEqual(['للقناة']);
  expect((await office.store.ledger(office.clock.now)).states).toMatchObject({ sent: 4, pending: 0 });
});

test('a message says all that its text says: formatting, buttons turned round for Arabic, silence', async () => {
  const office = await openPostOffice();
  const content = {
    ...say(''),
    text: [{ bold: 'عاجل' }, ' نصّ'],
    buttons: [
      [
        { label: 'أول', command: 'latest' },
        { label: 'ثان', command: 'help' },
      ],
    ],
  };
  await office.post(content, [READER_ID], { silent: true });
  await office.work();
  expect(office.world.journal[0]?.parameters).toEqual({
    chat_id: READER_ID,
    disable_notification: true,
    text: 'عاجل نصّ',
    entities: [{ type: 'bold', offset: 0, length: 4 }],
    link_preview_options: { is_disabled: true },
    reply_markup: {
      inline_keyboard: [
        [
          { text: 'ثان', callback_data: 'help' },
          { text: 'أول', callback_data: 'latest' },
        ],
      ],
    },
  });
});

test('what comes too late is not sent', async () => {
  const office = await openPostOffice();
  await office.post('قديم', [READER_ID], { expiresAt: office.clock.now - 1 });
  await office.work();
  expect(office.world.journal).toEqual([]);
  expect((await office.store.ledger(office.clock.now)).states).toMatchObject({ expired: 1 });
});

test.each<[string, RichText]>([
  ['an article of 20,000 letters', 'كلمات الخبر الطويل تمضي. '.repeat(800)],
  ['a title of 4,090', { bold: 'ط'.repeat(4090) }],
  [
    'two hundred links',
    Array.from({ length: 200 }, (_, at) => [{ link: `خبر ${at}`, url: `https://x.example/${at}` }, '\n']),
  ],
  ['an emoji at the cut', `${'ا'.repeat(4095)}👩‍👩‍👧‍👦${'ب'.repeat(50)}`],
  ['an entity across the cut', ['ا'.repeat(4000), { bold: 'ب'.repeat(200) }]],
])('%s: everything arrives, in order, without a refusal', async (_, text) => {
  const office = await openPostOffice();
  await office.post({ language: 'ar', text }, [READER_ID]);
  await office.post('بعده', [READER_ID]);
  await office.work();
  const bare = (said: string) => said.replace(/\s+/g, '');
  const texts = office.texts(READER_ID);
  expect(texts.at(-1)).toBe('بعده');
  expect(bare(texts.slice(0, -1).join(''))).toBe(bare(plainText(text)));
  expect(office.world.journal.every(({ answer }) => typeof answer === 'object' && answer.ok)).toBe(true);
  const kept = office.world.messages.of(READER_ID).flatMap(({ message }) => message.entities ?? []);
  if (Array.isArray(text) && text.length === 200) expect(kept).toHaveLength(200);
});

test('a long text that was stopped in the middle goes on where it stopped', async () => {
  const office = await openPostOffice();
  await office.post({ language: 'ar', text: 'كلمات الخبر الطويل تمضي. '.repeat(800) }, [READER_ID]);
  await office.work(1500);
  const before = office.texts(READER_ID).length;
  expect(before).toBeGreaterThan(0);
  await office.work();
  const texts = office.texts(READER_ID);
  expect(texts.length).toBeGreaterThan(before);
  expect(texts.join(' ')).toBe('كلمات الخبر الطويل تمضي. '.repeat(800).trim());
});

test('what went out is told in one line once there is nothing to send for the moment', async () => {
  const office = await openPostOffice();
  office.world.faults.next({ chatId: READER_ID }, { status: 403, description: 'Forbidden: bot was blocked' });
  await office.post('خبر', [READER_ID, CHANNEL_ID, FORUM_ID]);
  const told = () => office.log.filter(({ event }) => event === 'messages sent').map(({ fields }) => fields);
  await office.work();
  expect(told()).toEqual([{ sent: 2, failed: 1 }]);
  await office.post('بعده', [CHANNEL_ID]);
  await office.work();
  expect(told()).toEqual([
    { sent: 2, failed: 1 },
    { sent: 1, failed: 0 },
  ]);
});

test('told to stop while it has nothing to do, it ends at once', async () => {
  const office = await openPostOffice();
  const stop = new AbortController();
  const resting = Promise.withResolvers<void>();
  const running = office.delivery.run(
    (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve());
        resting.resolve();
      }),
    stop.signal,
  );
  await resting.promise;
  stop.abort();
  await running;
  expect(await office.store.takeLease({ name: 'sender', holder: 'there/2', now: 0, until: 1 })).toBe('fresh');
});
