import type { Fault } from '../domain/gate/fault.ts';
import type { Clock, Log } from '../domain/ports.ts';
import type { SpendStore } from '../domain/spend-store.ts';
import { gateFault, readFacts } from '../domain/summary-gate.ts';
import type { WrittenLanguage } from '../domain/summary-prompt.ts';
import { MOST_ANSWER_TOKENS, summaryPrompt } from '../domain/summary-prompt.ts';
import type { ShownArticle } from '../domain/summary-source.ts';
import { cleanControls } from '../text/bidi.ts';
import { sentences } from '../text/sentences.ts';
import { writtenSoFar } from './answer.ts';
import type { Breaker } from './breaker.ts';
import { createBreaker } from './breaker.ts';
import type { After, Model, ModelAnswer } from './model.ts';
import { ModelFault } from './model.ts';
import type { Reserved } from './purse.ts';
import { createPurse } from './purse.ts';

export interface WriterParts {
  store: SpendStore;
  model: Model;
  dailyTokens: number;
  now: Clock;
  /** From 0 up to, but without, 1. */
  chance(): number;
  after: After;
  log: Log;
}

/** A summary that passed the gate, or why there is none. */
export type Written = { text: string } | { none: 'refused' | 'failed' | 'capped' };

export interface Writing {
  articles: readonly ShownArticle[];
  language: WrittenLanguage;
  signal: AbortSignal;
  /** Told what is written so far, whole sentences that pass the gate; first, when the writing begins, the empty text. */
  onText?: (text: string) => void;
}

export interface Writer {
  write(writing: Writing): Promise<Written>;
  /** Answers held back, by check, and calls that failed. */
  counts: { refused: Record<string, number>; failed: number; capped: number };
  today: ReturnType<typeof createPurse>['today'];
}

/** The first answer and, with the reason of its refusal, a second. */
const ANSWERS = 2;
/** How long a busy server is left alone before the one repetition, in milliseconds, unless it says how long. */
const BUSY_PAUSE = 1000;
/** Longest time a server may ask to wait, in milliseconds, that is worth waiting. */
const LONGEST_WAIT = 5000;

/** Has summaries written by a model, within the day's tokens, past the gate. Never rejects. */
export function createWriter({ store, model, dailyTokens, now, chance, after, log }: WriterParts): Writer {
  const purse = createPurse(store, dailyTokens, now);
  const breaker: Breaker = createBreaker(now);
  const counts: Writer['counts'] = { refused: {}, failed: 0, capped: 0 };

  function marker(): string {
    const part = () => Math.floor(chance() * 36 ** 6).toString(36);
    return `=== ${part()}${part()}${part()} ===`;
  }

  async function write({ articles, language, signal, onText }: Writing): Promise<Written> {
    const facts = readFacts(articles.map(({ text }) => text));
    let fault: Fault | undefined;
    for (let answer = 0; answer < ANSWERS; answer++) {
      if (!breaker.allows()) return failed('the server is left alone for a while');
      const secret = marker();
      const prompt = summaryPrompt(articles, language, secret, fault);
      const reserved = await purse.reserve(prompt, MOST_ANSWER_TOKENS);
      if (!reserved) {
        counts.capped++;
        return { none: 'capped' };
      }
      onText?.('');
      const check = (text: string) =>
        gateFault(text, {
          language,
          facts,
          secrets: [secret.replace(/[= ]/g, '')],
          instructions: prompt.system,
        });
      const told = onText && passing(check, onText);
      const result = await asked(prompt, reserved, signal, told);
      if (result instanceof ModelFault) return failed(result.message, result.kind);
      const text = tidy(result.summary ?? '');
      fault = text === '' ? { check: 'length', what: 'empty' } : check(text);
      if (!fault) return { text };
      counts.refused[fault.check] = (counts.refused[fault.check] ?? 0) + 1;
      log.info('summary refused', { check: fault.check, answer: answer + 1, model: model.name });
    }
    return { none: 'refused' };
  }

  /** One call, and one more where the server was busy; the tokens are settled whatever happens. */
  async function asked(
    prompt: ReturnType<typeof summaryPrompt>,
    reserved: Reserved,
    signal: AbortSignal,
    onText: ((content: string) => void) | undefined,
  ): Promise<ModelAnswer | ModelFault> {
    let spent = 0;
    try {
      for (let again = false; ; again = true) {
        try {
          const answer = await model.ask(prompt, {
            signal,
            mostTokens: MOST_ANSWER_TOKENS,
            ...(onText ? { onText } : {}),
          });
          spent = answer.tokens ?? estimated(prompt, answer);
          breaker.succeeded();
          return answer;
        } catch (error) {
          if (!(error instanceof ModelFault)) throw error;
          const { kind, mayHaveCost, retryAfter } = error;
          const wait = retryAfter ?? BUSY_PAUSE;
          const passes = (kind === 'busy' || kind === 'unreachable') && wait <= LONGEST_WAIT;
          if (passes && !again && !signal.aborted && (await pause(wait, signal))) continue;
          if (mayHaveCost) spent = reserved.most;
          breaker.failed();
          return error;
        }
      }
    } finally {
      await reserved.settle(spent);
    }
  }

  /** False when the time is over first. */
  function pause(ms: number, signal: AbortSignal): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const calledOff = after(ms, () => resolve(true));
    const end = () => {
      calledOff();
      resolve(false);
    };
    signal.addEventListener('abort', end, { once: true });
    return promise.finally(() => signal.removeEventListener('abort', end));
  }

  function failed(reason: string, kind = 'paused'): Written {
    counts.failed++;
    log.warn('summary failed', { reason, kind, model: model.name });
    return { none: 'failed' };
  }

  return {
    counts,
    today: () => purse.today(),
    async write(writing) {
      try {
        return await write(writing);
      } catch (error) {
        return failed(error instanceof Error ? error.name : 'unknown', 'mishap');
      }
    },
  };
}

/** Tells of an answer under way the whole sentences that pass, each once. */
function passing(
  check: (text: string) => Fault | undefined,
  onText: (text: string) => void,
): (content: string) => void {
  let told = 0;
  return (content) => {
    const whole = sentences(tidy(writtenSoFar(content))).slice(0, -1);
    if (whole.length <= told) return;
    const text = whole.join(' ');
    if (check(text)) return;
    told = whole.length;
    onText(text);
  };
}

/** One paragraph without controls. */
function tidy(text: string): string {
  return cleanControls(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

/** Where a server does not count: a token a letter, which is more than any tokenizer makes of news. */
function estimated(
  { system, user }: { system: string; user: string },
  { summary = '' }: ModelAnswer,
): number {
  return system.length + user.length + summary.length;
}
