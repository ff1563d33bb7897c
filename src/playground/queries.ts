import { badRequest, WorldError } from './errors.ts';

/** Telegram forgets a button press or an inline query that was not answered in time. */
const LIFETIME_MS = 15 * 60 * 1000;

type Answer = Record<string, unknown>;
type Query = { at: number; answered: PromiseWithResolvers<Answer>; answer?: Answer };

/** Presses of inline buttons, or inline queries, waiting for the bot's answer. */
export class QueryBook {
  readonly #queries = new Map<string, Query>();
  readonly #prefix: string;
  readonly #now: () => number;
  #last = 0;

  constructor(prefix: string, now: () => number) {
    this.#prefix = prefix;
    this.#now = now;
  }

  /** Opens a query and gives its id; those that are past go. */
  open(): string {
    for (const [id, { at }] of this.#queries) {
      if (this.#now() - at <= LIFETIME_MS) break;
      this.#queries.delete(id);
    }
    this.#last += 1;
    const id = `${this.#prefix}${String(this.#last).padStart(6, '0')}`;
    this.#queries.set(id, { at: this.#now(), answered: Promise.withResolvers() });
    return id;
  }

  /** Records the bot's answer; throws Telegram's 400 for an unknown or expired query. */
  answer(id: string, answer: Answer): void {
    const query = this.#queries.get(id);
    if (query === undefined || this.#now() - query.at > LIFETIME_MS) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    query.answer = answer;
    query.answered.resolve(answer);
  }

  /** The bot's answer, once it has given one. */
  async answered(id: string): Promise<Answer> {
    const query = this.#queries.get(id);
    if (query === undefined) throw new WorldError(`no query ${id}`);
    return await query.answered.promise;
  }

  answerTo(id: string): Answer | undefined {
    return this.#queries.get(id)?.answer;
  }
}
