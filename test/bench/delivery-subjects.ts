/** A fan-out to as many chats as asked for, against a server on this port: ours from the outbox, and a loop over grammY's client. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { Api } from 'grammy';
import { createDelivery } from '../../src/app/deliver.ts';
import { sendingPlan } from '../../src/domain/pace.ts';
import { idling } from '../../src/naps.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createMessenger } from '../../src/telegram/messenger.ts';
import type { Figures } from './figures.ts';

const TOKEN = '7000000001:benchmark';
/** A message of the usual size, about 1,000 bytes. */
const TEXT = 'خبر قصير عن افتتاح جسر جديد في المدينة، وفيه تفاصيل قليلة. '.repeat(9);
const HOUR = 3_600_000;

export const measureSending = (rate: number) => async (messages: number, port: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  const { store } = await openStorage(`sqlite:${join(folder, 'mujaz.db')}`, Date.now);
  const chats = Array.from({ length: messages }, (_, at) => 1000 + at);
  for (let from = 0; from < messages; from += 1000) {
    const deliveries = chats.slice(from, from + 1000).map((chatId) => ({
      key: `${chatId}`,
      kind: 'broadcast' as const,
      chatId,
      silent: false,
      expiresAt: Date.now() + HOUR,
    }));
    await store.enqueue([{ content: { language: 'ar', text: TEXT }, deliveries }], Date.now());
  }
  const { gather, connections, ...plan } = sendingPlan({ perSecond: rate, paid: rate > 30 });
  const messenger = createMessenger({
    token: TOKEN,
    apiRoot: `http://127.0.0.1:${port}`,
    connections,
    drawer: { draw: () => Promise.reject(new Error('this subject sends no pictures')) },
  });
  const stop = new AbortController();
  const delivery = createDelivery({
    ...plan,
    store,
    messenger,
    now: Date.now,
    chance: Math.random,
    pause: () => (gather > 0 ? idling(gather) : turn()),
    log: {
      info(event, fields) {
        if (event === 'messages sent' && Number(fields?.sent) > 0) stop.abort();
      },
      warn: () => {},
      error: (event, fields) => console.error(event, fields),
    },
    holder: 'bench',
    notices: async () => 0,
    onFatal: () => stop.abort(),
  });
  const figures = await observed(() => delivery.run(idling, stop.signal));
  const { states } = await store.ledger(Date.now());
  await messenger.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return { ...figures, 'on record as sent': states.sent };
};

/** What a bot does that has no outbox: so many sends at once, each when one before it is through, at a rate if one is asked for. */
export const measureLoop = (rate: number) => async (messages: number, port: number) => {
  const { connections: atOnce } = sendingPlan({ perSecond: rate, paid: rate > 30 });
  const api = new Api(TOKEN, { apiRoot: `http://127.0.0.1:${port}` });
  const began = performance.now();
  let next = 0;
  async function work(): Promise<void> {
    for (;;) {
      const mine = next++;
      if (mine >= messages) return;
      const due = began + (mine * 1000) / rate - performance.now();
      if (due > 0) await wait(due);
      await api.sendMessage(1000 + mine, TEXT);
    }
  }
  return observed(async () => {
    await Promise.all(Array.from({ length: atOnce }, work));
  });
};

/** CPU as a share of one core, and the most memory, while this goes on. */
async function observed(work: () => Promise<void>): Promise<Figures> {
  let memory = 0;
  const look = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, 100);
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(look);
  return {
    'CPU, % of a core': (user + system) / 10 / (performance.now() - began),
    'memory, MiB': memory / 2 ** 20,
  };
}
