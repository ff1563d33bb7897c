/** The Bot API server of the webhook benchmark, in a process of its own: `LATENCY`; prints its port, then how many chats were answered, and how many twice. */
import { startDouble } from '../support/bot-api-double.ts';

const api = await startDouble({ latency: () => Number(process.argv[2]) });
process.stdout.write(`${new URL(api.apiRoot).port}\n`);
process.stdin.on('end', () => {
  const chats = new Set(api.accepted.map(({ chatId }) => chatId)).size;
  process.stdout.write(`${JSON.stringify({ answered: chats, twice: api.accepted.length - chats })}\n`);
  void api.close();
});
process.stdin.resume();
