import { WorldError } from './errors.ts';
import type { Membership } from './members.ts';
import { chatMember } from './members.ts';
import { snapshot } from './messages.ts';
import { post, remove } from './posting.ts';
import type { Chat, ChatType, MemberStatus, Rights, User } from './shapes.ts';
import { openTopic } from './start-state.ts';
import type { Stores } from './stores.ts';

// People and chats that come, go and change their standing.

export type NewUser = {
  id: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type NewChat = {
  id: number;
  type: Exclude<ChatType, 'private'>;
  title: string;
  username?: string;
  isForum?: boolean;
  topics?: readonly string[];
  creatorId?: number;
  /** the bot's standing; a member unless told */
  bot?: MemberStatus;
  botRights?: Rights;
};

export type MemberChange = {
  chatId: number;
  userId: number;
  status: MemberStatus;
  rights?: Rights;
  /** who did it; the reader unless told */
  byId?: number;
};

/** Adds a person, who has no chat with the bot before saying something there. */
export function addUser(world: Stores, user: NewUser): User {
  const added: User = { is_bot: false, ...user };
  world.users.set(added.id, added);
  return added;
}

/** Adds a group or channel with its creator and the bot in it; no update is queued. */
export function addChat(world: Stores, given: NewChat): Chat {
  const { id, type, title, username, isForum, topics = [], creatorId = world.reader.id } = given;
  const chat: Chat = { id, type, title };
  if (username !== undefined) chat.username = username;
  if (isForum || topics.length > 0) {
    if (type !== 'supergroup') throw new WorldError('only a supergroup can be a forum');
    chat.is_forum = true;
  }
  world.chats.add(chat);
  world.messages.nextId(id);
  world.members.set(id, creatorId, { status: 'creator', rights: {} });
  world.members.set(id, world.bot.id, { status: given.bot ?? 'member', rights: given.botRights ?? {} });
  for (const name of topics) openTopic(world, id, name, world.user(creatorId));
  world.events.publish({ type: 'reset' });
  return chat;
}

/** Opens a forum topic and gives its message_thread_id. */
export function addTopic(world: Stores, chatId: number, name: string): number {
  const threadId = openTopic(world, chatId, name, world.reader);
  world.events.publish({ type: 'reset' });
  return threadId;
}

/** Closes a topic, or opens it again: only those who manage topics may write in a closed one. A service message tells the bot. */
export function closeTopic(world: Stores, chatId: number, threadId: number, closed: boolean): void {
  const topic = world.topic(world.chat(chatId), threadId);
  if (topic === undefined) throw new WorldError(`no topic ${threadId} in chat ${chatId}`);
  topic.closed = closed;
  const content = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
  const told = post(world, { chatId, byBot: false, from: world.reader, threadId, content });
  world.updates.add('message', snapshot(told));
}

/** Deletes a topic with its messages. */
export function deleteTopic(world: Stores, chatId: number, threadId: number): void {
  const record = world.chat(chatId);
  record.topics = record.topics.filter((topic) => topic.message_thread_id !== threadId);
  const inside = world.messages.of(chatId).filter(({ message }) => message.message_thread_id === threadId);
  remove(
    world,
    chatId,
    inside.map(({ message }) => message.message_id),
  );
  world.events.publish({ type: 'reset' });
}

/**
 * Changes somebody's standing in a chat. The bot hears of its own as my_chat_member, and of others' as chat_member
 * where it is an administrator.
 */
export function setMember(world: Stores, change: MemberChange): void {
  const { chatId, userId, status, rights = {}, byId = world.reader.id } = change;
  const { chat } = world.chat(chatId);
  const now: Membership = { status, rights };
  const before = world.members.set(chatId, userId, now);
  const user = world.user(userId);
  const isBot = userId === world.bot.id;
  if (isBot || world.members.isAdministrator(chatId, world.bot.id)) {
    world.updates.add(isBot ? 'my_chat_member' : 'chat_member', {
      chat,
      from: world.user(byId),
      date: world.seconds,
      old_chat_member: chatMember(user, before),
      new_chat_member: chatMember(user, now),
    });
  }
  if (userId === world.reader.id) world.events.publish({ type: 'reset' });
}

/** The person blocks the bot in their private chat. */
export function block(world: Stores, userId: number): void {
  setMember(world, { chatId: userId, userId: world.bot.id, status: 'kicked', byId: userId });
}

/** The person lets the bot write again. */
export function unblock(world: Stores, userId: number): void {
  setMember(world, { chatId: userId, userId: world.bot.id, status: 'member', byId: userId });
}

/** A group becomes a supergroup: a new chat with the same people; gives its id. */
export function upgrade(world: Stores, chatId: number): number {
  const record = world.chat(chatId);
  const newId = -1_002_000_000_000 + (chatId % 1_000_000_000);
  const supergroup = world.chats.add({ ...record.chat, id: newId, type: 'supergroup' });
  for (const userId of world.members.present(chatId)) {
    world.members.set(newId, userId, world.members.get(chatId, userId));
  }
  record.migratedTo = newId;
  const from = world.reader;
  const leaving = post(world, { chatId, byBot: false, from, content: { migrate_to_chat_id: newId } });
  const content = { migrate_from_chat_id: chatId };
  const arriving = post(world, { chatId: supergroup.chat.id, byBot: false, from, content });
  for (const stored of [leaving, arriving]) world.updates.add('message', snapshot(stored));
  return newId;
}
