import type { EventHub, NumberedEvent } from './events.ts';

/** Often enough for proxies and browsers not to give the connection up. */
const PING_MS = 15_000;

/** Events as a server-sent stream, beginning after number `after`; ends when `closing` is aborted or the page leaves. */
export function eventStream(hub: EventHub, after: number | undefined, closing: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const send = ({ id, event }: NumberedEvent) => write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
      const ping = setInterval(() => write(': ping\n\n'), PING_MS);
      const silence = hub.listen(send);
      const end = () => {
        stop();
        controller.close();
      };
      stop = () => {
        clearInterval(ping);
        silence();
        closing.removeEventListener('abort', end);
      };
      closing.addEventListener('abort', end);
      write(': welcome\n\n');
      if (after !== undefined) for (const missed of hub.since(after)) send(missed);
      if (closing.aborted) end();
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  });
}
