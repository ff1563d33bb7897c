/** A server of our own that speaks OpenAI's chat completions, well or in any of the ways servers go wrong. */
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ModelCall {
  model: string;
  stream: boolean;
  /** `json_schema`, `json_object` or `none`. */
  format: string;
  system: string;
  user: string;
  authorization: string | undefined;
  mostTokens: number | undefined;
}

/** What the server does with one call. */
export type Manner =
  | { summary: string }
  /** The content as it stands, with these fields beside it. */
  | { content: string; finish?: string; noUsage?: boolean }
  | { status: number; headers?: Record<string, string>; message?: string }
  | { page: string }
  | { body: unknown }
  /** Nothing ever comes. */
  | 'silent'
  /** A stream that stands still after its first words; without a stream, silence. */
  | { stalls: string }
  /** A stream that is cut off in the middle. */
  | { breaks: string }
  /** The connection ends without an answer. */
  | 'hangs-up';

export type Behaviour = (call: ModelCall, count: number) => Manner;

export async function runModelServer(behaviour: Behaviour) {
  const calls: ModelCall[] = [];
  const waiting = new Set<() => void>();
  let behave = behaviour;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url !== '/v1/chat/completions') {
      response.writeHead(404).end();
      return;
    }
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const call: ModelCall = {
      model: body.model,
      stream: body.stream === true,
      format: body.response_format?.type ?? 'none',
      system: body.messages[0].content,
      user: body.messages[1].content,
      authorization: request.headers.authorization,
      mostTokens: body.max_tokens ?? body.max_completion_tokens,
    };
    calls.push(call);
    for (const look of waiting) look();
    act(response, call, behave(call, calls.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    behaves(as: Behaviour) {
      behave = as;
    },
    /** Resolves when so many calls have come. */
    async called(times: number): Promise<void> {
      while (calls.length < times) {
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        });
      }
    },
    close,
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await close();
    },
  };
}

function act(response: ServerResponse, call: ModelCall, manner: Manner): void {
  if (manner === 'silent') return;
  if (manner === 'hangs-up') {
    response.socket?.destroy();
    return;
  }
  if ('status' in manner) {
    response.writeHead(manner.status, { 'content-type': 'application/json', ...manner.headers });
    response.end(JSON.stringify({ error: { message: manner.message ?? 'no', type: 'test' } }));
  } else if ('page' in manner) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(manner.page);
  } else if ('body' in manner) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(manner.body));
  } else if ('stalls' in manner) {
    if (call.stream)
      begin(response).write(event({ choices: [{ index: 0, delta: { content: manner.stalls } }] }));
  } else if ('breaks' in manner) {
    begin(response).write(event({ choices: [{ index: 0, delta: { content: manner.breaks } }] }), () =>
      response.socket?.destroy(),
    );
  } else {
    const content = 'summary' in manner ? JSON.stringify({ summary: manner.summary }) : manner.content;
    const finish = ('finish' in manner && manner.finish) || 'stop';
    const usage = 'noUsage' in manner && manner.noUsage ? {} : { usage: usageOf(call, content) };
    if (call.stream) streamOut(response, content, finish, usage);
    else {
      response.writeHead(200, { 'content-type': 'application/json' });
      const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: finish };
      response.end(JSON.stringify({ id: 'c1', object: 'chat.completion', choices: [choice], ...usage }));
    }
  }
}

/** A token for four letters, as tokenizers do about. */
function usageOf({ system, user }: ModelCall, content: string) {
  const prompt = Math.ceil((system.length + user.length) / 4);
  const completion = Math.ceil(content.length / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

function streamOut(response: ServerResponse, content: string, finish: string, usage: object): void {
  begin(response);
  for (let at = 0; at < content.length; at += 12)
    response.write(event({ choices: [{ index: 0, delta: { content: content.slice(at, at + 12) } }] }));
  response.write(event({ choices: [{ index: 0, delta: {}, finish_reason: finish }] }));
  response.write(event({ choices: [], ...usage }));
  response.end('data: [DONE]\n\n');
}

function begin(response: ServerResponse): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  return response;
}

function event(data: object): string {
  return `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', ...data })}\n\n`;
}
