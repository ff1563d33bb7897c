import type { Hono } from 'hono';
import * as z from 'zod';
import { WorldError } from './errors.ts';
import { act } from './page-act.ts';
import type { World } from './world.ts';

/** The house behind the page, as far as its time is concerned; moments are ms since 1970. */
export interface ClockHands {
  /** How far the house's clock goes before the machine's own, in ms. */
  offset(): number;
  /** When the next digest comes, if any is asked for. */
  nextDigest(): Promise<number | undefined>;
  /** Moves the clock on; settles when what has fallen due by then is on its way. */
  moveTo(at: number): Promise<void>;
}

/** The clock moves by so much at once at most, in ms: a slip of the hand shall not end in another century. */
const FARTHEST = 366 * 86_400_000;

const clockBody = z.union([
  z.strictObject({ to: z.literal('next-digest') }),
  z.strictObject({ at: z.int().positive() }),
]);

/** What the page knows of the time: the house's, how far it goes before the machine's, and when the next digest comes. */
export interface PageClock {
  now: number;
  offset: number;
  next?: number;
}

export async function pageClock(world: World, hands: ClockHands): Promise<PageClock> {
  const next = await hands.nextDigest();
  return { now: world.now(), offset: hands.offset(), ...(next === undefined ? {} : { next }) };
}

/**
 * `GET /playground/clock` tells the time. `POST` takes `{to: 'next-digest'}` or `{at: ms}` and answers `{moved, clock}`;
 * nothing is moved when no digest is asked for. A moment that has passed is refused.
 */
export function registerPageClock<Env extends object>(app: Hono<Env>, world: World, hands: ClockHands): void {
  let moving: Promise<unknown> = Promise.resolve();

  async function move(body: z.output<typeof clockBody>): Promise<object> {
    const now = world.now();
    const at = 'at' in body ? body.at : await hands.nextDigest();
    if (at === undefined) return { moved: false, clock: await pageClock(world, hands) };
    if ('at' in body && at <= now) throw new WorldError('the clock only moves forward');
    if (at > now + FARTHEST) throw new WorldError('the clock moves a year at most');
    await hands.moveTo(Math.max(at, now));
    const clock = await pageClock(world, hands);
    world.events.publish({ type: 'clock', clock });
    return { moved: true, clock };
  }

  app.get('/playground/clock', async (c) =>
    c.json(await pageClock(world, hands), 200, { 'cache-control': 'no-store' }),
  );
  app.post('/playground/clock', (c) =>
    act(c, clockBody, (body) => {
      const mine = moving.then(() => move(body));
      moving = mine.catch(() => undefined);
      return mine;
    }),
  );
}
