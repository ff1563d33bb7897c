import { h } from './dom.js';
import { icon, mark } from './icons.js';

/** How many colours `messages.css` and `layout.css` give to senders and chats. */
const COLOURS = 6;

/** The bot has the page's own colour. */
const BOT = 4;

/** @param {{ id: number, isBot: boolean }} sender */
export const colourOf = ({ id, isBot }) => (isBot ? BOT : Math.abs(id) % COLOURS);

/**
 * The round picture of a chat: the mark for the bot, a drawing for channels and groups.
 * @param {import('./types.js').Chat} chat
 */
export function chatAvatar(chat) {
  if (chat.type === 'private')
    return h('span', { class: 'avatar avatar-bot', 'aria-hidden': 'true' }, mark(30));
  return h(
    'span',
    { class: `avatar colour-${chat.type === 'channel' ? 1 : 3}`, 'aria-hidden': 'true' },
    icon(chat.type === 'channel' ? 'channel' : 'group', 24),
  );
}

/**
 * @param {{ id: number, name: string, isBot: boolean }} sender
 */
export function senderAvatar(sender) {
  if (sender.isBot) return h('span', { class: 'avatar small avatar-bot', 'aria-hidden': 'true' }, mark(20));
  const initial = [...sender.name.trim()][0] ?? '·';
  return h('span', { class: `avatar small colour-${colourOf(sender)}`, 'aria-hidden': 'true' }, initial);
}
