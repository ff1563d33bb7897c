export type JournalAnswer = { ok: true } | { ok: false; error_code: number; description: string } | 'dropped';

/** One call the Bot API received. `answer` is missing while the call is under way. */
export type JournalEntry = {
  method: string;
  parameters: Record<string, unknown>;
  /** milliseconds since 1970, of the clock handed in */
  at: number;
  answer?: JournalAnswer;
};

/** A playground may run for weeks: only the latest calls are kept. */
const KEPT = 20_000;

/** Adds an entry at the end and forgets the oldest beyond the limit. */
export function record(journal: JournalEntry[], entry: JournalEntry): JournalEntry {
  journal.push(entry);
  if (journal.length > KEPT) journal.splice(0, journal.length - KEPT);
  return entry;
}
