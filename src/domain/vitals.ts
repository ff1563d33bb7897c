/** How the work stands, for whoever runs the house. Times in milliseconds since the epoch. */
export interface Vitals {
  articles: number;
  stories: number;
  /** Sources by what their last check brought: `well`, `failing`, `muted`, `off`, `unasked`. */
  sources: Record<string, number>;
  /** Messages that are not through yet, by state. */
  deliveries: Record<string, number>;
  /** When the longest waiting row of each kind of work fell due; absent where nothing is due. */
  due: { source?: number; subscription?: number; delivery?: number; update?: number };
}

/** What the house asks of the store for its operator; part of `WorkStore`. */
export interface VitalsStore {
  vitals(now: number): Promise<Vitals>;
}
