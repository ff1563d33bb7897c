/** The engine itself has no room: what it cannot take on record is not sent. */
import { expect, test } from 'vitest';
import { migrate } from '../../src/storage/migrations.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { createStore } from '../../src/storage/store.ts';
import { MORNING } from '../support/articles.ts';
import { openSimulation } from '../support/simulation.ts';

const CHATS = Array.from({ length: 300 }, (_, at) => 1000 + at);

test('a full database: nothing goes out without its note, an alarm says why, and with room it goes on', async () => {
  const driver = openSqlite(':memory:');
  await migrate(driver, MORNING);
  await using simulation = await openSimulation({ store: createStore(driver) });
  const { calls, log } = simulation;
  const alarms = () => log.filter(({ event }) => event.startsWith('nothing can be sent')).length;
  const pages = async () => Number((await driver.query('pragma page_count'))[0]?.page_count);
  await simulation.post(CHATS);
  await driver.query(`pragma max_page_count = ${await pages()}`);

  await simulation.run(60_000);
  expect(alarms()).toBeGreaterThan(1);
  expect(calls.length).toBeLessThan(CHATS.length);
  // Each call was on record before it was made, and what could not be noted since is known to be under way.
  const begun = await driver.query('select chat_id from deliveries where attempts > 0');
  expect(begun.map(({ chat_id }) => chat_id)).toEqual(
    expect.arrayContaining(calls.map(({ chatId }) => chatId)),
  );
  const before = { alarms: alarms(), calls: calls.length };
  await simulation.run(60_000);
  expect(calls).toHaveLength(before.calls);
  expect(alarms()).toBeGreaterThan(before.alarms);

  await driver.query(`pragma max_page_count = ${(await pages()) + 1000}`);
  await simulation.run();
  expect(calls.map(({ chatId }) => chatId).sort((a, b) => a - b)).toEqual(CHATS);
  expect(log.filter(({ event }) => event.startsWith('the store is well again'))).toHaveLength(1);
  expect((await simulation.store.ledger(simulation.now())).states).toMatchObject({ sent: CHATS.length });
  expect(await driver.query('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
