import { z } from 'zod';

/** What a model is asked to answer. */
export const answerShape = z.object({ summary: z.string() });

/** Longest answer that is looked at, in UTF-16 units. */
const LONGEST = 20_000;
const WRITTEN_SO_FAR = /"summary"\s*:\s*"((?:[^"\\]|\\.)*)/su;

/**
 * The summary in an answer, however it is wrapped: as JSON, in a fence, behind a preface or a chain of thought; nothing when
 * there is none or it breaks off. `plain`: no JSON could be asked for, so that bare text counts as well.
 */
export function readAnswer(content: string, plain: boolean): string | undefined {
  const text = content
    .slice(0, LONGEST)
    .replace(/<think>[\s\S]*?<\/think>/g, '')
    .trim();
  for (const candidate of candidates(text)) {
    const read = answerShape.safeParse(candidate);
    if (read.success) return read.data.summary.trim() || undefined;
  }
  const bare = plain && text !== '' && !/[{}<>]/.test(text);
  return bare ? text.replace(/^```\w*|```$/g, '').trim() || undefined : undefined;
}

function* candidates(text: string): Generator<unknown> {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/i.exec(text)?.[1];
  const [open, close] = [text.indexOf('{'), text.lastIndexOf('}')];
  for (const source of [text, fenced, open >= 0 && close > open ? text.slice(open, close + 1) : undefined]) {
    if (source === undefined) continue;
    try {
      const parsed: unknown = JSON.parse(source);
      yield Array.isArray(parsed) ? parsed[0] : parsed;
    } catch {
      // The next reading may do.
    }
  }
}

/** What of the summary stands in an answer that is still being written. */
export function writtenSoFar(content: string): string {
  const raw = WRITTEN_SO_FAR.exec(content)?.[1] ?? '';
  try {
    return String(JSON.parse(`"${raw.replace(/\\(?:u[0-9a-f]{0,3})?$/i, '')}"`));
  } catch {
    return '';
  }
}
