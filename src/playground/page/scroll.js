import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

/** CSS pixels from the end within which a reader counts as being at the end. */
const AT_END = 48;
/** CSS pixels left free above a message that is shown from its beginning. */
const ABOVE = 10;

/**
 * Keeps a reader who is at the end at the end, whatever grows (a new message, a picture that arrives, the composer);
 * a reader who is further up stays where they are and gets a button.
 * @param {HTMLElement} log the element that scrolls
 * @param {HTMLElement} content what it holds
 */
export function createScroll(log, content) {
  let atEnd = true;
  let unseen = 0;
  /** The first message that came while the reader was elsewhere. @type {HTMLElement | undefined} */
  let firstUnseen;
  let last = { top: 0, whole: 0, view: 0 };
  const words = h('span', { class: 'to-end-words' });
  const button = h('button', { type: 'button', class: 'to-end', hidden: true }, words, icon('down', 20));
  button.addEventListener('click', () => {
    if (firstUnseen?.isConnected) toStart(firstUnseen);
    else toEnd(true);
    firstUnseen = undefined;
    unseen = 0;
    show();
    // The button is about to go, and the focus must not go with it.
    log.focus({ preventScroll: true });
  });

  const manner = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

  const measure = () => ({ top: log.scrollTop, whole: log.scrollHeight, view: log.clientHeight });

  function show() {
    if (atEnd) {
      unseen = 0;
      firstUnseen = undefined;
    }
    button.hidden = atEnd;
    words.textContent = unseen > 0 ? t('newMessages', { n: unseen }) : '';
    button.setAttribute('aria-label', unseen > 0 ? t('newMessages', { n: unseen }) : t('toEnd'));
  }

  /** @param {boolean} [gently] */
  function toEnd(gently = false) {
    log.scrollTo({ top: log.scrollHeight, behavior: gently ? manner() : 'auto' });
    if (gently) return;
    atEnd = true;
    last = measure();
    show();
  }

  /** @param {HTMLElement} node */
  function toStart(node) {
    const distance = node.getBoundingClientRect().top - log.getBoundingClientRect().top;
    log.scrollTo({ top: log.scrollTop + distance - ABOVE });
    atEnd = false;
    last = measure();
    show();
  }

  log.addEventListener(
    'scroll',
    () => {
      const now = measure();
      const isSameSize = now.whole === last.whole && now.view === last.view;
      if (now.whole - now.top - now.view < AT_END) atEnd = true;
      // Only a way up leaves the end: a change of size may push the end away before the observer has answered it.
      else if (isSameSize && now.top < last.top) atEnd = false;
      last = now;
      show();
    },
    { passive: true },
  );
  const observer = new ResizeObserver(() => {
    if (atEnd) toEnd();
    last = measure();
  });
  observer.observe(content);
  observer.observe(log);

  return {
    button,
    toEnd,
    manner,
    translate: show,
    /** Runs a change of the content. @param {() => void} change */
    around(change) {
      const wasAtEnd = atEnd;
      change();
      if (wasAtEnd) toEnd();
    },
    /**
     * @param {boolean} own the reader's own message always goes to the end
     * @param {HTMLElement | undefined} node a message too tall to be seen whole is shown from its beginning
     */
    arrived(own, node) {
      const isTall = node !== undefined && node.offsetHeight > log.clientHeight - ABOVE;
      if (!own && atEnd && isTall) toStart(node);
      else if (own || atEnd) toEnd();
      else {
        unseen += 1;
        firstUnseen ??= node;
        show();
      }
    },
  };
}
