import type { Prompt } from '../domain/summary-prompt.ts';

/** A server that writes. */
export interface Model {
  /** By which its summaries are told from those of others. */
  name: string;
  /** Throws `ModelFault`. `onText` is told the answer as far as it is written; `signal` ends it. */
  ask(
    prompt: Prompt,
    options: { signal: AbortSignal; mostTokens: number; onText?: (content: string) => void },
  ): Promise<ModelAnswer>;
}

export interface ModelAnswer {
  /** The summary, or nothing when the answer holds none. */
  summary?: string;
  /** Tokens it used, where the server says so. */
  tokens?: number;
}

/** Why a model gave no answer. */
export class ModelFault extends Error {
  override name = 'ModelFault';
  readonly kind: 'unreachable' | 'refused' | 'busy' | 'late' | 'unreadable';
  /** Whether the server may have counted tokens all the same. */
  readonly mayHaveCost: boolean;
  /** In milliseconds, when the server names a time. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: ModelFault['kind'],
    message: string,
    { mayHaveCost = false, retryAfter = undefined as number | undefined } = {},
  ) {
    super(message);
    this.kind = kind;
    this.mayHaveCost = mayHaveCost;
    this.retryAfter = retryAfter;
  }
}

/** Time, handed in: calls `act` once after so many milliseconds, unless it is called off by what is returned. */
export type After = (ms: number, act: () => void) => () => void;
