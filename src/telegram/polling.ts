import type { RunnerHandle } from '@grammyjs/runner';
import { createRunner, createSource, createUpdateFetcher } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import { GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { IncomingUpdate } from '../domain/inbox-store.ts';
import type { Log } from '../domain/ports.ts';
import { faultCode } from './once-more.ts';
import type { Sleep } from './patience.ts';
import { readUpdate, UPDATES } from './update.ts';

/** Seconds to wait when somebody else takes the updates of this token: they are never fought over. */
const RIVAL_WAIT = 30;
/** Seconds between attempts to keep what was fetched. */
const KEEPING_WAIT = 1;

export interface PollingOptions {
  log: Log;
  sleep: Sleep;
  onFatal(reason: string): void;
}

/** Keeps an update for good; rejects when it cannot be kept now. */
export type Keep = (update: IncomingUpdate) => Promise<unknown>;

/** Begins to fetch updates for `keep`; `stop` fetches no more, and it may begin again. */
export type Poll = (keep: Keep) => { stop(): Promise<void> };

/** Fetches a bot's updates, and takes back once what an earlier webhook was given; what waits for it is kept. */
export function createPoll(bot: Bot, options: PollingOptions): Poll {
  /** Once: a webhook that somebody sets later is theirs. */
  let taken = false;
  async function takeBack(): Promise<void> {
    if (!taken) await bot.api.deleteWebhook({ drop_pending_updates: false });
    taken = true;
  }
  return (keep) => poll(bot, keep, takeBack, options);
}

/** Asking for more tells Telegram that the last are safe: so more is asked for only when each of them is kept. */
function poll(
  bot: Bot,
  keep: Keep,
  takeBack: () => Promise<void>,
  { log, sleep, onFatal }: PollingOptions,
): ReturnType<Poll> {
  const stopping = new AbortController();
  let runner: RunnerHandle | undefined;
  /** The conflict that stands in the log; each is told once, and that it is over. */
  let conflict: string | undefined;

  /** Says who has the updates. */
  function tellConflict(description: string): void {
    const found = /webhook/i.test(description)
      ? 'a webhook is set for this token: another process has the updates brought to it'
      : 'another process polls with this token';
    if (found !== conflict) log.warn(found, { wait: RIVAL_WAIT });
    conflict = found;
  }

  function tellPeace(): void {
    if (conflict !== undefined) log.info('updates come here again');
    conflict = undefined;
  }

  /** Keeps what was fetched, however often the store has to be asked, unless the end comes first: then it is fetched again. */
  async function keepAll(updates: readonly Update[]): Promise<void> {
    const read = updates
      .map((update) => readUpdate(JSON.stringify(update)))
      .filter((each) => each !== undefined);
    for (let told = false; !stopping.signal.aborted; told = true) {
      try {
        await Promise.all(read.map(keep));
        return;
      } catch (error) {
        if (!told) log.error('updates not taken', { reason: describe(error) });
        await sleep(KEEPING_WAIT, stopping.signal);
      }
    }
  }

  function fetching(): RunnerHandle {
    const fetch = createUpdateFetcher(bot, { fetch: { allowed_updates: [...UPDATES] }, silent: true });
    async function supply(...asked: Parameters<typeof fetch>): Promise<Update[]> {
      const updates = await fetch(...asked);
      tellPeace();
      return updates;
    }
    const begun = createRunner(createSource({ supply }), {
      async handle(updates: Update[]) {
        await keepAll(updates);
        return Infinity;
      },
      size: () => 0,
      snapshot: () => [],
    });
    begun.start();
    return begun;
  }

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await takeBack();
        if (stopping.signal.aborted) return;
        runner = fetching();
        await runner.task();
        return;
      } catch (error) {
        if (!(error instanceof GrammyError)) {
          log.error('polling failed', { reason: describe(error) });
        } else if (error.error_code === 409) {
          tellConflict(error.description);
        } else {
          onFatal(`Telegram ended the polling (${error.error_code} ${error.description})`);
          return;
        }
        await sleep(RIVAL_WAIT, stopping.signal);
      }
    }
  }

  const working = work();
  return {
    async stop() {
      stopping.abort();
      if (runner?.isRunning()) await runner.stop();
      await working;
    },
  };
}

/** An error for the log. HttpError's own text carries the address, and with it the token: only its kind and code are told. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'HttpError') return `Telegram could not be reached (${faultCode(error) ?? 'no code'})`;
  return `${error.name}: ${error.message}`;
}
