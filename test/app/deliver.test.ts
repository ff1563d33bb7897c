import { expect, test } from 'vitest';
import { CHANNEL_ID, READER_ID } from '../../src/playground/start-state.ts';
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

test('one chat gets a message a second at most', async () => {
  const office = await openPostOffice();
  for (let n = 0; n < 5; n++) await office.post(`${n}`, [READER_ID]);
  await office.work();
  const times = office.world.journal.map(({ at }) => at);
  for (const [index, at] of times.entries())
    expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(1000);
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
