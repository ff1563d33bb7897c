import * as page from './catalogue.js';
import * as stage from './catalogue-stage.js';
import { recall, remember } from './remembered.js';

/** @typedef {'ar' | 'en'} Language */

const ar = { ...page.ar, ...stage.ar };
const en = { ...page.en, ...stage.en };

/** @type {Language} */
let language = recall('language') === 'en' ? 'en' : 'ar';

export const currentLanguage = () => language;

/** Western digits in both languages: the page shows clocks and counts beside the bot's own digits. */
export const locale = () => (language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : 'en-GB');

/**
 * @param {keyof typeof ar} key
 * @param {Record<string, string | number>} [values] `n` chooses the plural form
 * @returns {string}
 */
export function t(key, values = {}) {
  const entry = (language === 'ar' ? ar : en)[key];
  let phrase = typeof entry === 'string' ? entry : entry[pluralForm(Number(values.n))];
  for (const [name, value] of Object.entries(values)) phrase = phrase.replaceAll(`{${name}}`, String(value));
  return phrase;
}

/** @param {number} n @returns {'one' | 'two' | 'few' | 'many' | 'other'} */
function pluralForm(n) {
  const form = new Intl.PluralRules(language).select(n);
  return form === 'zero' ? 'other' : form;
}

/**
 * Takes the language of a reader's `language_code`: Arabic for ar and its regions, English for all others.
 * Returns whether it changed.
 * @param {string | undefined} code
 */
export function useLanguage(code) {
  /** @type {Language} */
  const next = /^ar\b/i.test(code ?? 'ar') ? 'ar' : 'en';
  const changed = next !== language;
  language = next;
  remember('language', next);
  return changed;
}

/** Writes direction, title and the words of the elements that stand in index.html. */
export function translateShell() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.title = t('title');
  for (const node of document.querySelectorAll('[data-i18n]')) {
    node.textContent = t(/** @type {keyof typeof ar} */ (node.getAttribute('data-i18n')));
  }
  for (const node of document.querySelectorAll('[data-i18n-label]')) {
    node.setAttribute('aria-label', t(/** @type {keyof typeof ar} */ (node.getAttribute('data-i18n-label'))));
  }
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language));
  }
}
