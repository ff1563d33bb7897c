/** Each fault of Telegram with its reaction, over real HTTP; the other chat is never affected. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/playground/faults.ts';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import { TOKEN } from '../support/playground.ts';
import type { OfficeOptions } from '../support/post-office.ts';
import { OPERATOR, openPostOffice, say } from '../support/post-office.ts';

const HOUR = 3_600_000;
const refusal = (status: number, description: string, more: object = {}): Fault => ({
  status,
  description,
  ...more,
});
type Office = Awaited<ReturnType<typeof openPostOffice>>;

/** An office in which the reader's next message meets this, `times` times; a channel gets one as well. */
async function meets(
  fault: Fault,
  { times = 1, chatId = READER_ID, ...options }: OfficeOptions & { times?: number; chatId?: number } = {},
) {
  const office = await openPostOffice(options);
  office.world.faults.next({ chatId }, fault, times);
  await office.post('خبر', [chatId]);
  await office.post('للآخر', [chatId === CHANNEL_ID ? READER_ID : CHANNEL_ID]);
  return office;
}
const calls = ({ world }: Office, chatId = READER_ID) =>
  world.journal.filter(({ parameters }) => parameters.chat_id === chatId);
const states = async ({ store, clock }: Office) => (await store.ledger(clock.now)).states;
const others = (office: Office) => office.texts(CHANNEL_ID);

test('429: no request to that chat inside its wait, then it arrives', async () => {
  const office = await meets(refusal(429, 'Too Many Requests: retry after 7', { retryAfter: 7 }));
  await office.work();
  const [first, second, ...more] = calls(office);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(7100);
  expect(more).toEqual([]);
  expect(office.texts(READER_ID)).toEqual(['خبر']);
  const [other] = calls(office, CHANNEL_ID);
  expect((other?.at ?? Infinity) - (first?.at ?? 0)).toBeLessThan(1000);
});

test('429 that three chats meet while nobody is served: everybody waits for the longest, also after a restart', async () => {
  const office = await openPostOffice();
  for (const [chatId, seconds] of [
    [READER_ID, 5],
    [CHANNEL_ID, 20],
    [FORUM_ID, 10],
  ] as const)
    office.world.faults.next({ chatId }, refusal(429, 'Too Many Requests', { retryAfter: seconds }));
  await office.post('خبر', [READER_ID, CHANNEL_ID, FORUM_ID]);
  await office.work(2000);
  expect(office.world.journal).toHaveLength(3);
  const asked = office.world.journal[0]?.at ?? 0;
  const next = await openPostOffice({ store: office.store, clock: office.clock, holder: 'here/2' });
  await next.work();
  for (const { at } of next.world.journal) expect(at - asked).toBeGreaterThanOrEqual(20_000);
  expect(next.world.journal).toHaveLength(3);
});

test.each([
  [403, 'Forbidden: bot was blocked by the user', 'blocked'],
  [403, 'Forbidden: user is deactivated', 'deactivated'],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'kicked'],
  [403, 'Forbidden: bot is not a member of the channel chat', 'kicked'],
  [403, 'Forbidden: the group chat was deleted', 'deleted'],
])('%i %s: the chat is gone, what waited for it is cancelled', async (status, description, reason) => {
  const office = await meets(refusal(status, description));
  await office.post('بعده', [READER_ID]);
  await office.work();
  expect(calls(office)).toHaveLength(1);
  expect(await office.store.standing(READER_ID)).toMatchObject({ status: 'gone', reason });
  expect(await states(office)).toMatchObject({ failed: 1, cancelled: 1, sent: 1 });
  expect(others(office)).toEqual(['للآخر']);
  const undelivered = office.log.filter(({ event }) => event === 'message not delivered');
  expect(undelivered.map(({ fields }) => fields.reason)).toEqual([reason]);
});

test('where nobody can be told that a chat is gone, that is logged and the others get theirs', async () => {
  const office = await openPostOffice({ notices: () => Promise.reject(new Error('disk full')) });
  office.world.faults.next({ chatId: READER_ID }, refusal(403, 'Forbidden: bot was blocked by the user'));
  await office.post('خبر', [READER_ID, CHANNEL_ID]);
  await office.work();
  expect(others(office)).toEqual(['خبر']);
  expect(await office.store.standing(READER_ID)).toMatchObject({ status: 'gone' });
  const told = office.log.find(({ event }) => event.startsWith('nobody is told'));
  expect(told?.fields).toEqual({ reason: 'Error: disk full' });
});

