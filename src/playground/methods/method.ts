import type * as z from 'zod';
import type { World } from '../world.ts';

/** What a method may use beside its parameters. */
export type Call = {
  world: World;
  /** files of a multipart body by the name of their part */
  uploads: ReadonlyMap<string, File>;
  /** aborted when the caller hangs up */
  signal: AbortSignal;
};

/** One method of the Bot API: the parameters it takes, and what it does; it throws ApiError. */
export type Method = {
  schema: z.ZodType<Record<string, unknown>>;
  run: (call: Call, parameters: Record<string, unknown>) => unknown;
};

/** Ties a schema to what is done with its values. */
export function method<Shape extends z.ZodType<Record<string, unknown>>>(
  schema: Shape,
  run: (call: Call, parameters: z.output<Shape>) => unknown,
): Method {
  return { schema, run: (call, parameters) => run(call, parameters as z.output<Shape>) };
}
