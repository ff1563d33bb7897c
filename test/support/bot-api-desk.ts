/** A playground that the tests of a file share: its clock and its updates are as at the start before each. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { READER_ID } from '../../src/playground/start-state.ts';
import type { RunningPlayground } from './playground.ts';
import { runPlayground, START } from './playground.ts';

export const reader = { chat_id: READER_ID };
export const buttons = (...row: object[]) => ({ reply_markup: { inline_keyboard: [row] } });
export const utf16 = (length: number) => 'ا'.repeat(length);

/** Opened before the first test of the file and closed behind the last. */
export function sharedPlayground(): {
  call: RunningPlayground['call'];
  readonly playground: RunningPlayground;
} {
  let playground: RunningPlayground;
  beforeAll(async () => {
    playground = await runPlayground();
  });
  afterAll(() => playground.close());
  beforeEach(() => {
    playground.world.updates.drop();
    playground.clock.now = START;
  });
  return {
    call: (...given) => playground.call(...given),
    get playground() {
      return playground;
    },
  };
}
