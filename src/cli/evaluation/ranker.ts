/** Ranks ids for a query text (so many of them) or a seed's id; what is measured is a way of doing that. */
export interface Ranker {
  search(query: string, size: number): Promise<string[]>;
  related(seed: string): Promise<string[]>;
}
