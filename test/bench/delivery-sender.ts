/** The sender alone, faster than the settings of the bot allow: `RATE PORT FILE`; ends when the outbox is through. */
import { setImmediate as turn } from 'node:timers/promises';
import { createDelivery } from '../../src/app/deliver.ts';
import { sendingPlan } from '../../src/domain/pace.ts';
import { idling } from '../../src/naps.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createMessenger } from '../../src/telegram/messenger.ts';
import { TOKEN } from './delivery-texts.ts';

const [, , rate = '', port = '', file = ''] = process.argv;
const { gather, connections, ...plan } = sendingPlan({ perSecond: Number(rate), paid: true });
const { store } = await openStorage(`sqlite:${file}`, Date.now);
const messenger = createMessenger({
  token: TOKEN,
  apiRoot: `http://127.0.0.1:${port}`,
  connections,
  drawer: { draw: () => Promise.reject(new Error('nothing to be drawn is sent here')) },
});
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const delivery = createDelivery({
  ...plan,
  store,
  messenger,
  now: Date.now,
  chance: Math.random,
  pause: () => (gather > 0 ? idling(gather) : turn()),
  log: { info: () => {}, warn: () => {}, error: (event, fields) => console.error(event, fields) },
  holder: 'bench',
  notices: async () => 0,
  onFatal: () => stop.abort(),
});
await delivery.run(idling, stop.signal);
await messenger.close();
await store.close();
