import * as z from 'zod';
import { knownChat, reachedChat } from '../access.ts';
import { badRequest } from '../errors.ts';
import { setMember } from '../joining.ts';
import { chatMember } from '../members.ts';
import { snapshot } from '../messages.ts';
import * as parameter from '../parameters.ts';
import type { ChatMember } from '../shapes.ts';
import type { Call, Method } from './method.ts';
import { method } from './method.ts';

const onlyChat = z.object({ chat_id: parameter.chatId });

const getChat = method(onlyChat, ({ world }, { chat_id }) => {
  // A chat with a public name can be looked at from outside.
  const known = knownChat(world, chat_id);
  const { chat, pinned } = known.chat.username === undefined ? reachedChat(world, chat_id) : known;
  const newest = pinned
    .map((id) => world.messages.get(chat.id, id))
    .findLast((stored) => stored !== undefined);
  return {
    ...chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(newest === undefined ? {} : { pinned_message: snapshot(newest) }),
  };
});

const getChatMember = method(
  z.object({ chat_id: parameter.chatId, user_id: parameter.integer }),
  ({ world }, { chat_id, user_id }): ChatMember => {
    const { chat } = reachedChat(world, chat_id);
    checkListable({ world }, chat.id, chat.type === 'channel');
    const user = world.users.get(user_id);
    if (user === undefined) throw badRequest('user not found');
    return chatMember(user, world.members.get(chat.id, user_id));
  },
);

/** Who is in a channel only its administrators learn. */
function checkListable({ world }: Pick<Call, 'world'>, chatId: number, isChannel: boolean): void {
  if (isChannel && !world.members.isAdministrator(chatId, world.bot.id)) {
    throw badRequest('member list is inaccessible');
  }
}

const getChatAdministrators = method(onlyChat, ({ world }, { chat_id }) => {
  const { chat } = reachedChat(world, chat_id);
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  checkListable({ world }, chat.id, chat.type === 'channel');
  const administrators = world.members
    .present(chat.id)
    .filter((id) => id !== world.bot.id && world.members.isAdministrator(chat.id, id));
  const own = world.members.isAdministrator(chat.id, world.bot.id) ? [world.bot.id] : [];
  return [...administrators, ...own].map((id) => chatMember(world.user(id), world.members.get(chat.id, id)));
});

const getChatMemberCount = method(onlyChat, ({ world }, { chat_id }) => {
  const { chat } = reachedChat(world, chat_id);
  return chat.type === 'private' ? 2 : world.members.present(chat.id).length;
});

const leaveChat = method(onlyChat, ({ world }, { chat_id }) => {
  const { chat } = reachedChat(world, chat_id);
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  setMember(world, { chatId: chat.id, userId: world.bot.id, status: 'left', byId: world.bot.id });
  return true;
});

const pinChatMessage = method(
  z.object({ chat_id: parameter.chatId, message_id: parameter.integer }),
  ({ world }, { chat_id, message_id }) => {
    const record = reachedChat(world, chat_id);
    const { chat } = record;
    const right = chat.type === 'channel' ? 'can_edit_messages' : 'can_pin_messages';
    if (chat.type !== 'private' && !world.members.may(chat.id, world.bot.id, right)) {
      throw badRequest('not enough rights to manage pinned messages in the chat');
    }
    if (world.messages.get(chat.id, message_id) === undefined) throw badRequest('message to pin not found');
    record.pinned = [...record.pinned.filter((id) => id !== message_id), message_id];
    return true;
  },
);

const setMessageReaction = method(
  z.object({
    chat_id: parameter.chatId,
    message_id: parameter.integer,
    reaction: parameter.json(z.array(z.looseObject({ type: z.string() }))).optional(),
  }),
  ({ world }, { chat_id, message_id, reaction = [] }) => {
    const { chat } = reachedChat(world, chat_id);
    if (world.messages.get(chat.id, message_id) === undefined) throw badRequest('message to react not found');
    if (reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY');
    return true;
  },
);

const getFile = method(z.object({ file_id: parameter.text }), ({ world }, { file_id }) => {
  const file = world.files.get(file_id);
  if (file === undefined) throw badRequest('invalid file_id');
  const { file_unique_id, file_size } = file.reference;
  // What was sent as a link was never fetched, so there is nothing to download.
  if (!('data' in file)) return { file_id, file_unique_id };
  return { file_id, file_unique_id, file_size, file_path: file.path };
});

export const chats: Record<string, Method> = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
  pinChatMessage,
  setMessageReaction,
  getFile,
};
