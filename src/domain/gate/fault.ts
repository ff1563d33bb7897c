/** What a summary may fail by. */
export type GateCheck =
  | 'length'
  | 'language'
  | 'outside'
  | 'leak'
  | 'numbers'
  | 'dates'
  | 'quotations'
  | 'names'
  | 'polarity'
  | 'strays';

/** Why a summary does not pass: the check, and the words that fail it, for whoever looks into it. */
export interface Fault {
  check: GateCheck;
  what: string;
}
