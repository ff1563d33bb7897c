/** Two real programs on one Postgres that are brought updates in turn, and one of them killed in the middle. */
import { setTimeout as wait } from 'node:timers/promises';
import { IN_HAND } from '../../src/app/inbox.ts';
import type { Figures } from '../bench/figures.ts';
import { updateOf } from '../bench/webhook-updates.ts';
import { startDouble } from '../support/bot-api-double.ts';
import { ownServer } from '../support/postgres-server.ts';
import type { Program } from '../support/program.ts';
import { startProgram } from '../support/program.ts';

const SECRET = 'the-word-at-the-door';
/** An update every so many ms; each is brought again as often, in ms, as nobody takes it. */
const BEAT = 5;
const AGAIN = 100;
/** How long an answer of Telegram takes, in ms. */
const LATENCY = 50;
/** A claim without its holder lasts 12 s and is looked for every 3: the longest that anybody may wait, in ms, with some for the answer. */
const LONGEST = 20_000;

export async function runWebhookKill(updates: number): Promise<{ figures: Figures; breaches: string[] }> {
  const server = await ownServer({ durable: true });
  const telegram = await startDouble({ latency: () => LATENCY });
  const programs: Program[] = [];
  try {
    for (let each = 0; each < 2; each++) programs.push(start(server.url, telegram.apiRoot));
    const doors = await Promise.all(programs.map(doorOf));
    const brought = new Map<number, number>();
    const under: Promise<void>[] = [];
    for (let id = 0; id < updates; id++) {
      under.push(bring(id, doors, brought));
      if (id === Math.floor(updates / 2)) programs[0]?.child.kill('SIGKILL');
      await wait(BEAT);
    }
    await Promise.all(under);
    const answered = () => new Set(telegram.accepted.map(({ chatId }) => chatId)).size;
    const until = performance.now() + 3 * LONGEST;
    while (answered() < updates && performance.now() < until) await wait(100);
    // What comes twice would come now.
    await wait(1000);
    const reached = answered();
    const twice = telegram.accepted.length - reached;
    const waits = telegram.accepted.map(({ chatId, at }) => at - (brought.get(chatId) ?? at));
    const longest = Math.max(0, ...waits);
    return {
      figures: {
        lost: updates - reached,
        'answered twice': twice,
        'in hand at most': IN_HAND,
        'longest wait for an answer, s': longest / 1000,
      },
      breaches: [
        ...(reached < updates ? [`${updates - reached} updates were answered with 200 and then lost`] : []),
        ...(twice > IN_HAND ? [`${twice} were answered twice, ${IN_HAND} may be`] : []),
        ...(longest > LONGEST ? [`somebody waited for ${Math.round(longest)} ms`] : []),
      ],
    };
  } finally {
    for (const { child } of programs) child.kill('SIGKILL');
    await Promise.all(programs.map(({ ended }) => ended));
    await telegram.close();
    await server.remove();
  }
}

function start(url: string, apiRoot: string): Program {
  return startProgram('src/main.ts', {
    BOT_TOKEN: '7000000001:two-programs-behind-one-door',
    TELEGRAM_API_ROOT: apiRoot,
    WEBHOOK_URL: 'http://127.0.0.1:1/telegram',
    WEBHOOK_SECRET: SECRET,
    PORT: '0',
    DATABASE_URL: url,
    SOURCES_FILE: 'test/fixtures/no-sources.json',
  });
}

async function doorOf({ prints }: Program): Promise<string> {
  await prints('bot started');
  const [, at = ''] = /"at":"(http:[^"]+)"/.exec(await prints(/"at":"http:[^"]+"/)) ?? [];
  return `${at}/telegram`;
}

/** Brings one update as Telegram does: to one door or the other, until it is taken. */
async function bring(id: number, doors: readonly string[], brought: Map<number, number>): Promise<void> {
  const { body, chatId } = updateOf(id);
  for (let turn = id; ; turn++) {
    const answer = await fetch(doors[turn % doors.length] ?? '', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => {});
    if (answer?.status === 200) {
      brought.set(chatId, performance.now());
      return;
    }
    await wait(AGAIN);
  }
}
