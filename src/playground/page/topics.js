import { t } from './i18n.js';

/** The number of the topic that every forum has; its messages bear no number (Bot API). */
const GENERAL = 1;

/** @param {import('./types.js').Message} message */
export const threadOf = (message) => message.message_thread_id ?? GENERAL;

/**
 * The topics of a forum, "General" in the reader's language; none for any other chat.
 * @param {import('./types.js').Chat} chat
 */
export function topicsOf(chat) {
  const topics = chat.is_forum ? (chat.topics ?? []) : [];
  return topics.map(({ message_thread_id: id, name }) => ({
    id,
    name: id === GENERAL ? t('general') : name,
  }));
}

/** @param {import('./types.js').Chat} chat @param {number | undefined} topic */
export const topicName = (chat, topic) => topicsOf(chat).find(({ id }) => id === topic)?.name;