test('a group that became a supergroup: its messages go to the new one at once', async () => {
  const office = await openPostOffice();
  const group = -4242;
  await office.know({ id: group, kind: 'group', preferences: { language: 'ar' } });
  office.world.faults.next(
    { chatId: group },
    refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrateToChatId: FORUM_ID }),
  );
  await office.post('أول', [group]);
  await office.post('ثان', [group]);
  await office.work();
  expect(office.texts(FORUM_ID).slice(-2)).toEqual(['أول', 'ثان']);
  expect(calls(office, group)).toHaveLength(1);
  expect(await office.store.chat(FORUM_ID)).toMatchObject({ preferences: { language: 'ar' } });
});

test('400 chat not found: not lost at the first word; gone when it stays so for a day', async () => {
  const office = await meets(refusal(400, 'Bad Request: chat not found'), { times: 9 });
  await office.post('غدًا', [READER_ID], { expiresAt: office.clock.now + 30 * HOUR });
  await office.work(11 * HOUR);
  expect(await office.store.standing(READER_ID)).toMatchObject({ status: 'active' });
  await office.work(30 * HOUR);
  expect(await office.store.standing(READER_ID)).toMatchObject({ status: 'gone', reason: 'not-found' });
  expect(others(office)).toEqual(['للآخر']);
});

test.each([
  ['by whoever set its digest up', { status: 'active' }, READER_ID, 'توقّف موجز القناة'],
  [
    'where they have left by the operators',
    { status: 'gone', reason: 'blocked' },
    OPERATOR,
    String(CHANNEL_ID),
  ],
] as const)('a chat that stays unfound for a day is missed once: %s', async (_, owner, hearer, words) => {
  const office = await openPostOffice();
  office.world.addUser({ id: OPERATOR, first_name: 'مشغّلة' });
  office.world.say({ chatId: OPERATOR, fromId: OPERATOR, text: '/start' });
  office.world.faults.next({ chatId: CHANNEL_ID }, refusal(400, 'Bad Request: chat not found'), 9);
  await office.know({ id: CHANNEL_ID, kind: 'channel' });
  await office.subscribe({ chatId: CHANNEL_ID, ownerId: READER_ID });
  await office.store.setStanding(READER_ID, 'private', owner, office.clock.now);
  await office.post('خبر', [CHANNEL_ID], { expiresAt: office.clock.now + 48 * HOUR });
  await office.work(11 * HOUR);
  const told = () => office.texts(hearer).filter((text) => text !== '/start');
  expect(told()).toEqual([]);
  await office.work(40 * HOUR);
  expect(told()).toEqual([expect.stringContaining(words)]);
  expect((await states(office)).pending).toBe(0);
});

test.each([
  'Bad Request: not enough rights to send text messages to the chat',
  'Bad Request: need administrator rights in the channel chat',
  'Bad Request: CHAT_WRITE_FORBIDDEN',
  'Bad Request: CHAT_RESTRICTED',
])('400 %s: the chat rests, its owner is told once, and it goes on', async (description) => {
  const office = await meets(refusal(400, description), { chatId: CHANNEL_ID });
  await office.know({ id: CHANNEL_ID, kind: 'channel' });
  await office.subscribe({ chatId: CHANNEL_ID, ownerId: READER_ID });
  await office.post('بعده', [CHANNEL_ID]);
  await office.work(HOUR);
  expect(calls(office, CHANNEL_ID)).toHaveLength(1);
  expect(await office.store.standing(CHANNEL_ID)).toMatchObject({ status: 'paused', reason: 'rights' });
  const told = office.texts(READER_ID).filter((text) => text !== 'للآخر');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('القناة');
  await office.store.setStanding(CHANNEL_ID, 'channel', { status: 'active' }, office.clock.now);
  await office.work(HOUR);
  expect(office.texts(CHANNEL_ID)).toEqual(['خبر', 'بعده']);
});

