import type OpenAI from 'openai';
import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionCreateParams,
} from 'openai/resources/chat/completions';
import { z } from 'zod';
import type { Prompt } from '../domain/summary-prompt.ts';
import { answerShape, readAnswer } from './answer.ts';
import type { After, Model, ModelAnswer } from './model.ts';
import { ModelFault } from './model.ts';
import { explained } from './model-faults.ts';

export interface ModelSettings {
  /** Absent for servers that ask for none. */
  key: string | undefined;
  /** Absent: OpenAI's own. */
  baseUrl: string | undefined;
  name: string;
  after: After;
}

/** How an answer's shape is asked for, the strictest first. */
const LADDER = ['json_schema', 'json_object', 'none'] as const;

/** How a call is put. */
interface Manner {
  rung: number;
  /** Newer servers of OpenAI take the limit under another name. */
  limitName: 'max_tokens' | 'max_completion_tokens';
}

/** Silence in a stream after which it counts as dead, in milliseconds. */
const IDLE = 8000;
/** A stream is cut off at so many UTF-16 units a token: the server does not keep to the limit. */
const UNITS_PER_TOKEN = 8;

/** A server that speaks OpenAI's chat completions. The package is loaded with the first call. */
export function createOpenAiModel({ key, baseUrl, name, after }: ModelSettings): Model {
  let loading: Promise<OpenAI> | undefined;
  /** What the server last answered to: a text that it refuses however it is put says nothing of the manner. */
  let proven: Manner = { rung: 0, limitName: 'max_tokens' };

  function client(): Promise<OpenAI> {
    loading ??= import('openai').then(
      ({ default: OpenAIClient }) =>
        new OpenAIClient({
          // The package insists on a key; servers of one's own ask for none.
          apiKey: key ?? 'none',
          ...(baseUrl ? { baseURL: baseUrl } : {}),
          organization: null,
          project: null,
          adminAPIKey: null,
          webhookSecret: null,
          maxRetries: 0,
          logLevel: 'off',
        }),
    );
    return loading;
  }

  function parameters(
    { system, user }: Prompt,
    mostTokens: number,
    { rung, limitName }: Manner,
  ): ChatCompletionCreateParams {
    const format = LADDER[rung] ?? 'none';
    return {
      model: name,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      [limitName]: mostTokens,
      ...(format === 'json_object' ? { response_format: { type: 'json_object' } } : {}),
      ...(format === 'json_schema'
        ? {
            response_format: {
              type: 'json_schema',
              json_schema: { name: 'summary', strict: true, schema: z.toJSONSchema(answerShape) },
            },
          }
        : {}),
    };
  }

  return {
    name,
    async ask(prompt, { signal, mostTokens, onText }) {
      const openai = await client();
      let manner = proven;
      for (;;) {
        const asked = parameters(prompt, mostTokens, manner);
        try {
          const read = onText
            ? await streamed(openai, asked, { signal, mostTokens, onText, after })
            : whole(
                await openai.chat.completions.create(
                  { ...asked, stream: false },
                  { signal, timeout: 600_000 },
                ),
              );
          proven = manner;
          const summary = readAnswer(read.content, LADDER[manner.rung] === 'none');
          return {
            ...(summary === undefined ? {} : { summary }),
            ...(read.tokens === undefined ? {} : { tokens: read.tokens }),
          } satisfies ModelAnswer;
        } catch (error) {
          const other = signal.aborted ? undefined : putOtherwise(manner, error);
          if (other === undefined) throw explained(error, signal);
          manner = other;
        }
      }
    },
  };
}

/** Another manner, where a refusal may have been of the one that was tried. */
function putOtherwise(manner: Manner, error: unknown): Manner | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  if (error.status !== 400 && error.status !== 422 && error.status !== 501) return undefined;
  if (manner.limitName === 'max_tokens' && error.message.includes('max_completion_tokens'))
    return { ...manner, limitName: 'max_completion_tokens' };
  return manner.rung < LADDER.length - 1 ? { ...manner, rung: manner.rung + 1 } : undefined;
}

interface Read {
  content: string;
  tokens: number | undefined;
}

function whole(completion: ChatCompletion): Read {
  // A page instead of JSON, or JSON of another kind, comes through here without its fields.
  const content: unknown = completion?.choices?.[0]?.message?.content;
  if (typeof content !== 'string')
    throw new ModelFault('unreadable', 'no message in the answer', { mayHaveCost: true });
  return { content, tokens: tokensOf(completion.usage) };
}

async function streamed(
  openai: OpenAI,
  asked: ChatCompletionCreateParams,
  {
    signal,
    mostTokens,
    onText,
    after,
  }: { signal: AbortSignal; mostTokens: number; onText: (content: string) => void; after: After },
): Promise<Read> {
  const dead = new AbortController();
  const ends = AbortSignal.any([signal, dead.signal]);
  let watch = after(IDLE, () => dead.abort());
  let content = '';
  let tokens: number | undefined;
  let finished = false;
  try {
    const stream: AsyncIterable<ChatCompletionChunk> = await openai.chat.completions.create(
      { ...asked, stream: true, stream_options: { include_usage: true } },
      { signal: ends, timeout: 600_000 },
    );
    for await (const chunk of stream) {
      watch();
      watch = after(IDLE, () => dead.abort());
      const choice = chunk?.choices?.[0];
      if (choice?.finish_reason) finished = true;
      tokens = tokensOf(chunk?.usage) ?? tokens;
      const piece = choice?.delta?.content;
      if (!piece) continue;
      content += piece;
      if (content.length > mostTokens * UNITS_PER_TOKEN)
        throw new ModelFault('unreadable', 'the answer has no end', { mayHaveCost: true });
      onText(content);
    }
  } finally {
    watch();
  }
  // An abort ends the loop without an error.
  if (ends.aborted) throw new ModelFault('late', 'the stream stood still', { mayHaveCost: true });
  if (!finished && content === '')
    throw new ModelFault('unreadable', 'no stream in the answer', { mayHaveCost: true });
  return { content, tokens };
}

function tokensOf(usage: { total_tokens?: number } | null | undefined): number | undefined {
  const total = usage?.total_tokens;
  return typeof total === 'number' && total >= 0 ? total : undefined;
}
