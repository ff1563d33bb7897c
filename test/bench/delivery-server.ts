/**
 * The Bot API server of the delivery benchmark, in a process of its own: `LATENCY LIMIT MESSAGES`. Prints its port, then,
 * where it is told how many messages will come, `begun` with the first and `through` with the last, and what it saw once
 * its input ends.
 */
import { startDouble } from '../support/bot-api-double.ts';

const [, , latency = '50', limit = '0', messages = '0'] = process.argv;
const [perSecond, awaited] = [Number(limit), Number(messages)];
let tokens = perSecond;
let at = performance.now();
let floods = 0;

const api = await startDouble({
  latency: () => Number(latency),
  judge() {
    if (perSecond > 0) {
      const now = performance.now();
      tokens = Math.min(perSecond, tokens + ((now - at) * perSecond) / 1000);
      at = now;
      if (tokens < 1) {
        floods++;
        return {
          status: 429,
          body: { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } },
        };
      }
      tokens--;
    }
    if (awaited > 0 && api.accepted.length === 0) process.stdout.write('begun\n');
    if (awaited > 0 && api.accepted.length === awaited - 1) process.stdout.write('through\n');
    return undefined;
  },
});
process.stdout.write(`${new URL(api.apiRoot).port}\n`);
process.stdin.on('end', () => {
  const chats = new Set(api.accepted.map(({ chatId }) => chatId));
  const times = api.accepted.map((each) => each.at);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  process.stdout.write(
    `${JSON.stringify({
      'messages a second': (times.length - 1) / seconds,
      arrived: chats.size,
      twice: times.length - chats.size,
      'answers 429': floods,
    })}\n`,
  );
  void api.close();
});
process.stdin.resume();
