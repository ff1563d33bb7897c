import { inWords, openClock } from './clockbox.js';
import { arrange, h } from './dom.js';
import { currentLanguage, t } from './i18n.js';
import { icon } from './icons.js';
import { toast } from './notices.js';
import { nextMorning, present, zone } from './present.js';
import { recall, remember } from './remembered.js';
import { server } from './server.js';
import { openTelegram } from './telegrambox.js';
import { stepOf, tourLine } from './tour.js';

/** Milliseconds: how often a moved clock is drawn anew, and how soon after a message the next digest is asked for. */
const TICK = 10_000;
const SOON = 400;

/**
 * What surrounds the chats: the playground's clock, the tour, the way to Telegram.
 * @param {{ store: import('./store.js').Store, go: (chatId: string) => void, copy: (text: string) => void,
 *   send: (chatId: number, text: string) => Promise<boolean>, toEnd: () => void }} page  `toEnd` brings every open
 *   chat to its end, so that what comes next is seen
 */
export function createStage({ store, go, copy, send, toEnd }) {
  const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const line = element('stage');
  const clockButton = element('clock');
  const again = element('tour-again');
  const telegram = () => openTelegram({ copy });
  let isAsking = false;
  let isHidden = recall('tour') === 'hidden';
  const clockWords = h('span');
  const clockTime = h('b');
  const clockLine = h(
    'p',
    { class: 'clock-line', 'data-testid': 'clock-line' },
    icon('clock', 16),
    h('span', {}, clockWords, clockTime),
  );
  let tour = h('section');
  let tourFor = '';
  let timer = 0;

  /** @param {{ to: 'next-digest' } | { at: number }} body */
  async function move(body) {
    toEnd();
    try {
      const { moved, clock } = await server.moveClock(body);
      store.apply({ type: 'clock', clock });
      toast(moved ? t('clockMoved', { when: inWords(clock.now) }) : t('clockNoNext'));
    } catch {
      toast(t('actionFailed'));
    }
  }
  const toMorning = () => move({ at: nextMorning() });

  /** @param {'private' | 'channel'} type */
  const chatOf = (type) => store.state?.chats.find((chat) => chat.type === type);

  /** @param {'private' | 'channel'} type @param {string} text */
  async function say(type, text) {
    const chat = chatOf(type);
    if (!chat) return;
    go(String(chat.id));
    await send(chat.id, text);
  }

  /** A channel has no client that tells its language, so it is told which one the page is read in. @param {'private' | 'channel'} type */
  async function subscribe(type) {
    if (type === 'channel' && currentLanguage() === 'en') await say(type, '/language en');
    await say(type, `/subscribe 08:00 ${zone()}`);
  }

  /** @param {boolean} hidden */
  function hide(hidden) {
    isHidden = hidden;
    remember('tour', hidden ? 'hidden' : 'shown');
    render();
    if (hidden) clockButton.focus();
    else focusIn(tour, null);
  }

  /** @param {ReturnType<typeof stepOf>} step */
  function renderTour(step) {
    const wanted = `${currentLanguage()}/${step}`;
    if (wanted === tourFor) return;
    tourFor = wanted;
    const old = tour;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    tour = tourLine(step, {
      ask: () => void say('private', '/latest'),
      subscribe: (type) => void subscribe(type),
      morning: () => void toMorning(),
      telegram,
      hide: () => hide(true),
    });
    if (!focused) return;
    old.replaceWith(tour);
    focusIn(tour, focused.getAttribute('data-testid'));
  }

  function render() {
    const { state } = store;
    if (!state) return;
    for (const [button, words] of /** @type {const} */ ([[clockButton, t('clock')]])) {
      button.setAttribute('aria-label', words);
      button.title = words;
    }
    const isMoved = (state.clock?.offset ?? 0) > 0;
    clockButton.classList.toggle('on', isMoved);
    const step = stepOf(state);
    again.hidden = !isHidden;
    renderTour(step);
    clockWords.textContent = `${t('clock')}: `;
    clockTime.textContent = inWords(present());
    arrange(line, [...(isMoved ? [clockLine] : []), ...(isHidden ? [] : [tour])]);
  }

  async function askClock() {
    try {
      store.apply({ type: 'clock', clock: await server.clock() });
    } catch {
      // The connection's own notice says what is wrong.
    }
  }

  clockButton.append(icon('clock', 20));
  clockButton.addEventListener('click', async () => {
    if (isAsking) return;
    isAsking = true;
    await askClock();
    isAsking = false;
    const { state } = store;
    openClock({
      clock: state?.clock,
      toNext: () => void move({ to: 'next-digest' }),
      toMorning: () => void toMorning(),
    });
  });
  again.addEventListener('click', () => hide(false));
  element('telegram').addEventListener('click', telegram);
  setInterval(render, TICK);

  return {
    render,
    /** After a message the next digest may be another: a subscription may have come or gone. */
    heard() {
      clearTimeout(timer);
      timer = setTimeout(() => void askClock(), SOON);
    },
  };
}

/** Brings the focus to the same button of a line that was drawn anew, or to its first. @param {HTMLElement} line @param {string | null} testId */
function focusIn(line, testId) {
  const same = line.querySelector(`[data-testid="${testId}"]`);
  /** @type {HTMLElement | null} */ (same ?? line.querySelector('button'))?.focus();
}
