import { h } from './dom.js';
import { t } from './i18n.js';

/** Milliseconds a toast stays, and how many more for each letter it holds. */
const STAYS = 3000;
const FOR_EACH_LETTER = 45;

let timer = 0;

/** Where a box over the page tells what the page itself cannot while it is inert; to be there before its first words are. */
export const toasts = () => h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

/** Says something for a moment; a later one takes its place. @param {string} words */
export function toast(words) {
  const own = /** @type {HTMLElement} */ (document.getElementById('toasts'));
  const place = [...document.querySelectorAll('dialog[open] > .toasts')].at(-1) ?? own;
  clearTimeout(timer);
  own.replaceChildren();
  place.replaceChildren(h('p', { class: 'toast', dir: 'auto', 'data-testid': 'toast' }, words));
  timer = setTimeout(() => place.replaceChildren(), STAYS + FOR_EACH_LETTER * words.length);
}

/** Says something that the reader must put away. @param {string} words */
export function alertBox(words) {
  void dialog(words, [
    h('button', { class: 'dialog-button strong', value: 'yes', autofocus: true }, t('confirm')),
  ]);
}

/** @param {string} question @param {string} yes @returns {Promise<boolean>} */
export function ask(question, yes) {
  return dialog(question, [
    h('button', { class: 'dialog-button', value: 'no', autofocus: true }, t('cancel')),
    h('button', { class: 'dialog-button danger', value: 'yes' }, yes),
  ]);
}

/** @param {string} words @param {HTMLElement[]} buttons @returns {Promise<boolean>} */
function dialog(words, buttons) {
  const text = h('p', { class: 'dialog-words', id: 'dialog-words' }, words);
  const form = h('form', { method: 'dialog' }, text, h('div', { class: 'dialog-buttons' }, ...buttons));
  const box = /** @type {HTMLDialogElement} */ (
    h(
      'dialog',
      { class: 'dialog', 'aria-labelledby': 'dialog-words', 'data-testid': 'dialog' },
      form,
      toasts(),
    )
  );
  document.body.append(box);
  box.showModal();
  return new Promise((resolve) => {
    box.addEventListener('close', () => {
      resolve(box.returnValue === 'yes');
      box.remove();
    });
  });
}

/** @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t('copied'));
  } catch {
    toast(t('copyFailed'));
  }
}
