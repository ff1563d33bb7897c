/** What the chat page is told, as it happens. */
export type PageEvent =
  | { type: 'message' | 'edited'; chat_id: number; message: unknown }
  | { type: 'deleted'; chat_id: number; message_ids: number[] }
  | { type: 'commands'; commands: Record<string, unknown> }
  | { type: 'bot'; bot: unknown }
  | { type: 'answer'; query_id: string; text?: string; show_alert?: boolean; url?: string }
  | { type: 'action'; chat_id: number; action: string }
  | { type: 'draft'; chat_id: number; draft_id: number; text: string; entities?: unknown[] }
  | { type: 'me'; me: unknown }
  | { type: 'chats'; chats: unknown[] }
  | { type: 'clock'; clock: unknown }
  | { type: 'reset' };

export type NumberedEvent = { id: number; event: PageEvent };

/** A page that reconnects within this many events misses none. */
const KEPT = 1000;

/** Numbers events, keeps the latest, and hands each to whoever listens. */
export class EventHub {
  readonly #listeners = new Set<(event: NumberedEvent) => void>();
  #kept: NumberedEvent[] = [];
  #lastId = 0;

  get lastId(): number {
    return this.#lastId;
  }

  publish(event: PageEvent): void {
    this.#lastId += 1;
    const numbered = { id: this.#lastId, event };
    this.#kept.push(numbered);
    if (this.#kept.length > KEPT) this.#kept = this.#kept.slice(-KEPT);
    for (const listener of this.#listeners) listener(numbered);
  }

  /** Events after the one numbered `id`, or one `reset` if some of them are gone or the number was never given. */
  since(id: number): NumberedEvent[] {
    const oldest = this.#kept[0]?.id ?? this.#lastId + 1;
    if (!Number.isInteger(id) || id > this.#lastId || id < oldest - 1) {
      return [{ id: this.#lastId, event: { type: 'reset' } }];
    }
    return this.#kept.filter((kept) => kept.id > id);
  }

  /** Listens until the returned function is called. */
  listen(listener: (event: NumberedEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
