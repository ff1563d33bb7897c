/** What each outcome of a send means for the delivery, its chat and the house, to the millisecond. */
import { describe, expect, test } from 'vitest';
import type { DueDelivery, ReactionContext } from '../../src/domain/delivery.ts';
import { backOff, react } from '../../src/domain/delivery.ts';
import type { SendOutcome } from '../../src/domain/messenger.ts';
import { HOUR, MORNING } from '../support/articles.ts';

const SECOND = 1000;
const FINE = { kind: 'fine' };
const DOWN = { kind: 'down' };

const refused = (code: number, description: string, more: object = {}): SendOutcome => ({
  kind: 'refused',
  code,
  description,
  ...more,
});

function reaction(
  outcome: SendOutcome,
  row: Partial<DueDelivery> = {},
  context: Partial<ReactionContext> = {},
) {
  return react(
    outcome,
    {
      id: 1,
      kind: 'edition',
      messageId: 1,
      chatId: 1001,
      silent: false,
      attempts: 1,
      strikes: 0,
      doubts: 0,
      form: 'full',
      piece: 0,
      expiresAt: MORNING + 48 * HOUR,
      ailing: false,
      ...row,
    },
    { now: MORNING, chance: 0.5, whenUncertain: 'resend', last: true, rich: false, drawn: false, ...context },
  );
}
const pending = (after: number, more: object = {}) => ({
  state: 'pending',
  notBefore: MORNING + after,
  ...more,
});

test.each([
  [0, 500],
  [1, 500],
  [2, 1000],
  [5, 8000],
  [9, 128_000],
  [10, 150_000],
  [60, 150_000],
])('after %i failures the wait is half of what it may be: %i ms', (failures, expected) => {
  expect(backOff(failures, 0.5)).toBe(expected);
  expect(backOff(failures, 0)).toBe(0);
  expect(backOff(failures, 0.5, 60_000)).toBe(Math.min(expected, 30_000));
});

describe('what arrived', () => {
  test('is done, or goes on with its next piece', () => {
    expect(reaction({ kind: 'sent', messageId: 9 })).toEqual({
      row: { state: 'sent', telegramId: 9 },
      house: FINE,
    });
    expect(reaction({ kind: 'sent', messageId: 9 }, { piece: 1 }, { last: false }).row).toEqual(
      pending(0, { piece: 2 }),
    );
  });

  test('shows that an ailing chat is well, and whether it came into its topic', () => {
    expect(reaction({ kind: 'sent', messageId: 9 }, { ailing: true }).chat).toEqual({ kind: 'well' });
    expect(reaction({ kind: 'sent', messageId: 9, threadId: 7 }, { threadId: 7 }).chat).toBeUndefined();
    expect(reaction({ kind: 'sent', messageId: 9, threadId: 1 }, {}).chat).toBeUndefined();
    for (const strayed of [{}, { threadId: 8 }])
      expect(
        reaction({ kind: 'sent', messageId: 9, ...strayed }, { threadId: 7, ailing: true }).chat,
      ).toEqual({
        kind: 'topic-paused',
        reason: 'topic-gone',
      });
  });
});

describe('a fault that passes', () => {
  test('is waited for longer each time', () => {
    expect(reaction({ kind: 'unreached', reason: 'ECONNREFUSED' }, { attempts: 3 })).toEqual({
      row: pending(2000, { reason: 'ECONNREFUSED' }),
      house: DOWN,
    });
    expect(reaction(refused(502, 'Bad Gateway'), { attempts: 4 })).toEqual({
      row: pending(4000, { reason: 'server 502' }),
      house: DOWN,
    });
  });

  test('ends what is of no use any more by then', () => {
    const unreached: SendOutcome = { kind: 'unreached', reason: 'ECONNREFUSED' };
    expect(reaction(unreached, { attempts: 3, expiresAt: MORNING + 2000 }).row).toEqual({
      state: 'expired',
      reason: 'ECONNREFUSED',
    });
    expect(reaction(unreached, { attempts: 3, expiresAt: MORNING + 2001 }).row).toMatchObject(pending(2000));
  });
});

describe('an answer that never came', () => {
  const lost: SendOutcome = { kind: 'lost', reason: 'UND_ERR_SOCKET' };
  const failed = { row: { state: 'failed', reason: 'answer-lost' }, house: DOWN };

  test('leaves a doubt, once', () => {
    expect(reaction(lost)).toEqual({
      row: { state: 'uncertain', notBefore: MORNING + 30 * SECOND, doubts: 1, reason: 'answer-lost' },
      house: DOWN,
    });
    expect(reaction(lost, { doubts: 1 })).toEqual(failed);
    expect(reaction(lost, {}, { whenUncertain: 'drop' })).toEqual(failed);
  });
});

