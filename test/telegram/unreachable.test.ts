import { expect, test } from 'vitest';
import { unreachable } from '../../src/telegram/unreachable.ts';

test('a first call that does not get through is told once, and once that it has, without the address', async () => {
  const lines: string[] = [];
  const note = (event: string) => void lines.push(event);
  const told = unreachable({ info: note, warn: note, error: note });
  const ask = (reach: boolean) =>
    told(
      (async () => {
        if (!reach) throw new Error('https://api.telegram.org/bot123:secret cannot be reached');
        return { ok: true, result: {} };
      }) as unknown as Parameters<typeof told>[0],
      'getMe',
      {},
    );
  await expect(ask(false)).rejects.toThrow();
  await expect(ask(false)).rejects.toThrow();
  await ask(true);
  expect(lines).toEqual([expect.stringContaining('telegram cannot be reached'), 'telegram reached']);
  expect(lines.join()).not.toContain('secret');
});