describe('a forum', () => {
  const thread = async (office: Office) => {
    const [topic] = office.world.chat(FORUM_ID).topics;
    if (!topic) throw new Error('the forum has no topic');
    return topic.message_thread_id;
  };

  test('400 TOPIC_CLOSED: that topic alone rests, until it is opened again', async () => {
    const office = await openPostOffice();
    await office.know({ id: FORUM_ID, kind: 'group' });
    const threadId = await thread(office);
    const { id } = await office.subscribe({ chatId: FORUM_ID, threadId, ownerId: READER_ID });
    office.world.faults.next({ chatId: FORUM_ID }, refusal(400, 'Bad Request: TOPIC_CLOSED'));
    await office.post('للموضوع', [FORUM_ID], { threadId });
    await office.post('للعامّ', [FORUM_ID]);
    await office.work();
    expect(office.texts(FORUM_ID)).toContain('للعامّ');
    expect(office.texts(FORUM_ID)).not.toContain('للموضوع');
    expect(await office.store.subscription(id)).toMatchObject({
      status: 'paused',
      pausedFor: 'topic-closed',
    });
    expect(office.texts(READER_ID)).toHaveLength(1);
  });

  test.each(['Bad Request: message thread not found', 'Bad Request: TOPIC_DELETED'])(
    '400 %s: the topic rests, and its owner may send the digest to General',
    async (description) => {
      const office = await openPostOffice();
      await office.know({ id: FORUM_ID, kind: 'group' });
      const { id } = await office.subscribe({ chatId: FORUM_ID, threadId: 77, ownerId: READER_ID });
      office.world.faults.next({ chatId: FORUM_ID }, refusal(400, description));
      await office.post('للموضوع', [FORUM_ID], { threadId: 77 });
      await office.work();
      expect(await office.store.subscription(id)).toMatchObject({
        status: 'paused',
        pausedFor: 'topic-gone',
      });
      const [notice] = office.world.messages.of(READER_ID);
      expect(JSON.stringify(notice?.message.reply_markup)).toContain(`general ${id}`);
    },
  );

  test('a message that strayed out of a topic that is gone: the topic rests', async () => {
    const office = await openPostOffice({
      messenger: { send: async () => ({ kind: 'sent', messageId: 9 }) },
    });
    await office.know({ id: FORUM_ID, kind: 'group' });
    const { id } = await office.subscribe({ chatId: FORUM_ID, threadId: 77, ownerId: READER_ID });
    await office.post('للموضوع', [FORUM_ID], { threadId: 77 });
    await office.work();
    expect(await office.store.subscription(id)).toMatchObject({
      status: 'paused',
      pausedFor: 'topic-gone',
    });
  });
});

test('400 can’t parse entities: once more without formatting', async () => {
  const office = await openPostOffice();
  office.world.faults.next(
    { chatId: READER_ID },
    refusal(400, "Bad Request: can't parse entities: something"),
  );
  await office.post({ ...say(''), text: [{ bold: 'عاجل' }, ' نصّ'] }, [READER_ID]);
  await office.work();
  expect(office.texts(READER_ID)).toEqual(['عاجل نصّ']);
  expect(calls(office)[1]?.parameters).not.toHaveProperty('entities');
});

test('400 message is too long: in shorter messages, cut between paragraphs', async () => {
  const office = await openPostOffice();
  office.world.faults.next({ chatId: READER_ID }, refusal(400, 'Bad Request: message is too long'));
  const paragraphs = Array.from({ length: 5 }, (_, at) => `${at} ${'كلمة '.repeat(150).trim()}`);
  await office.post(paragraphs.join('\n\n'), [READER_ID]);
  await office.work();
  const texts = office.texts(READER_ID);
  expect(texts.join('\n\n')).toBe(paragraphs.join('\n\n'));
  expect(texts.every((text) => text.length <= 2048)).toBe(true);
});

test('400 message is not modified: as good as sent', async () => {
  const office = await meets(refusal(400, 'Bad Request: message is not modified'));
  await office.work();
  expect(await states(office)).toMatchObject({ sent: 2 });
});

