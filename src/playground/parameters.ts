import * as z from 'zod';
import type { ApiError } from './errors.ts';
import { badRequest } from './errors.ts';
import type { Entity } from './shapes.ts';

// Parameters come as JSON values, or as text in forms and queries, where objects and arrays are JSON in text.

const fromText = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

export const text = z.string();
export const integer = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
  z.int(),
);
export const flag = z.preprocess((value) => {
  if (value === 'true' || value === 'True' || value === '1' || value === 1) return true;
  return value === 'false' || value === 'False' || value === '0' || value === 0 ? false : value;
}, z.boolean());
export const chatId = z.union([
  integer,
  z
    .string()
    .min(1)
    .transform((value) => (/^-?\d+$/.test(value) ? Number(value) : value)),
]);

/** A JSON value of that shape, or the same written as text. */
export const json = <Shape extends z.ZodType>(shape: Shape) => z.preprocess(fromText, shape);

export const entities = json(
  z.array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() })),
).transform((value) => value as Entity[]);

/** A markup of any kind; keyboards.ts looks at what is inside. */
export const markup = json(z.looseObject({}));

/** What every sending method shares. */
export const placing = {
  chat_id: chatId,
  message_thread_id: integer.optional(),
  reply_parameters: json(
    z.looseObject({
      message_id: integer,
      chat_id: chatId.optional(),
      allow_sending_without_reply: flag.optional(),
    }),
  ).optional(),
  reply_to_message_id: integer.optional(),
  allow_sending_without_reply: flag.optional(),
  reply_markup: markup.optional(),
  disable_notification: flag.optional(),
  protect_content: flag.optional(),
  allow_paid_broadcast: flag.optional(),
};

const MISSING: Record<string, string> = {
  chat_id: 'chat_id is empty',
  message_id: 'message identifier is not specified',
  user_id: 'invalid user_id specified',
};

/** Telegram's 400 for parameters that do not fit; only the first fault is told, as there. */
export function parameterFault(error: z.ZodError, given: Record<string, unknown>): ApiError {
  const issue = error.issues[0];
  const [name = 'request', ...inside] = (issue?.path ?? []).map(String);
  if (given[name] === undefined) return badRequest(MISSING[name] ?? `parameter "${name}" is required`);
  const where = inside.length > 0 ? ` at ${inside.join('.')}` : '';
  return badRequest(`can't parse ${name}: ${issue?.message ?? 'wrong value'}${where}`);
}
