import { expect, test } from 'vitest';
import { MORNING } from '../support/articles.ts';
import { say } from '../support/post-office.ts';
import { CHANNEL, openTalk, seen } from '../support/talk.ts';

const RIVAL = {
  status: 409,
  description:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};

test('another process with the same token: told once, never fought, everything else goes on, and so do we when it stops', async () => {
  await using talk = await openTalk({});
  const { faults, messages, updates } = talk.world;
  const told = (event: string) => talk.log.filter((line) => line.event === event);
  for (const round of [1, 2]) {
    // The call that waits just now still brings what is said next.
    await expect.poll(() => updates.polled).toBe(true);
    faults.next({ method: 'getUpdates' }, RIVAL, Infinity);
    await talk.ask('/help');
    await talk.logged('another process polls with this token', round);
    const key = `meanwhile:${round}`;
    const delivery = { key, kind: 'notice' as const, chatId: CHANNEL, silent: false, expiresAt: MORNING * 2 };
    await talk.stored((store) => store.enqueue([{ content: say(key), deliveries: [delivery] }], MORNING));
    await expect
      .poll(() => {
        talk.wake(2000);
        return messages.of(CHANNEL).at(-1)?.message.text;
      })
      .toBe(key);
    faults.clear();
    expect(seen(await talk.ask('/help'))).toContain('/latest');
    await talk.logged('updates come here again', round);
    expect(told('another process polls with this token')).toHaveLength(round);
  }
  expect(talk.log.filter(({ level }) => level === 'fatal' || level === 'error')).toEqual([]);
});
