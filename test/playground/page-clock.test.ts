/** The playground's clock: what its page may do with it, at the real server. */
import { describe, expect, test } from 'vitest';
import { createMovableClock } from '../../src/playground/clock.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { jsonOf, TOKEN } from '../support/playground.ts';

const NOW = Date.UTC(2026, 10, 25, 9);
const HOUR = 3_600_000;

async function open(nextDigest?: number) {
  const clock = createMovableClock(() => NOW);
  const moves: number[] = [];
  const playground = await startPlayground({
    host: '127.0.0.1',
    port: 0,
    token: TOKEN,
    now: clock.now,
    clock: {
      offset: () => clock.offset,
      nextDigest: async () => nextDigest,
      async moveTo(at) {
        moves.push(at);
        clock.forwardTo(at);
      },
    },
  });
  return {
    clock,
    moves,
    async post(body: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${playground.url}/playground/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
    },
    state: async () => jsonOf(fetch(`${playground.url}/playground/state`)),
    lastEvent: () => playground.world.events.lastId,
    /** The first event after those that the page has seen. */
    async event(after: number) {
      const headers = { 'last-event-id': String(after) };
      const response = await fetch(`${playground.url}/playground/events`, { headers });
      let text = '';
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk;
        const data = /data: (.*)\n\n/.exec(text)?.[1];
        if (data) return JSON.parse(data);
      }
    },
    [Symbol.asyncDispose]: () => playground.close(),
  };
}

describe('the clock', () => {
  test('is the machine’s own until it is moved, and the state says which', async () => {
    await using page = await open();
    expect((await page.state()).clock).toEqual({ now: NOW, offset: 0 });
    const answer = await page.post({ at: NOW + 23 * HOUR });
    expect(answer).toEqual({
      status: 200,
      body: { moved: true, clock: { now: NOW + 23 * HOUR, offset: 23 * HOUR } },
    });
    expect((await page.state()).clock.offset).toBe(23 * HOUR);
  });

  test('goes to the next digest, and says so when none is asked for', async () => {
    await using page = await open(NOW + 2 * HOUR);
    expect((await page.state()).clock.next).toBe(NOW + 2 * HOUR);
    expect((await page.post({ to: 'next-digest' })).body).toMatchObject({ moved: true });
    expect(page.moves).toEqual([NOW + 2 * HOUR]);
    await using quiet = await open();
    expect((await quiet.post({ to: 'next-digest' })).body).toMatchObject({ moved: false });
    expect(quiet.moves).toEqual([]);
  });

  test('publishes a digest that is overdue at once, and moves nothing', async () => {
    await using page = await open(NOW - HOUR);
    expect((await page.post({ to: 'next-digest' })).body.clock).toMatchObject({ now: NOW, offset: 0 });
    expect(page.moves).toEqual([NOW]);
  });

  test('tells every open page', async () => {
    await using page = await open();
    const seen = page.lastEvent();
    await page.post({ at: NOW + HOUR });
    expect(await page.event(seen)).toEqual({ type: 'clock', clock: { now: NOW + HOUR, offset: HOUR } });
  });

  test.each([
    [{ at: NOW - 1 }, /only moves forward/],
    [{ at: NOW }, /only moves forward/],
    [{ at: NOW + 400 * 24 * HOUR }, /a year at most/],
    [{ at: '2026-11-26' }, /./],
    [{ to: 'yesterday' }, /./],
    [{}, /./],
  ])('refuses %j', async (body, reason) => {
    await using page = await open(NOW + HOUR);
    const answer = await page.post(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(reason);
    expect(page.moves).toEqual([]);
  });

  test('is moved by no other site', async () => {
    await using page = await open(NOW + HOUR);
    const foreign = [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }];
    for (const headers of foreign) {
      expect((await page.post({ to: 'next-digest' }, headers)).status).toBe(403);
    }
    expect(page.moves).toEqual([]);
  });

  test('of moves made at once each begins where the one before ended', async () => {
    await using page = await open();
    const answers = await Promise.all([page.post({ at: NOW + HOUR }), page.post({ at: NOW + HOUR })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});
