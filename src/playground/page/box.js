import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { toasts } from './notices.js';

/**
 * Opens a box over the page with a heading and a button to close it; Escape closes it too, and the focus goes back.
 * @param {string} testId
 * @param {string} title
 * @param {HTMLElement[]} content
 */
export function openBox(testId, title, content) {
  const close = h(
    'button',
    { type: 'button', class: 'icon-button box-close', 'aria-label': t('close'), title: t('close') },
    icon('close', 20),
  );
  const heading = h('h2', { class: 'box-title', id: `${testId}-title` }, title);
  const box = /** @type {HTMLDialogElement} */ (
    h(
      'dialog',
      { class: 'dialog box', 'aria-labelledby': `${testId}-title`, 'data-testid': testId },
      toasts(),
      h('div', { class: 'box-head' }, heading, close),
      ...content,
    )
  );
  close.addEventListener('click', () => box.close());
  // A press beside the box closes it.
  box.addEventListener('click', (event) => {
    if (event.target === box) box.close();
  });
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}
