import { byPattern, fullDate, isoDate } from './dates.js';
import { firstStrong } from './direction.js';
import { h, pressable } from './dom.js';
import { t } from './i18n.js';
import { safeAddress } from './links.js';

/**
 * @typedef {import('./types.js').Entity} Entity
 * @typedef {Entity & { end: number, words: string }} Span
 * @typedef {{ command: (text: string) => void, follow: (address: string) => boolean,
 *   mention: (username: string) => (() => void) | null }} TextActions
 */

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);
const LINKS = new Set([
  'text_link',
  'url',
  'email',
  'mention',
  'bot_command',
  'hashtag',
  'cashtag',
  'text_mention',
]);

/** Blocks stand outside links, links outside styles: what the document allows to nest. @param {Entity} entity */
const rank = (entity) => (BLOCKS.has(entity.type) ? 0 : LINKS.has(entity.type) ? 1 : 2);

/**
 * Draws a text with its entities as nodes. Entities may nest and overlap; one that is cut by the edge of another of
 * an outer rank is drawn in pieces. Those that lie outside the text are ignored.
 * @param {string} text
 * @param {Entity[]} entities offsets and lengths in UTF-16 units, as the Bot API counts
 * @param {TextActions} actions
 * @returns {DocumentFragment}
 */
export function renderText(text, entities, actions) {
  const spans = entities
    .filter(({ offset, length }) => length > 0 && offset >= 0 && offset < text.length)
    .map((entity) => {
      const end = Math.min(entity.offset + entity.length, text.length);
      return { ...entity, end, words: text.slice(entity.offset, end) };
    })
    .sort((one, other) => rank(one) - rank(other) || one.offset - other.offset || other.end - one.end);
  const edges = new Set([0, text.length, ...spans.flatMap(({ offset, end }) => [offset, end])]);
  const cuts = [...edges].sort((one, other) => one - other);

  const root = document.createDocumentFragment();
  /** @type {{ span: Span, inner: HTMLElement }[]} */
  let open = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    const covering = spans.filter(({ offset, end }) => offset <= from && end >= to);
    const kept = open.findIndex(({ span }, depth) => span !== covering[depth]);
    const closesBlock = open.some(({ span }) => BLOCKS.has(span.type) && span.end === from);
    if (kept >= 0) open = open.slice(0, kept);
    for (const span of covering.slice(open.length)) {
      const { outer, inner } = element(span, actions);
      (open.at(-1)?.inner ?? root).append(outer);
      open.push({ span, inner });
    }
    // The line break after a block is the block's own end: drawn as well it would leave an empty line.
    const words = closesBlock && text[from] === '\n' ? text.slice(from + 1, to) : text.slice(from, to);
    const dated = open.find(({ span }) => span.type === 'date_time')?.span;
    const shown = dated
      ? dated.offset === from && dated.date_time_format
        ? when(dated)
        : restOf(dated, words)
      : words;
    if (shown !== '') (open.at(-1)?.inner ?? root).append(shown);
  }
  return root;
}

/** @param {Span} span */
const when = (span) => byPattern(span.unix_time ?? 0, span.date_time_format) ?? span.words;

/** A date cut by another entity is written whole in its first piece. @param {Span} span @param {string} words */
const restOf = (span, words) => (span.date_time_format ? '' : words);

/** @type {Record<string, string>} */
const PLAIN = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' };

/**
 * @param {Span} span
 * @param {TextActions} actions
 * @returns {{ outer: HTMLElement, inner: HTMLElement }}
 */
function element(span, actions) {
  const alone = (/** @type {HTMLElement} */ node) => ({ outer: node, inner: node });
  switch (span.type) {
    case 'text_link':
      return alone(link(span.url, actions));
    case 'url':
      return alone(link(span.words, actions));
    case 'email':
      return alone(link(`mailto:${span.words}`, actions));
    case 'mention':
      return alone(pressed('mention', actions.mention(span.words.slice(1))));
    case 'bot_command':
      return alone(pressed('command', () => actions.command(span.words)));
    case 'hashtag':
    case 'cashtag':
    case 'text_mention':
      return alone(h('span', { class: 'tag' }));
    case 'date_time':
      return alone(
        h('time', {
          datetime: isoDate(span.unix_time ?? 0),
          title: fullDate(span.unix_time ?? 0),
        }),
      );
    case 'spoiler':
      return spoiler();
    case 'pre': {
      const inner = h('code', {});
      return { outer: h('pre', { 'data-code': span.language, dir: 'ltr', tabindex: 0 }, inner), inner };
    }
    case 'blockquote':
      return alone(h('blockquote', { dir: firstStrong(span.words) }));
    case 'expandable_blockquote':
      return expandable(span);
    default:
      return alone(h(PLAIN[span.type] ?? 'span'));
  }
}

/** @param {string | undefined} address @param {TextActions} actions */
export function link(address, actions) {
  const href = safeAddress(address);
  if (href === null) return h('span');
  const follow = (/** @type {Event} */ event) => {
    if (actions.follow(href)) event.preventDefault();
  };
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer', title: href, onclick: follow });
}

/** @param {string} name @param {(() => void) | null} action */
function pressed(name, action) {
  const node = h('span', { class: `tag ${name}` });
  if (action) pressable(node, action);
  return node;
}

/** All spoilers of a message are revealed together, as in Telegram. */
export function spoiler() {
  const inner = h('span', { inert: true });
  const node = h('span', { class: 'spoiler', title: t('spoiler') }, inner);
  pressable(node, (event) => {
    const text = node.closest('.text');
    if (!text || text.classList.contains('revealed')) return;
    event.preventDefault();
    text.classList.add('revealed');
    for (const hidden of text.querySelectorAll('.spoiler')) {
      for (const name of ['role', 'tabindex', 'title']) hidden.removeAttribute(name);
      hidden.firstElementChild?.removeAttribute('inert');
    }
  });
  return { outer: node, inner };
}

/** @param {Span} span */
function expandable(span) {
  const inner = h('div', { class: 'folded' });
  const toggle = h('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false' }, t('more'));
  toggle.addEventListener('click', () => {
    const isOpen = inner.classList.toggle('open');
    toggle.setAttribute('aria-expanded', String(isOpen));
    toggle.textContent = t(isOpen ? 'less' : 'more');
  });
  const outer = h('blockquote', { class: 'expandable', dir: firstStrong(span.words) }, inner, toggle);
  new ResizeObserver(() => {
    if (!inner.classList.contains('open')) toggle.hidden = inner.scrollHeight <= inner.clientHeight + 2;
  }).observe(inner);
  return { outer, inner };
}
