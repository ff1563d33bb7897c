import { openBox } from './box.js';
import { dayAndClock } from './dates.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { present } from './present.js';

/** @param {number} ms */
export const inWords = (ms) => dayAndClock(ms / 1000);

/**
 * The playground's clock and what can be done with it.
 * @param {{ clock: import('./types.js').Clock | undefined, toNext: () => void, toMorning: () => void }} given
 */
export function openClock({ clock, toNext, toMorning }) {
  const isMoved = (clock?.offset ?? 0) > 0;
  const next = clock?.next;
  const act = (/** @type {() => void} */ work) => () => {
    box.close();
    work();
  };
  const box = openBox('clock-box', t('clock'), [
    h('p', { class: 'box-time' }, inWords(present())),
    h('p', {}, t(isMoved ? 'clockIsMoved' : 'clockIsReal')),
    h('p', {}, next === undefined ? t('clockNoNext') : t('clockNext', { when: inWords(next) })),
    h(
      'div',
      { class: 'box-actions' },
      h(
        'button',
        {
          type: 'button',
          class: 'pill-button strong',
          'data-testid': 'clock-next',
          disabled: next === undefined,
          onclick: act(toNext),
        },
        t('clockToNext'),
      ),
      h(
        'button',
        { type: 'button', class: 'pill-button', 'data-testid': 'clock-morning', onclick: act(toMorning) },
        t('clockToMorning'),
      ),
    ),
    h('p', { class: 'box-note' }, t('clockTwoDays')),
    h('p', { class: 'box-note' }, t('clockBack')),
  ]);
}
