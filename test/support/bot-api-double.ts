/** A Bot API server that takes messages and keeps them, for many chats and fast; of everything else it says `true`, but that it knows no rich messages. */
import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Accepted {
  chatId: number;
  text: string;
  threadId?: number;
  /** By the server's own clock, in ms. */
  at: number;
}

/** What the server does with a call; `undefined`: it accepts it. `cut` ends the connection without an answer. */
export type Verdict =
  | { status: number; body: { error_code: number; description: string; parameters?: Record<string, number> } }
  | 'cut'
  | undefined;

export interface Double {
  apiRoot: string;
  accepted: Accepted[];
  /** Every call, refused ones too. */
  calls: Accepted[];
  close(): Promise<void>;
}

/** Listens on a free port. `judge` sees each call before it is accepted; answers come after `latency` ms. */
export async function startDouble(
  options: { judge?: (call: Accepted) => Verdict; latency?: () => number; now?: () => number } = {},
): Promise<Double> {
  const { judge = () => undefined, latency = () => 0, now = () => performance.now() } = options;
  const accepted: Accepted[] = [];
  const calls: Accepted[] = [];
  let next = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      if (method !== 'sendMessage') return other(method, response);
      const said = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const call: Accepted = {
        chatId: said.chat_id,
        text: said.text,
        at: now(),
        ...(said.message_thread_id === undefined ? {} : { threadId: said.message_thread_id }),
      };
      calls.push(call);
      const verdict = judge(call);
      if (verdict === 'cut') return void request.socket.destroy();
      if (!verdict) accepted.push(call);
      const body = verdict
        ? { ok: false, ...verdict.body }
        : {
            ok: true,
            result: {
              message_id: ++next,
              date: 1,
              chat: { id: call.chatId },
              ...(call.threadId === undefined ? {} : { message_thread_id: call.threadId }),
            },
          };
      const tell = () => {
        response.writeHead(verdict?.status ?? 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      const wait = latency();
      if (wait > 0) setTimeout(tell, wait);
      else tell();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Calls that a bot makes beside sending; for updates it waits in vain. */
function other(method: string, response: ServerResponse): void {
  if (method === 'getUpdates') return;
  if (method === 'sendRichMessage') {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end('{"ok":false,"error_code":404,"description":"Not Found: method not found"}');
    return;
  }
  const result =
    method === 'getMe'
      ? { id: 7, is_bot: true, first_name: 'موجز', username: 'mujaz_double_bot' }
      : /^getMy/.test(method)
        ? {}
        : true;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
}
