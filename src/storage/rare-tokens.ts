import type { IndexToken } from '../domain/search.ts';
import type { Posting } from './token-index.ts';

/** A token, and in how many articles of the sample it was seen. */
export interface SeenToken {
  token: IndexToken;
  seen: number;
}

export type HeldToken = Posting & { token: IndexToken };

export interface Rarity {
  /** How many tokens are wanted, beside those that stand in very few articles. */
  wanted: number;
  /** Tokens seen so often or less are looked up, because the sample cannot tell which of them is rarest … */
  rare: number;
  /** … but no more of them than this. */
  lookedUp: number;
  /** A token that stands in no more articles than this is of no use. */
  above: number;
}

/** Tokens that stand in so few more articles lead to next to nothing; they are given, but beside those that are wanted. */
const FEW = 3;

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
  const leading = held.filter(({ frequency }) => frequency > above + FEW).length;
  if (leading < wanted) {
    const known = sorted.filter(({ seen }) => seen > rare).slice(0, wanted - leading);
    held.push(...(await look(known)));
  }
  held.sort((a, b) => a.frequency - b.frequency);
  const few = held.findIndex(({ frequency }) => frequency > above + FEW);
  return few < 0 ? held : held.slice(0, few + wanted);

  async function look(some: readonly SeenToken[]): Promise<HeldToken[]> {
    const found = await postings(some.map(({ token }) => token));
    return some.flatMap(({ token }, at) => {
      const posting = found[at];
      return posting && posting.frequency > above ? [{ token, ...posting }] : [];
    });
  }
}
