import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** Shapes of the labelled data, one JSON record a line. */
export const shapes = {
  docs: z.object({
    id,
    title: text,
    body: text,
    language: z.string().nullish(),
    published: z.union([z.string(), z.number()]).nullish(),
    source: z.string().nullish(),
  }),
  queries: z.object({ query: z.string(), relevant: z.array(id), exclude: z.array(id).default([]) }),
  judgements: z.object({ seed: id, id, grade: z.number().min(0).max(2) }),
  stories: z.object({
    id,
    title: z.string(),
    lead: text,
    language: z.string(),
    published: z.union([z.string(), z.number()]).nullish(),
    source: z.string().nullish(),
    story: id,
  }),
  summaries: z.object({ id, title: text, text: z.string(), references: z.array(z.string()).min(1) }),
  dates: z.object({ text: z.string(), iso: z.string().nullable() }),
};

/** The data is not what it should be; the message names file and line. */
export class LabelledDataFault extends Error {
  override name = 'LabelledDataFault';
}

/** Reads a JSONL file of labelled data; throws `LabelledDataFault` naming the first line that does not fit. */
export async function readLabelled<Kind extends keyof typeof shapes>(
  folder: string,
  kind: Kind,
): Promise<z.output<(typeof shapes)[Kind]>[]> {
  const file = join(folder, `${kind}.jsonl`);
  await access(file).catch(() => {
    throw new LabelledDataFault(`${file}: no such file`);
  });
  const records: z.output<(typeof shapes)[Kind]>[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    number++;
    if (!line.trim()) continue;
    try {
      records.push(
        shapes[kind].parse(JSON.parse(line.replace(/^\ufeff/, ''))) as z.output<(typeof shapes)[Kind]>,
      );
    } catch (error) {
      const reason =
        error instanceof z.ZodError
          ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
          : 'is not JSON';
      throw new LabelledDataFault(`${file}:${number}: ${reason}`);
    }
  }
  return records;
}
