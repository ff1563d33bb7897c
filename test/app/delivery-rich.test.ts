/** Rich messages on servers that know them, and on those that do not. */
import { expect, test } from 'vitest';
import type { RichContent } from '../../src/domain/message.ts';
import { CHANNEL_ID, READER_ID } from '../../src/playground/start-state.ts';
import { openPostOffice, say } from '../support/post-office.ts';
import { violations } from '../support/specification.ts';

const rich: RichContent = {
  language: 'ar',
  text: 'موجز الصباح',
  blocks: [
    { heading: 'موجز الصباح', size: 2 },
    { paragraph: [{ bold: { link: 'خبر أول', url: 'https://harbour.example/1' } }] },
    { details: 'المرفأ', blocks: [{ paragraph: 'سطران عن الخبر.' }], open: true },
    { footer: { italic: 'بلا تغيير' } },
  ],
  plainer: [say('الجزء الأول'), say('الجزء الثاني')],
};

test('a rich message goes out in blocks and from right to left', async () => {
  const office = await openPostOffice();
  await office.post(rich, [READER_ID]);
  await office.work();
  const [call, ...more] = office.world.journal;
  expect(more).toEqual([]);
  expect(call?.method).toBe('sendRichMessage');
  expect(call?.parameters.rich_message).toMatchObject({ is_rtl: true });
  expect(violations('sendRichMessage', call?.parameters ?? {})).toEqual([]);
});

test.each([
  [404, 'Not Found: method not found'],
  [400, 'Bad Request: RICH_MESSAGE_INVALID'],
  [400, 'Bad Request: message is too long'],
])('%i %s: the plain messages are sent instead, in order and once', async (status, description) => {
  const office = await openPostOffice();
  office.world.faults.next({ method: 'sendRichMessage' }, { status, description }, 1);
  await office.post(rich, [READER_ID]);
  await office.work();
  expect(office.texts(READER_ID)).toEqual(['الجزء الأول', 'الجزء الثاني']);
  expect((await office.store.ledger(office.clock.now)).states).toMatchObject({ sent: 1, failed: 0 });
  expect(office.fatal).toEqual([]);
});

test('a server without rich messages is asked once, not for every chat', async () => {
  const office = await openPostOffice();
  office.world.faults.next({ method: 'sendRichMessage' }, { status: 404, description: 'Not Found' }, 9);
  await office.post(rich, [READER_ID]);
  await office.work();
  await office.post(rich, [CHANNEL_ID]);
  await office.work();
  expect(office.world.journal.filter(({ method }) => method === 'sendRichMessage')).toHaveLength(1);
  expect(office.texts(CHANNEL_ID)).toEqual(['الجزء الأول', 'الجزء الثاني']);
});
