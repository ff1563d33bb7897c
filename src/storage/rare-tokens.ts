import type { IndexToken } from '../domain/search.ts';
import type { Posting } from './token-index.ts';

/** A token, and in how many articles of the sample it was seen. */
export interface SeenToken {
  token: IndexToken;
  seen: number;
}

export type HeldToken = Posting & { token: IndexToken };

export interface Rarity {
  /** How many tokens are wanted. */
  wanted: number;
  /** Tokens seen so often or less are looked up, because the sample cannot tell which of them is rarest … */
  rare: number;
  /** … but no more of them than this. */
  lookedUp: number;
  /** A token that stands in no more articles than this is of no use. */
  above: number;
}

/**
 * The rarest tokens that are of use, rarest first. What the sample hardly knows is looked up; the others only
 * where these do not suffice, since their lists are long and their order is known.
 */
export async function rarestTokens(
  postings: (tokens: readonly IndexToken[]) => Promise<Posting[]>,
  tokens: readonly SeenToken[],
  { wanted, rare, lookedUp, above }: Rarity,
): Promise<HeldToken[]> {
  const sorted = tokens.toSorted((a, b) => a.seen - b.seen);
  const doubtful = sorted.filter(({ seen }) => seen <= rare).slice(-lookedUp);
  const held = await look(doubtful);
  if (held.length < wanted) {
    const known = sorted.filter(({ seen }) => seen > rare).slice(0, wanted - held.length);
    held.push(...(await look(known)));
  }
  return held.sort((a, b) => a.frequency - b.frequency).slice(0, wanted);

  async function look(some: readonly SeenToken[]): Promise<HeldToken[]> {
    const found = await postings(some.map(({ token }) => token));
    return some.flatMap(({ token }, at) => {
      const posting = found[at];
      return posting && posting.frequency > above ? [{ token, ...posting }] : [];
    });
  }
}
