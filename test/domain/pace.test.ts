import { describe, expect, test } from 'vitest';
import {
  chatFreeAt,
  isDown,
  newPace,
  refused,
  sendingPlan,
  served,
  spent,
  unreached,
  waitOf,
  withSent,
} from '../../src/domain/pace.ts';
import { MORNING } from '../support/articles.ts';

const MINUTE = 60_000;

describe('the house', () => {
  test('sends one message after the other at its rate, and catches up a fifth of a second', () => {
    let pace = newPace(25);
    expect(waitOf(pace, MORNING)).toBe(0);
    // The fifth of a second before, and this moment.
    for (let n = 0; n < 5; n++) pace = spent(pace, MORNING);
    expect(waitOf(pace, MORNING)).toBe(0);
    pace = spent(pace, MORNING);
    expect(waitOf(pace, MORNING)).toBe(40);
    expect(waitOf(pace, MORNING + 40)).toBe(0);
  });

  test('takes three refused chats while nobody is served for everybody, waits for the longest and goes on at half the rate', () => {
    let pace = newPace(30);
    for (const [chatId, seconds] of [
      [1, 5],
      [2, 20],
      [3, 10],
    ] as const)
      pace = refused(pace, MORNING, chatId, MORNING + seconds * 1000);
    expect(waitOf(pace, MORNING)).toBe(20_000);
    const back = MORNING + 20_000;
    const wait = (at: number) => Math.round(spent({ ...pace, nextAt: at }, at).nextAt - at);
    expect([wait(back), wait(back + MINUTE / 2), wait(back + MINUTE), wait(back + 9 * MINUTE)]).toEqual([
      67, 44, 33, 33,
    ]);
  });

  test('takes them for chats while others are served, until it is ten in a row', () => {
    let pace = served(newPace(30), MORNING);
    for (let chatId = 1; chatId <= 9; chatId++) pace = refused(pace, MORNING + 1, chatId, MORNING + 5000);
    pace = refused(pace, MORNING + 1, 9, MORNING + 5000);
    expect(waitOf(pace, MORNING + 1)).toBe(0);
    expect(waitOf(refused(pace, MORNING + 1, 10, MORNING + 5000), MORNING + 1)).toBe(4999);
    expect(waitOf(refused(served(pace, MORNING + 1), MORNING + 1, 10, MORNING + 5000), MORNING + 1)).toBe(0);
    // Those of long ago do not count.
    const late = MORNING + 10_001;
    expect(waitOf(refused(pace, late, 10, late + 5000), late)).toBe(0);
  });

  test('waits at once where no chat is named', () => {
    const pace = refused(newPace(30), MORNING, undefined, MORNING + 5000);
    expect(waitOf(pace, MORNING)).toBe(5000);
    expect(waitOf(refused(pace, MORNING, undefined, MORNING + 1000), MORNING)).toBe(5000);
  });

  test('is down after three failures in a row, tries less and less often, and is up with the first answer', () => {
    const pause = (failures: number) => failures * 1000;
    let pace = unreached(unreached(newPace(30), MORNING, pause), MORNING, pause);
    expect([isDown(pace), waitOf(pace, MORNING)]).toEqual([false, 0]);
    pace = unreached(pace, MORNING, pause);
    expect([isDown(pace), waitOf(pace, MORNING)]).toEqual([true, 1000]);
    pace = unreached(pace, MORNING + 1000, pause);
    expect(waitOf(pace, MORNING + 1000)).toBe(2000);
    expect(isDown(served(pace, MORNING + 3000))).toBe(false);
  });
});

describe('a chat', () => {
  const times = (count: number, every: number) =>
    Array.from({ length: count }, (_, at) => MORNING + at * every).reduce<readonly number[]>(withSent, []);

  test('is free a second after its last message, a group a minute after its twentieth', () => {
    expect(chatFreeAt([], true)).toBe(0);
    expect(chatFreeAt(times(20, 1000), false)).toBe(MORNING + 20_000);
    expect(chatFreeAt(times(19, 1000), true)).toBe(MORNING + 19_000);
    expect(chatFreeAt(times(20, 1000), true)).toBe(MORNING + MINUTE);
    expect(chatFreeAt(times(25, 3000), true)).toBe(MORNING + 15_000 + MINUTE);
  });
});

test.each([
  [
    { perSecond: 25, paid: false },
    { rate: 25, paid: false, atOnce: 3, connections: 3, gather: 0 },
  ],
  [
    { perSecond: 500, paid: false },
    { rate: 30, paid: false, atOnce: 3, connections: 3, gather: 0 },
  ],
  [
    { perSecond: 30, paid: true },
    { rate: 30, paid: false, atOnce: 3, connections: 3, gather: 0 },
  ],
  [
    { perSecond: 31, paid: true },
    { rate: 31, paid: true, atOnce: 10, connections: 4, gather: 8 },
  ],
  [
    { perSecond: 1000, paid: true },
    { rate: 1000, paid: true, atOnce: 300, connections: 100, gather: 8 },
  ],
])('%o a second is sent so: %o', (asked, plan) => {
  expect(sendingPlan(asked)).toEqual(plan);
});
