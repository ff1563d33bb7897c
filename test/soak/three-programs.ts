/** Three real programs on one Postgres, many chats due in the same minute, and a fault when some of them have their digest. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import { sendingPlan } from '../../src/domain/pace.ts';
import { nextSlot } from '../../src/domain/schedule.ts';
import { openStorage } from '../../src/storage/open.ts';
import { makeCorpus } from '../bench/corpus.ts';
import type { Figures } from '../bench/figures.ts';
import { startDouble } from '../support/bot-api-double.ts';
import { ownServer } from '../support/postgres-server.ts';
import type { Program } from '../support/program.ts';
import { startProgram } from '../support/program.ts';
import { stallingProxy } from '../support/stalling-proxy.ts';

/** Nothing; the sender killed; Postgres stopped and started; the sender's connections to it gone dead without a word. */
export const FAULTS = ['none', 'kill', 'restart', 'stall'] as const;
export type Fault = (typeof FAULTS)[number];

/** Messages a second, as a bot that pays may send them, and how long an answer takes, in ms. */
const RATE = 300;
const LATENCY = 20;
/** How much has arrived when the fault strikes. */
const STRIKES_AT = 0.4;
/** How long Postgres is away, in ms. */
const AWAY = 1500;
/** The longest silence in ms that each fault may bring; another sender begins within 15 s, a dead connection is known after 20. */
const LONGEST: Record<Fault, number> = { none: 10_000, kill: 16_000, restart: 20_000, stall: 30_000 };
/** All is over when nothing has come for so long, in ms, and given up after this. */
const QUIET = 8000;
const PATIENCE = 5 * 60_000;

export async function runThree(
  chats: number,
  fault: Fault,
): Promise<{ figures: Figures; breaches: string[] }> {
  const server = await ownServer({ durable: true });
  const telegram = await startDouble({ latency: () => LATENCY });
  const roads = await Promise.all([1, 2, 3].map(() => stallingProxy(server.port)));
  const programs: Program[] = [];
  try {
    await fill(server.url, chats);
    for (const { port } of roads) {
      const url = new URL(server.url);
      url.port = String(port);
      programs.push(start(url.href, telegram.apiRoot));
    }
    const struck = await until(() => telegram.accepted.length >= chats * STRIKES_AT, PATIENCE);
    if (struck && fault !== 'none') {
      const sender = await senderOf(server.url, programs);
      if (fault === 'kill') programs[sender]?.child.kill('SIGKILL');
      if (fault === 'stall') roads[sender]?.stall({ all: false });
      if (fault === 'restart') {
        await server.stop();
        await wait(AWAY);
        await server.start();
      }
    }
    await until(() => {
      const last = telegram.accepted.at(-1)?.at ?? performance.now();
      return chatsOf(telegram.accepted) === chats && performance.now() - last > QUIET;
    }, PATIENCE);
    const codes = await Promise.all(programs.map(stop));
    return judge(telegram.accepted, chats, fault, codes, await states(server.url));
  } finally {
    for (const { child } of programs) child.kill('SIGKILL');
    for (const road of roads) road.close();
    await telegram.close();
    await server.remove();
  }
}

/** News of the last hour, and chats that are due for it since a minute ago. */
async function fill(url: string, chats: number): Promise<void> {
  const now = Date.now();
  const { store } = await openStorage(url, () => now);
  const articles = [...makeCorpus(60).articles()].map(({ draft }, at) => ({
    ...draft,
    topics: ['world'],
    publishedAt: now - at * 60_000,
  }));
  await createIngest(store, createGrouping(store), () => now).take(articles);
  const times = [new Date(now - 60_000).toISOString().slice(11, 16)];
  const schedule = { times, weekdays: [], timeZone: 'UTC' };
  const next = nextSlot(schedule, now - 120_000);
  for (let from = 1; from <= chats; from += 50) {
    await Promise.all(
      Array.from({ length: Math.min(50, chats + 1 - from) }, async (_, at) => {
        const chatId = from + at;
        await store.saveChat({ id: chatId, kind: 'private', preferences: { language: 'ar' } });
        await store.addSubscription({
          chatId,
          schedule,
          topics: [],
          size: 5,
          status: 'active',
          createdAt: now,
          coveredUntil: now - 86_400_000,
          next,
        });
      }),
    );
  }
  await store.close();
}

function start(url: string, apiRoot: string): Program {
  return startProgram('src/main.ts', {
    BOT_TOKEN: '7000000001:three-programs-on-one-store',
    TELEGRAM_API_ROOT: apiRoot,
    DATABASE_URL: url,
    SOURCES_FILE: 'test/fixtures/no-sources.json',
    PORT: '0',
    MESSAGES_PER_SECOND: String(RATE),
    PAID_BROADCAST: 'true',
  });
}

async function stop({ child, ended }: Program): Promise<string> {
  child.kill('SIGTERM');
  const { code } = await ended;
  return endOf(child, code);
}

const endOf = ({ signalCode }: ChildProcess, code: number | null) => signalCode ?? String(code);

/** Which of the programs holds the lease of the sender. */
async function senderOf(url: string, programs: readonly Program[]): Promise<number> {
  const [row] = await ask<{ holder: string }>(url, "select holder from leases where name = 'sender'");
  return programs.findIndex(({ child }) => row?.holder.endsWith(`/${child.pid}`));
}

async function states(url: string): Promise<Record<string, number>> {
  const rows = await ask<{ state: string; n: string }>(
    url,
    'select state, count(*) as n from deliveries group by state',
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

async function until(done: () => boolean, ms: number): Promise<boolean> {
  const began = performance.now();
  while (!done()) {
    if (performance.now() - began > ms) return false;
    await wait(100);
  }
  return true;
}

type Accepted = readonly { chatId: number; at: number }[];
const chatsOf = (accepted: Accepted) => new Set(accepted.map(({ chatId }) => chatId)).size;

/** What came of it, and which promises were not kept: none lost, at most what was in flight twice, soon resumed, all on record. */
function judge(
  accepted: Accepted,
  chats: number,
  fault: Fault,
  ends: readonly string[],
  onRecord: Record<string, number>,
): { figures: Figures; breaches: string[] } {
  const reached = chatsOf(accepted);
  const twice = accepted.length - reached;
  const gaps = accepted.slice(1).map(({ at }, before) => at - (accepted[before]?.at ?? at));
  const gap = Math.max(0, ...gaps);
  const inFlight = fault === 'none' ? 0 : sendingPlan({ perSecond: RATE, paid: true }).atOnce;
  const expected = ['0', '0', fault === 'kill' ? 'SIGKILL' : '0'].sort().join();
  const breaches = [
    ...(reached < chats ? [`${chats - reached} chats got nothing`] : []),
    ...(twice > inFlight ? [`${twice} came twice, ${inFlight} may`] : []),
    ...(gap > LONGEST[fault] ? [`nothing came for ${Math.round(gap)} ms`] : []),
    ...(onRecord.sent === chats ? [] : [`on record: ${JSON.stringify(onRecord)}`]),
    ...(ends.toSorted().join() === expected ? [] : [`the programs ended with ${ends.join()}`]),
  ];
  return {
    figures: {
      lost: chats - reached,
      'came twice': twice,
      'in flight at most': inFlight,
      'longest silence, s': gap / 1000,
      'from first to last, s': ((accepted.at(-1)?.at ?? 0) - (accepted[0]?.at ?? 0)) / 1000,
    },
    breaches,
  };
}
