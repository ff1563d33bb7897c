/** What the chat page does with its API, without a browser. */
import type { runPlayground } from './playground.ts';
import { jsonOf } from './playground.ts';

export type Running = Awaited<ReturnType<typeof runPlayground>>;

/** What the page posts, and what is answered, with its status. */
export async function post({ url }: Running, path: string, body: unknown) {
  const response = await fetch(`${url}/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, ...(await jsonOf(response)) };
}

export const state = async ({ url }: Running) => jsonOf(fetch(`${url}/playground/state`));

/** Reads events off a stream, one at a time. */
export async function listen({ url }: Running, lastEventId?: string) {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await fetch(`${url}/playground/events`, { headers });
  if (response.body === null) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    type: response.headers.get('content-type'),
    async next() {
      for (;;) {
        const match = /^(?:id: (\d+)\n)?(?:data: (.*)|:.*)\n\n/.exec(text);
        if (match !== null) {
          text = text.slice(match[0].length);
          if (match[2] !== undefined) return { id: Number(match[1]), ...JSON.parse(match[2]) };
          continue;
        }
        const { value, done } = await reader.read();
        if (done) return undefined;
        text += value;
      }
    },
    leave: () => reader.cancel(),
  };
}
