/**
 * What a bot does that has no outbox: `RATE PORT MESSAGES`, so many calls of grammY's client at once, each when one before
 * it is through, at that rate.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Api } from 'grammy';
import { sendingPlan } from '../../src/domain/pace.ts';
import { FIRST_CHAT, TEXT, TOKEN } from './delivery-texts.ts';

const [, , rate = '', port = '', messages = ''] = process.argv;
const { connections } = sendingPlan({ perSecond: Number(rate), paid: Number(rate) > 30 });
const api = new Api(TOKEN, { apiRoot: `http://127.0.0.1:${port}` });
const began = performance.now();
let next = 0;

async function work(): Promise<void> {
  for (;;) {
    const mine = next++;
    if (mine >= Number(messages)) return;
    const due = began + (mine * 1000) / Number(rate) - performance.now();
    if (due > 0) await wait(due);
    await api.sendMessage(FIRST_CHAT + mine, TEXT);
  }
}

await Promise.all(Array.from({ length: connections }, work));
