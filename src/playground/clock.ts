/** The present as the playground's house takes it: the machine's own, moved on by as much as the reader asked for. */
export interface MovableClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** How far it goes before the machine's own clock, in ms. */
  readonly offset: number;
  /** Goes to that moment, ms; one that has passed leaves it as it is, since time does not go back in a store. */
  forwardTo(at: number): void;
}

export function createMovableClock(real: () => number): MovableClock {
  let offset = 0;
  return {
    now: () => real() + offset,
    get offset() {
      return offset;
    },
    forwardTo(at) {
      offset = Math.max(offset, at - real());
    },
  };
}
