import { conflict } from './errors.ts';
import type { Update, UpdateKind } from './shapes.ts';

/** Left out unless asked for by name (Bot API, getUpdates `allowed_updates`). */
const NOT_BY_DEFAULT: ReadonlySet<string> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]);
const FIRST_UPDATE_ID = 710_000_001;

export type Webhook = { url: string; secretToken?: string; maxConnections: number };

export type Taking = {
  offset?: number | undefined;
  limit?: number | undefined;
  timeoutMs?: number | undefined;
  allowedUpdates?: readonly string[] | undefined;
};

type Waiting = { finish: () => void; refuse: (error: Error) => void };

/** The updates waiting for the bot, kept until it confirms them by asking for a later one. */
export class UpdateQueue {
  /** Why the address did not take an update the last time, and when (seconds). */
  trouble: { date: number; message: string } | undefined;
  allowed: readonly string[] = [];
  #queue: Update[] = [];
  #nextId = FIRST_UPDATE_ID;
  #waiting: Waiting | undefined;
  #webhook: Webhook | undefined;
  #changed = Promise.withResolvers<void>();

  /** Queues an update unless its kind was not asked for; the payload is copied as it is now. */
  add(kind: UpdateKind, payload: unknown): void {
    const wanted = this.allowed.length > 0 ? this.allowed.includes(kind) : !NOT_BY_DEFAULT.has(kind);
    if (!wanted) return;
    this.#queue.push({ update_id: this.#nextId, [kind]: structuredClone(payload) });
    this.#nextId += 1;
    this.#waiting?.finish();
    this.#tell();
  }

  get webhook(): Webhook | undefined {
    return this.#webhook;
  }

  set webhook(webhook: Webhook | undefined) {
    this.#webhook = webhook;
    this.trouble = undefined;
    this.#tell();
  }

  /** Settles when an update has come or the address has changed since the last call. */
  async change(): Promise<void> {
    await this.#changed.promise;
    this.#changed = Promise.withResolvers();
  }

  /** The bot has taken this one. */
  confirm(id: number): void {
    this.#queue = this.#queue.filter((update) => update.update_id !== id);
  }

  /** Updates the bot has not confirmed yet, oldest first. */
  get pending(): readonly Update[] {
    return this.#queue;
  }

  /** Whether a getUpdates call waits just now. */
  get polled(): boolean {
    return this.#waiting !== undefined;
  }

  /** Changes what is queued from now on; an empty list is Telegram's default. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds !== undefined) this.allowed = [...kinds];
  }

  drop(): void {
    this.#queue = [];
  }

  /**
   * Answers getUpdates: at once if something waits, otherwise when something comes or `timeoutMs` are over.
   * Ends an older call that still waits with 409; throws 409 itself while a webhook is set.
   */
  async take(
    { offset = 0, limit = 100, timeoutMs = 0, allowedUpdates }: Taking,
    signal?: AbortSignal,
  ): Promise<Update[]> {
    if (this.webhook !== undefined) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.interrupt('terminated by other getUpdates request; make sure that only one bot instance is running');
    this.allow(allowedUpdates);
    if (offset < 0) this.#queue = this.#queue.slice(offset);
    else if (offset > 0) this.#queue = this.#queue.filter((update) => update.update_id >= offset);
    if (this.#queue.length === 0 && timeoutMs > 0) await this.#wait(timeoutMs, signal);
    return this.#queue.slice(0, Math.min(100, Math.max(1, limit)));
  }

  /** Ends a waiting getUpdates with 409. */
  interrupt(reason: string): void {
    this.#waiting?.refuse(conflict(reason));
  }

  /** Ends a waiting getUpdates with what there is. */
  release(): void {
    this.#waiting?.finish();
  }

  #tell(): void {
    this.#changed.resolve();
  }

  #wait(timeoutMs: number, signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const settle = (end: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', waiting.finish);
      if (this.#waiting === waiting) this.#waiting = undefined;
      end();
    };
    const waiting: Waiting = {
      finish: () => settle(resolve),
      refuse: (error) => settle(() => reject(error)),
    };
    const timer = setTimeout(waiting.finish, timeoutMs);
    this.#waiting = waiting;
    signal?.addEventListener('abort', waiting.finish);
    if (signal?.aborted) waiting.finish();
    return promise;
  }
}
