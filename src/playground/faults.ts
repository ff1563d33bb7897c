/** What befalls a call: an error answer, a connection cut before or after the call took effect, or a delay. */
export type Fault =
  | { status: number; description: string; retryAfter?: number; migrateToChatId?: number }
  | 'drop-before'
  | 'drop-after'
  | { delayMs: number };

export type FaultMatch = { method?: string; chatId?: number | string };

type Planned = FaultMatch & { fault: Fault; times: number };

/** Faults planned by a test for the calls to come; none by default. */
export class Faults {
  #planned: Planned[] = [];

  /** The next call that matches (or the next `times` of them) meets this fault. Method names ignore case. */
  next(match: FaultMatch, fault: Fault, times = 1): void {
    this.#planned.push({ ...match, fault, times });
  }

  /** Takes the first fault planned for such a call. */
  take(method: string, chatId: unknown): Fault | undefined {
    const found = this.#planned.find(
      (planned) =>
        (planned.method === undefined || planned.method.toLowerCase() === method.toLowerCase()) &&
        (planned.chatId === undefined || String(planned.chatId) === String(chatId)),
    );
    if (found === undefined) return undefined;
    found.times -= 1;
    if (found.times <= 0) this.#planned = this.#planned.filter((planned) => planned !== found);
    return found.fault;
  }

  clear(): void {
    this.#planned = [];
  }
}
