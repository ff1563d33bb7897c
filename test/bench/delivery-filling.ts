/** Fills an outbox for the delivery benchmark, in a process of its own: `FILE MESSAGES`. */
import { openStorage } from '../../src/storage/open.ts';
import { FIRST_CHAT, TEXT } from './delivery-texts.ts';

const HOUR = 3_600_000;
const AT_ONCE = 1000;

const [, , file = '', messages = ''] = process.argv;
const { store } = await openStorage(`sqlite:${file}`, Date.now);
for (let from = 0; from < Number(messages); from += AT_ONCE) {
  const deliveries = Array.from({ length: Math.min(AT_ONCE, Number(messages) - from) }, (_, at) => ({
    key: `${from + at}`,
    kind: 'broadcast' as const,
    chatId: FIRST_CHAT + from + at,
    silent: false,
    expiresAt: Date.now() + HOUR,
  }));
  await store.enqueue([{ content: { language: 'ar', text: TEXT }, deliveries }], Date.now());
}
await store.close();
