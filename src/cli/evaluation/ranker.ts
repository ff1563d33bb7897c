/** Ranks ids for a query text or a seed's id; what is measured is a way of doing that. */
export interface Ranker {
  search(query: string): Promise<string[]>;
  related(seed: string): Promise<string[]>;
}
