// The Bot API's own JSON shapes (core.telegram.org/bots/api#available-types), as far as the playground speaks them.
// Field names are Telegram's, so they keep its spelling.

export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel';

export type Chat = {
  id: number;
  type: ChatType;
  title?: string;
  username?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: true;
};

export type Entity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: User;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
};

export type FormattedText = { text: string; entities: Entity[] };

/** One button of an inline or reply keyboard: `text` and whatever Telegram lets it do. */
export type Button = { text: string; [action: string]: unknown };

export type InlineKeyboard = { inline_keyboard: Button[][] };

/** Any reply markup; only an inline keyboard is part of a Bot API message, the others only the client sees. */
export type ReplyMarkup = { [kind: string]: unknown };

export type FileReference = {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
};

export type RichMessage = { blocks: unknown[]; is_rtl?: boolean };

export type Message = {
  message_id: number;
  message_thread_id?: number;
  is_topic_message?: true;
  from?: User;
  sender_chat?: Chat;
  chat: Chat;
  date: number;
  edit_date?: number;
  forward_origin?: Record<string, unknown>;
  reply_to_message?: Message;
  /** The bot whose card this is. */
  via_bot?: User;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  link_preview_options?: unknown;
  photo?: FileReference[];
  document?: FileReference;
  rich_message?: RichMessage;
  location?: { latitude: number; longitude: number };
  chat_shared?: { request_id: number; chat_id: number; title?: string; username?: string };
  forum_topic_created?: { name: string; icon_color: number };
  forum_topic_closed?: Record<string, never>;
  forum_topic_reopened?: Record<string, never>;
  pinned_message?: Message;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  reply_markup?: InlineKeyboard;
};

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

/** What an administrator may do; see ChatAdministratorRights. */
export type Rights = { [right: `can_${string}`]: boolean; is_anonymous?: boolean };

export type ChatMember = { user: User; status: MemberStatus; [field: string]: unknown };

export type BotCommand = { command: string; description: string };

/** The kinds of update the playground makes; the payload is the Bot API object of the same name. */
export type UpdateKind =
  | 'message'
  | 'edited_message'
  | 'channel_post'
  | 'edited_channel_post'
  | 'callback_query'
  | 'inline_query'
  | 'my_chat_member'
  | 'chat_member';

export type Update = { update_id: number } & { [kind in UpdateKind]?: unknown };
