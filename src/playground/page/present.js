/** The present of the playground's house, which its page can move on before the machine's own. */

let offset = 0;

/** @param {number} ms how far the house's clock goes before the machine's */
export function setOffset(ms) {
  offset = ms;
}

/** Milliseconds since 1970. */
export const present = () => Date.now() + offset;

/** A morning that comes sooner is no new day: the sample news tells its second one only after so long, in milliseconds. */
const NIGHT = 7 * 3_600_000;

/** The next 08:00 by this browser's own zone that a night lies before, in milliseconds since 1970. */
export function nextMorning() {
  // Whoever comes after midnight means the morning of the same date.
  const day = new Date(present() + NIGHT);
  const after = day.getHours() < 8 ? 0 : 1;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + after, 8).getTime();
}

/** This browser's zone, as `/subscribe` takes it. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
