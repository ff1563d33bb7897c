import type { Playground, PlaygroundOptions } from '../../src/playground/server.ts';
import { startPlayground } from '../../src/playground/server.ts';

export const TOKEN = '7000000001:playground';
/** 2026-11-23 06:00 UTC */
export const START = Date.UTC(2026, 10, 23, 6);

export type ApiAnswer = {
  ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: a result has the shape its method gives it
  result?: any;
  error_code?: number;
  description?: string;
  parameters?: Record<string, number>;
};

export type RunningPlayground = Playground & {
  clock: { now: number };
  /** Calls the Bot API with a JSON body, as the bot would. */
  call(method: string, parameters?: Record<string, unknown>, token?: string): Promise<ApiAnswer>;
};

/** The JSON of an answer, of whatever shape. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into shapes that only the answer knows
export const jsonOf = async (response: Response | Promise<Response>): Promise<any> =>
  await (await response).json();

/** A playground on a free port with a clock that only tests move; close it with `await using`. */
export async function runPlayground(
  options: Partial<PlaygroundOptions> = {},
): Promise<RunningPlayground & AsyncDisposable> {
  const clock = { now: START };
  const playground = await startPlayground({
    host: '127.0.0.1',
    port: 0,
    token: TOKEN,
    now: () => clock.now,
    ...options,
  });
  return {
    ...playground,
    clock,
    call: async (method, parameters = {}, token = TOKEN) => {
      const response = await fetch(`${playground.apiRoot}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
      });
      return (await response.json()) as ApiAnswer;
    },
    [Symbol.asyncDispose]: () => playground.close(),
  };
}
