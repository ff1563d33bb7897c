/** The present of the playground's house, which its page can move on before the machine's own. */

let offset = 0;

/** @param {number} ms how far the house's clock goes before the machine's */
export function setOffset(ms) {
  offset = ms;
}

/** Milliseconds since 1970. */
export const present = () => Date.now() + offset;

/** 08:00 of tomorrow by this browser's own zone, in milliseconds since 1970. */
export function nextMorning() {
  const day = new Date(present());
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 8).getTime();
}

/** This browser's zone, as `/subscribe` takes it. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
