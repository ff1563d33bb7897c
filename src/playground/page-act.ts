import type { Context } from 'hono';
import * as z from 'zod';
import { WorldError } from './errors.ts';

/** Does what the page asks for with a JSON body of this shape; what cannot be done is 400 with a sentence. */
export async function act<Shape extends z.ZodType, Env extends object>(
  c: Context<Env>,
  shape: Shape,
  run: (body: z.output<Shape>) => object | Promise<object>,
): Promise<Response> {
  const type = c.req.header('content-type') ?? '';
  const text = await c.req.text();
  // A form of another site can send any text but not this type.
  if (text !== '' && !type.startsWith('application/json'))
    return c.json({ error: 'expected application/json' }, 400);
  let given: unknown;
  try {
    given = text === '' ? {} : JSON.parse(text);
  } catch {
    return c.json({ error: 'not valid JSON' }, 400);
  }
  const body = shape.safeParse(given);
  if (!body.success) return c.json({ error: z.prettifyError(body.error) }, 400);
  try {
    return c.json(await run(body.data), 200);
  } catch (error) {
    if (error instanceof WorldError) return c.json({ error: error.message }, 400);
    throw error;
  }
}