test.each([
  [401, 'Unauthorized'],
  [404, 'Not Found'],
])('%i: everything stops with an alarm, and the queue stays', async (status, description) => {
  const office = await meets(refusal(status, description), { atOnce: 1 });
  await office.post('بعده', [READER_ID]);
  await office.work(HOUR);
  expect(office.fatal).toEqual([`Telegram refuses to send (${status} ${description})`]);
  expect(office.world.journal).toHaveLength(1);
  expect(await states(office)).toMatchObject({ pending: 3 });
});

test('500 with an answer: tried again after a while', async () => {
  const office = await meets(refusal(500, 'Internal Server Error'), { times: 2 });
  await office.work();
  expect(office.texts(READER_ID)).toEqual(['خبر']);
  const [first, second, third] = calls(office).map(({ at }) => at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(500);
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(1000);
  expect(others(office)).toEqual(['للآخر']);
});

test('no connection: surely not sent, tried again until there is one', async () => {
  const office = await meets('drop-before', { times: 0 });
  await office.playground.close();
  await office.work(60_000);
  expect(await states(office)).toMatchObject({ pending: 2, uncertain: 0 });
  expect(office.log.some(({ event }) => event === 'Telegram cannot be reached')).toBe(true);
  const { log } = office;
  expect(JSON.stringify(log)).not.toContain(TOKEN);
});

describe('an answer that never came', () => {
  test('may hide a message: it is sent once more after half a minute', async () => {
    const office = await meets('drop-after');
    await office.work();
    expect(office.texts(READER_ID)).toEqual(['خبر', 'خبر']);
    const [first, second] = calls(office).map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(30_000);
    expect(await states(office)).toMatchObject({ sent: 2 });
  });

  test('and never again after that', async () => {
    const office = await meets('drop-after', { times: 3 });
    await office.work();
    expect(calls(office)).toHaveLength(2);
    expect(await states(office)).toMatchObject({ failed: 1, sent: 1 });
  });

  test('a chat that would rather miss one than get it twice gets no second', async () => {
    const office = await meets('drop-after');
    await office.know({ id: READER_ID, preferences: { whenUncertain: 'drop' } });
    await office.post('بعده', [READER_ID]);
    await office.work();
    expect(office.texts(READER_ID)).toEqual(['خبر', 'بعده']);
    expect(await states(office)).toMatchObject({ failed: 1, sent: 2 });
  });

  test('the chat’s later messages wait for that decision', async () => {
    const office = await meets('drop-before');
    await office.post('بعده', [READER_ID]);
    await office.work();
    expect(office.texts(READER_ID)).toEqual(['خبر', 'بعده']);
  });

  test('a server that does not answer at all is given up in time', async () => {
    const office = await meets({ delayMs: 3_600_000 }, { answerWithin: 50 });
    await office.work();
    expect(office.texts(READER_ID)).toEqual(['خبر']);
  });
});

test('400 of an unknown kind: three tries, then it lies in the ledger with the whole answer', async () => {
  const office = await meets(refusal(400, 'Bad Request: something new'), { times: 9 });
  await office.post('بعده', [READER_ID]);
  await office.work(60_000);
  expect(office.log.find(({ event }) => event === 'message not delivered')?.fields.reason).toBe(
    '400 Bad Request: something new',
  );
  expect(calls(office).filter(({ parameters }) => parameters.text === 'خبر')).toHaveLength(3);
  expect(others(office)).toEqual(['للآخر']);
});

test('a text that cannot be put into a request is a dead letter after three tries, and the queue goes on', async () => {
  const office = await openPostOffice();
  await office.post({ ...say('زرّ'), buttons: [[{ label: 'ز', command: 'x'.repeat(65) }]] }, [READER_ID]);
  await office.post('بعده', [READER_ID]);
  await office.work();
  expect(office.texts(READER_ID)).toEqual(['بعده']);
  expect(await states(office)).toMatchObject({ failed: 1, sent: 1 });
});

test('paid sending refused: on at the free rate', async () => {
  const office = await meets(refusal(400, 'Bad Request: PAID_BROADCAST_NOT_ALLOWED'), {
    rate: 500,
    paid: true,
    atOnce: 1,
  });
  await office.work();
  expect(office.texts(READER_ID)).toEqual(['خبر']);
  expect(calls(office).map(({ parameters }) => parameters.allow_paid_broadcast)).toEqual([true, undefined]);
  expect(office.log.some(({ event }) => event.startsWith('paid sending is refused'))).toBe(true);
});
