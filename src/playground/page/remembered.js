/** What this browser remembers between visits; where storage is forbidden, nothing is. */

/** @param {string} name @returns {string | null} */
export function recall(name) {
  try {
    return localStorage.getItem(`mujaz.${name}`);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function remember(name, value) {
  try {
    localStorage.setItem(`mujaz.${name}`, value);
  } catch {
    // Forbidden or full: the choice lasts as long as the page.
  }
}