describe('a flood', () => {
  test.each([
    [{ retryAfter: 7 }, 0, 7100],
    [{ retryAfter: 7 }, 0.5, 7550],
    [{ retryAfter: 7 }, 0.9999, 8000],
    [{}, 0, 5100],
  ])('that asks for %o, with the chance %d, is over after %i ms', (asked, chance, wait) => {
    expect(reaction(refused(429, 'Too Many Requests', asked), {}, { chance })).toEqual({
      row: pending(wait, { reason: 'flood' }),
      house: { kind: 'flooded', until: MORNING + wait },
    });
  });
});

describe('a refusal', () => {
  const strike = {
    row: pending(12 * HOUR, { reason: 'moved' }),
    chat: { kind: 'strike' },
    house: FINE,
  };

  test('of a chat that moved: on to its new id, or looked for again where none is named', () => {
    const upgraded = 'Bad Request: group chat was upgraded to a supergroup chat';
    expect(reaction(refused(400, upgraded, { migrateTo: -100 }))).toEqual({
      row: pending(0),
      chat: { kind: 'moved', to: -100 },
      house: FINE,
    });
    expect(reaction(refused(400, upgraded))).toEqual(strike);
    expect(reaction(refused(400, 'Bad Request: chat not found'))).toEqual({
      ...strike,
      row: pending(12 * HOUR, { reason: 'unknown-chat' }),
    });
  });

  test('of the length: shorter, unless a piece has arrived or that was tried', () => {
    const long = refused(400, 'Bad Request: message is too long');
    const struck = pending(1000, { reason: '400 Bad Request: message is too long', strikes: 1 });
    for (const form of ['full', 'plainer'] as const)
      expect(reaction(long, { form }).row).toEqual(pending(0, { form: 'short', reason: 'too-long' }));
    for (const row of [{ form: 'short' }, { form: 'plain' }, { piece: 1 }] as const)
      expect(reaction(long, row).row).toEqual(struck);
  });

  test('of the formatting: without it, then like any other', () => {
    const entities = refused(400, "Bad Request: can't parse entities");
    expect(reaction(entities).row).toEqual(pending(0, { form: 'plain', reason: 'entities' }));
    expect(reaction(entities, { form: 'plain' }).row).toMatchObject({ strikes: 1 });
  });

  test('that nobody knows is tried three times', () => {
    const poison = refused(400, 'Bad Request: something new');
    const reason = '400 Bad Request: something new';
    expect(reaction(poison).row).toEqual(pending(1000, { reason, strikes: 1 }));
    expect(reaction(poison, { strikes: 1 }).row).toEqual(pending(2000, { reason, strikes: 2 }));
    expect(reaction(poison, { strikes: 2 }).row).toEqual({ state: 'failed', reason });
  });

  test.each([
    [400, "Bad Request: can't parse entities"],
    [400, 'Bad Request: message is too long'],
    [400, 'Bad Request: something new'],
    [404, 'Not Found'],
  ])('of a rich message, %i %s: as plain ones', (code, description) => {
    expect(reaction(refused(code, description), {}, { rich: true })).toEqual({
      row: pending(0, { form: 'plainer', reason: 'no-rich' }),
      house: FINE,
    });
  });

  test.each([
    [400, 'Bad Request: not enough rights to send photos', 1],
    [400, 'Bad Request: something new', 1],
    [404, 'Not Found', 1],
    [500, 'Internal Server Error', 3],
  ])('of a picture, %i %s: the text goes without it', (code, description, attempts) => {
    expect(reaction(refused(code, description), { attempts }, { drawn: true })).toEqual({
      row: { state: 'cancelled', reason: 'no-picture' },
      house: FINE,
    });
  });

  test('of the token stops everything, pictures and rich messages included; a server gets two more tries', () => {
    const stop = {
      row: pending(0),
      house: { kind: 'stop', reason: 'Telegram refuses to send (401 Unauthorized)' },
    };
    expect(reaction(refused(401, 'Unauthorized'))).toEqual(stop);
    expect(reaction(refused(401, 'Unauthorized'), {}, { drawn: true })).toEqual(stop);
    expect(reaction(refused(500, 'Internal'), { attempts: 2 }, { drawn: true }).house).toEqual(DOWN);
  });
});
