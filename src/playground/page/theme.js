import { t } from './i18n.js';
import { icon } from './icons.js';
import { remember } from './remembered.js';

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** The reader's own choice, else the system's. */
const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === undefined ? DARK.matches : chosen === 'dark';
};

/** Draws the toggle in the language and theme of the moment. @param {HTMLElement} button */
export function renderTheme(button) {
  const words = t(isDark() ? 'themeToLight' : 'themeToDark');
  button.replaceChildren(icon(isDark() ? 'sun' : 'moon', 20));
  button.setAttribute('aria-label', words);
  button.title = words;
}

/** @param {HTMLElement} button */
export function startTheme(button) {
  button.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    remember('theme', next);
    renderTheme(button);
  });
  DARK.addEventListener('change', () => renderTheme(button));
}
