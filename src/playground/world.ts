import * as doings from './doings.ts';
import type { InlineChoosing } from './inline-choosing.ts';
import { chooseInline } from './inline-choosing.ts';
import * as joining from './joining.ts';
import * as posting from './posting.ts';
import { botAndReader, furnish } from './start-state.ts';
import { Stores } from './stores.ts';

export type WorldOptions = {
  token: string;
  /** milliseconds since 1970 */
  now: () => number;
};

/** The playground's Telegram, as tests and the chat page drive it; each method is described where it is written. */
export class World extends Stores {
  constructor({ token, now }: WorldOptions) {
    super({ token, now, ...botAndReader(token) });
    furnish(this);
  }

  addUser = (user: joining.NewUser) => joining.addUser(this, user);
  addChat = (chat: joining.NewChat) => joining.addChat(this, chat);
  addTopic = (chatId: number, name: string) => joining.addTopic(this, chatId, name);
  closeTopic = (chatId: number, threadId: number, closed = true) =>
    joining.closeTopic(this, chatId, threadId, closed);
  deleteTopic = (chatId: number, threadId: number) => joining.deleteTopic(this, chatId, threadId);
  setMember = (change: joining.MemberChange) => joining.setMember(this, change);
  block = (userId: number) => joining.block(this, userId);
  unblock = (userId: number) => joining.unblock(this, userId);
  deactivate = (userId: number) => void this.deactivated.add(userId);
  upgrade = (chatId: number) => joining.upgrade(this, chatId);

  say = (saying: doings.Saying) => doings.say(this, saying);
  editSaid = (edit: doings.Editing) => doings.editSaid(this, edit);
  press = (pressing: doings.Pressing) => doings.press(this, pressing);
  forward = (forwarding: doings.Forwarding) => doings.forward(this, forwarding);
  shareLocation = (sharing: doings.LocationSharing) => doings.shareLocation(this, sharing);
  sharedChat = (sharing: doings.ChatSharing) => doings.sharedChat(this, sharing);
  inlineQuery = (asking: doings.InlineAsking) => doings.inlineQuery(this, asking);
  chooseInline = (choosing: InlineChoosing) => chooseInline(this, choosing);

  clear = (chatId?: number) => posting.clear(this, chatId);
  setLanguage = (languageCode: string) => posting.setLanguage(this, languageCode);
}
