/** What the house asks of the store for keeping to the day's tokens; part of `Store` in ports.ts. */

/** Tokens of one day (UTC), over all processes. */
export interface Spend {
  /** What finished calls used. */
  spent: number;
  /** What is set aside for calls under way; what a killed process set aside stays so until the day is over. */
  reserved: number;
}

export interface SpendStore {
  /** Sets tokens aside, or says no: spent and reserved together never come above the cap, however many processes ask. */
  reserveTokens(order: { day: string; tokens: number; cap: number }): Promise<boolean>;
  /** Puts what a call really used in the place of what was set aside for it. */
  settleTokens(order: { day: string; reserved: number; spent: number }): Promise<void>;
  spendOf(day: string): Promise<Spend>;
}
