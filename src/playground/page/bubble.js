import { colourOf, senderAvatar } from './avatars.js';
import { clock, fullDate, isoDate } from './dates.js';
import { firstStrong, lastLineDirection } from './direction.js';
import { h } from './dom.js';
import { renderText } from './entities.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { inlineKeyboard } from './keyboard.js';
import { safeAddress } from './links.js';
import { renderRich } from './rich.js';

/**
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./entities.js').TextActions & import('./keyboard.js').KeyboardActions &
 *   { reply: (message: Message) => void, goTo: (messageId: number) => void }} BubbleActions
 */

/** Milliseconds a finger rests on a bubble before it counts as a reply. */
const LONG_PRESS = 500;

/** @param {Message} message */
export function senderOf(message) {
  const { sender_chat: chat, from } = message;
  if (chat) return { id: chat.id, name: chat.title ?? '', isBot: false };
  return { id: from?.id ?? 0, name: from?.first_name ?? '', isBot: from?.is_bot === true };
}

/** One line that stands for a message elsewhere: in a reply, in the list of chats. @param {Message} message */
export function gist(message) {
  const text = message.text ?? message.caption ?? '';
  if (text.trim() !== '') return text.replace(/\s+/g, ' ').trim().slice(0, 160);
  // A message that is answered has its photo without an address.
  if (message.photo) return t('photo');
  return message.document ? (message.document.file_name ?? t('document')) : t('unsupported');
}

/** The largest size stands last in a Bot API photo. @param {Message} message */
function photoAddress({ photo }) {
  return Array.isArray(photo) ? photo.at(-1)?.url : photo?.url;
}

/**
 * Draws one message with its keyboard.
 * @param {{ message: Message, chat: import('./types.js').Chat, isOwn: boolean, topic?: string | undefined }} what
 *   `topic` is written above the text where several topics stand together
 * @param {BubbleActions} actions
 */
export function messageNode({ message, chat, isOwn, topic }, actions) {
  const sender = senderOf(message);
  const name = isOwn ? t('you') : sender.name;
  const inGroup = chat.type === 'supergroup' && !isOwn;
  const text = message.text ?? message.caption ?? '';
  const bubble = h(
    'div',
    { class: 'bubble' },
    inGroup && h('p', { class: `sender ink-${colourOf(sender)}`, dir: 'auto' }, sender.name),
    topic && h('p', { class: 'topic', dir: 'auto' }, `# ${topic}`),
    message.via_bot?.username &&
      h('p', { class: 'via' }, t('via'), ' ', h('bdi', { dir: 'ltr' }, `@${message.via_bot.username}`)),
    message.reply_to_message && quote(message.reply_to_message, actions),
    photo(message),
    attachment(message),
    body(message, text, isOwn, actions),
  );
  const node = h(
    'article',
    {
      class: `message ${isOwn ? 'own' : 'other'}${isBare(message) ? ' bare' : ''}`,
      'data-testid': 'message',
      'data-message-id': message.message_id,
      'aria-label': t('byline', { name, time: clock(message.date) }),
    },
    inGroup && senderAvatar(sender),
    h('div', { class: 'stack' }, bubble, inlineKeyboard(message, chat.id, actions)),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button reply-button',
        'aria-label': t('reply'),
        title: t('reply'),
        onclick: () => actions.reply(message),
      },
      icon('reply', 18),
    ),
  );
  replyByTouch(bubble, () => actions.reply(message));
  return node;
}

/** A picture without words: the time lies on the picture. @param {Message} message */
const isBare = (message) => Boolean(photoAddress(message)) && !message.caption;

/** @param {Message} message @param {string} text @param {boolean} isOwn @param {BubbleActions} actions */
function body(message, text, isOwn, actions) {
  if (message.rich_message) {
    const rich = renderRich(message.rich_message, actions);
    rich.append(h('div', { class: 'rich-end' }, h('span', { class: 'meta' }, meta(message, isOwn))));
    return rich;
  }
  const direction = firstStrong(text);
  const last = lastLineDirection(text);
  const turned = direction !== null && last !== null && last !== direction;
  const known = text !== '' || photoAddress(message) || message.document;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  return h(
    'div',
    { class: known ? 'text' : 'text unsupported', dir: direction },
    known ? renderText(text, entities ?? [], actions) : t('unsupported'),
    // The outer element floats by the direction of the text, the inner one runs in the direction of the page.
    h('span', { class: turned ? 'meta turned' : 'meta' }, meta(message, isOwn)),
  );
}

/** @param {Message} message @param {boolean} isOwn */
function meta({ date, edit_date }, isOwn) {
  return h(
    'span',
    { class: 'meta-words', dir: document.dir },
    edit_date !== undefined && h('span', { class: 'edited' }, t('edited')),
    h('time', { datetime: isoDate(date), title: fullDate(date) }, clock(date)),
    isOwn &&
      h('span', { class: 'tick' }, icon('read', 16), h('span', { class: 'visually-hidden' }, t('delivered'))),
  );
}

/** @param {Message} original @param {BubbleActions} actions */
function quote(original, actions) {
  const sender = senderOf(original);
  return h(
    'button',
    {
      type: 'button',
      class: 'quote',
      title: t('goToMessage', { name: sender.name }),
      onclick: () => actions.goTo(original.message_id),
    },
    h('span', { class: `quote-name ink-${colourOf(sender)}`, dir: 'auto' }, sender.name),
    h('span', { class: 'quote-words', dir: 'auto' }, gist(original)),
  );
}

/** @param {Message} message */
function photo(message) {
  const address = photoAddress(message);
  if (!address) return null;
  const alt = message.caption ? gist(message).slice(0, 120) : t('photo');
  const image = h('img', { class: 'photo', src: address, alt, loading: 'lazy', decoding: 'async' });
  image.addEventListener('error', () => image.replaceWith(h('p', { class: 'no-photo' }, t('photoMissing'))));
  return image;
}

/** @param {Message} message */
function attachment({ document: file }) {
  if (!file) return null;
  const name = file.file_name ?? t('document');
  // A file of this page's own server has an address without a host.
  const href = file.url?.startsWith('/') ? file.url : safeAddress(file.url);
  const words = [icon('file', 24), h('bdi', {}, name)];
  return href
    ? h('a', { class: 'file', href, download: name, target: '_blank', rel: 'noopener noreferrer' }, ...words)
    : h('p', { class: 'file' }, ...words);
}

/** @param {HTMLElement} bubble @param {() => void} reply */
function replyByTouch(bubble, reply) {
  const isOnControl = (/** @type {Event} */ event) =>
    event.target instanceof Element && event.target.closest('a, button, [role=button]') !== null;
  let timer = 0;
  const stop = () => clearTimeout(timer);
  bubble.addEventListener('dblclick', (event) => {
    if (isOnControl(event)) return;
    getSelection()?.removeAllRanges();
    reply();
  });
  bubble.addEventListener('pointerdown', (event) => {
    stop();
    if (event.pointerType !== 'touch' || isOnControl(event)) return;
    timer = setTimeout(() => {
      getSelection()?.removeAllRanges();
      navigator.vibrate?.(10);
      reply();
    }, LONG_PRESS);
  });
  for (const end of ['pointerup', 'pointercancel', 'pointermove']) bubble.addEventListener(end, stop);
}
