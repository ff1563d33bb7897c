/** What the house asks of the store for updates on their way in, fetched or brought; part of `Store` in ports.ts. Times in ms. */

/**
 * An update as it came. Those of one lane (a chat's, as a rule) are handled one after the other, by their ids. `mark` tells it from
 * another that bears its id, as those of a server do that began to count anew; it is the same each time the update comes.
 */
export interface IncomingUpdate {
  id: number;
  mark: number;
  lane: number;
  body: string;
}

/** An update that is ours to handle; `tries` counts this time, too. */
export interface ClaimedUpdate {
  id: number;
  body: string;
  tries: number;
}

export interface InboxStore {
  /** Keeps updates until they are handled, each once; the ids of those that were not known. One whose id belonged to another that has been handled takes its place. */
  takeUpdates(updates: readonly IncomingUpdate[], now: number): Promise<Set<number>>;
  /** Takes up to `limit` updates for `holder` until `until`, oldest first: of each lane its first, and none while that is claimed. */
  claimUpdates(claim: {
    now: number;
    until: number;
    holder: string;
    limit: number;
  }): Promise<ClaimedUpdate[]>;
  /** Prolongs the claims on what is still in hand. */
  renewUpdates(claim: { ids: readonly number[]; holder: string; until: number }): Promise<void>;
  /** Forgets what updates said; only their ids and marks stay, to know them again. */
  finishUpdates(claim: { ids: readonly number[]; holder: string }): Promise<void>;
  /** Gives back the claims of holders that work no more. */
  releaseUpdates(isGone: (holder: string) => boolean): Promise<void>;
  /** Forgets handled updates taken before then, up to `limit` of the lowest ids; how many went. */
  expireUpdates(before: number, limit: number): Promise<number>;
}
