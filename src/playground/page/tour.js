import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

/** @typedef {1 | 2 | 3 | 'end'} Step */

/**
 * Where a newcomer stands, told from what has happened rather than from what was pressed.
 * @param {import('./types.js').State} state
 * @returns {Step}
 */
export function stepOf({ me, chats, messages, clock }) {
  if (clock?.next !== undefined) return clock.offset > 0 ? 'end' : 3;
  const home = chats.find(({ type }) => type === 'private');
  const said = messages[String(home?.id)] ?? [];
  return said.some(({ from }) => from !== undefined && from.id !== me.id) ? 2 : 1;
}

/**
 * The line that offers the next step.
 * @param {Step} step
 * @param {{ ask: () => void, subscribe: (place: 'channel' | 'private') => void, morning: () => void, telegram: () => void,
 *   hide: () => void }} actions
 */
export function tourLine(step, { ask, subscribe, morning, telegram, hide }) {
  const button = (/** @type {string} */ words, /** @type {() => void} */ onclick, /** @type {string} */ id) =>
    h('button', { type: 'button', class: 'pill-button strong', 'data-testid': `tour-${id}`, onclick }, words);
  const [words, ...buttons] = {
    1: [t('tourAsk'), button(t('tourAskDo'), ask, 'ask')],
    2: [
      t('tourSubscribe'),
      button(t('tourSubscribeChannel'), () => subscribe('channel'), 'channel'),
      button(t('tourSubscribeHere'), () => subscribe('private'), 'private'),
    ],
    3: [t('tourMorning'), button(t('tourMorningDo'), morning, 'morning')],
    end: [t('tourEnd'), button(t('telegram'), telegram, 'telegram')],
  }[step];
  const close = {
    type: 'button',
    class: 'icon-button tour-close',
    'data-testid': 'tour-hide',
    onclick: hide,
  };
  return h(
    'section',
    { class: 'tour', 'aria-label': t('tour'), 'data-testid': 'tour', 'data-step': String(step) },
    h(
      'p',
      { class: 'tour-words' },
      h('span', { class: 'tour-step' }, step === 'end' ? t('tourEndStep') : t('tourStep', { n: step })),
      ' ',
      words ?? '',
    ),
    h('div', { class: 'tour-actions' }, ...buttons),
    h('button', { ...close, 'aria-label': t('tourClose'), title: t('tourClose') }, icon('close', 18)),
  );
}
