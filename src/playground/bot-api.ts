import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import type { CallBody } from './call-body.ts';
import { readCall } from './call-body.ts';
import { ApiError } from './errors.ts';
import type { Fault } from './faults.ts';
import type { JournalEntry } from './journal.ts';
import { record } from './journal.ts';
import { findMethod } from './methods/table.ts';
import { parameterFault } from './parameters.ts';
import type { World } from './world.ts';

export type Serving = {
  world: World;
  log: (line: string) => void;
  /** aborted when the playground closes */
  closing: AbortSignal;
};

type Env = { Bindings: HttpBindings };

/** The Bot API's address as Telegram has it: `/bot<token>/<method>`, and files under `/file/bot<token>/`. */
export function registerBotApi(app: Hono<Env>, serving: Serving): void {
  app.get('/file/:bot{bot[^/]+}/:path{.+}', (c) => {
    const { world } = serving;
    if (c.req.param('bot') !== `bot${world.token}`) return refusal(new ApiError(401, 'Unauthorized'));
    const file = world.files.atPath(c.req.param('path'));
    if (file === undefined || !('data' in file)) return refusal(new ApiError(404, 'Not Found'));
    return new Response(new Uint8Array(file.data), { headers: { 'content-type': file.mimeType } });
  });
  app.all('/:bot{bot[^/]+}/:method', async (c) => {
    if (c.req.param('bot') !== `bot${serving.world.token}`) return refusal(new ApiError(401, 'Unauthorized'));
    return await answer(c, serving, c.req.param('method'));
  });
  app.all('/:bot{bot[^/]+}/*', () => refusal(new ApiError(404, 'Not Found')));
}

async function answer(c: Context<Env>, serving: Serving, given: string): Promise<Response> {
  const { world, closing } = serving;
  const found = findMethod(given);
  const hungUp = new AbortController();
  c.env.outgoing.once('close', () => hungUp.abort());
  const entry = record(world.journal, { method: found?.name ?? given, parameters: {}, at: world.now() });
  let cutAfter = false;
  const outcome = await settle(async () => {
    const body = await readCall(c.req.raw);
    entry.parameters = body.parameters;
    if (found === undefined) throw new ApiError(404, 'Not Found');
    const fault = world.faults.take(found.name, body.parameters.chat_id);
    if (await meets(fault, closing)) return cut(c, entry);
    cutAfter = fault === 'drop-after';
    const parsed = found.method.schema.safeParse(body.parameters);
    if (!parsed.success) throw parameterFault(parsed.error, body.parameters);
    entry.parameters = journalled(body, parsed.data);
    const signal = AbortSignal.any([hungUp.signal, closing]);
    const result = await found.method.run({ world, uploads: body.uploads, signal }, parsed.data);
    return Response.json({ ok: true, result });
  }, serving);
  if (outcome instanceof Response) {
    if (cutAfter) return cut(c, entry);
    if (outcome !== RESPONSE_ALREADY_SENT) entry.answer = { ok: true };
    return outcome;
  }
  entry.answer = { ok: false, error_code: outcome.status, description: outcome.message };
  return cutAfter ? cut(c, entry) : refusal(outcome);
}

async function settle(work: () => Promise<Response>, { log }: Serving): Promise<Response | ApiError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError) return error;
    log(`playground: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return new ApiError(500, 'Internal Server Error');
  }
}

/** Lets a planned fault happen; true if the connection is to be cut at once. */
async function meets(fault: Fault | undefined, closing: AbortSignal): Promise<boolean> {
  if (fault === undefined || fault === 'drop-after') return false;
  if (fault === 'drop-before') return true;
  if ('delayMs' in fault) {
    await wait(fault.delayMs, undefined, { signal: closing }).catch(() => undefined);
    return false;
  }
  const { status, description, retryAfter, migrateToChatId } = fault;
  throw new ApiError(status, description, {
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
    ...(migrateToChatId === undefined ? {} : { migrate_to_chat_id: migrateToChatId }),
  });
}

function cut(c: Context<Env>, entry: JournalEntry): Response {
  entry.answer = 'dropped';
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** JSON is kept as it came; of a form, what was understood, with files and unknown parameters as they came. */
function journalled({ parameters, uploads, textual }: CallBody, understood: Record<string, unknown>) {
  if (!textual) return parameters;
  const names = Object.keys(parameters);
  const known = Object.fromEntries(Object.entries(understood).filter(([name]) => names.includes(name)));
  const direct = [...uploads].filter(([name]) => !JSON.stringify(parameters).includes(`attach://${name}`));
  const files = direct.map(([name, file]) => [name, { file_name: file.name, size: file.size }]);
  return { ...parameters, ...known, ...Object.fromEntries(files) };
}

function refusal({ status, message, parameters = {} }: ApiError): Response {
  const extra = Object.keys(parameters).length > 0 ? { parameters } : {};
  return Response.json({ ok: false, error_code: status, description: message, ...extra }, { status });
}
