/** Updates that the real program fetches from a Bot API server, and the program killed over one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { READER_ID } from '../../src/playground/start-state.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import type { Program } from '../support/program.ts';
import { startProgram } from '../support/program.ts';
import { NO_SOURCES } from '../support/talk.ts';

const folder = mkdtempSync(join(tmpdir(), 'mujaz-polling-'));
const programs: Program[] = [];
afterAll(() => {
  for (const { child } of programs) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});
/** A program start takes a second on a machine that has nothing else to do. */
const SOON = { timeout: 20_000 };

type Playground = Awaited<ReturnType<typeof runPlayground>>;

function start({ apiRoot }: Playground): Program {
  const program = startProgram('src/main.ts', {
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    PORT: '0',
    SOURCES_FILE: NO_SOURCES,
    DATABASE_URL: `sqlite:${join(folder, 'mujaz.db')}`,
  });
  programs.push(program);
  return program;
}

const say = ({ world }: Playground) => world.say({ chatId: READER_ID, fromId: READER_ID, text: '/privacy' });
const sends = ({ world }: Playground) => world.journal.filter(({ method }) => method === 'sendMessage');
const answered = (playground: Playground) =>
  sends(playground).filter(({ answer }) => answer !== undefined).length;

test('what was fetched is answered though the program was killed over it, and so is a server that counts anew', async () => {
  await using api = await runPlayground({ now: Date.now });
  const { world } = api;
  const first = start(api);
  say(api);
  await expect.poll(() => answered(api), SOON).toBe(1);

  // Of one chat the second waits for the first; Telegram has been told that both are safe.
  world.faults.next({ method: 'sendMessage' }, { delayMs: 60_000 });
  say(api);
  say(api);
  await expect.poll(() => sends(api).length, SOON).toBe(2);
  await expect.poll(() => world.updates.polled, SOON).toBe(true);
  expect(world.updates.pending).toEqual([]);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = start(api);
  await expect.poll(() => answered(api), SOON).toBe(3);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);

  // Its updates bear the numbers of the first one's.
  await using anew = await runPlayground({ now: () => Date.now() + 60_000 });
  const third = start(anew);
  for (let times = 1; times <= 3; times++) {
    say(anew);
    await expect.poll(() => answered(anew), SOON).toBe(times);
  }
  third.child.kill('SIGTERM');
  expect((await third.ended).code).toBe(0);
}, 60_000);
