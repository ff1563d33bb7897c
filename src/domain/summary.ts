/** What a reader is given of a story besides its headline. */
export interface Summary {
  /** `generated` by a model and passed by the gate, or an `extract`: sentences of the articles themselves. */
  kind: 'generated' | 'extract';
  /** Plain text without links or markup; empty when the articles have nothing that may stand here. */
  text: string;
  /** The language it is written in: that of the sentences for an extract. */
  language: string;
  /** Articles it was made from, by id, the most important first. */
  from: readonly number[];
}

/** What became of summaries, for those who run the house. Tokens are of today (UTC), the counts of this process. */
export interface SummaryTally {
  /** Whether a model is set at all. */
  model: boolean;
  day: string;
  spent: number;
  reserved: number;
  cap: number;
  /** Answers from the cache, and calls that were joined to one under way. */
  hits: number;
  generated: number;
  extracts: number;
  /** Answers of the model that the gate held back, and by which check. */
  refused: number;
  refusals: Record<string, number>;
  /** Calls that failed or came too late. */
  failed: number;
  /** Calls not made because the day's tokens are used up. */
  capped: number;
}
