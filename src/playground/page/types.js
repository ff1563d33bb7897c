/**
 * The server's values, named as the Bot API names them.
 *
 * @typedef {{ id: number, username: string, first_name: string, description?: string, short_description?: string }} Bot
 * @typedef {{ id: number, first_name: string, language_code: string }} Me
 * @typedef {{ message_thread_id: number, name: string }} Topic
 * @typedef {{ id: number, type: 'private' | 'channel' | 'supergroup', title: string, username?: string,
 *   is_forum?: boolean, topics?: Topic[] }} Chat
 * @typedef {{ command: string, description: string }} Command
 * @typedef {{ type: string, offset: number, length: number, url?: string, language?: string, unix_time?: number,
 *   date_time_format?: string }} Entity  offsets and lengths in UTF-16 units
 * @typedef {{ text: string, callback_data?: string, url?: string, copy_text?: { text: string },
 *   switch_inline_query?: string,
 *   style?: 'primary' | 'danger' | 'success' }} InlineButton
 * @typedef {{ inline_keyboard?: InlineButton[][], keyboard?: ({ text: string, style?: string } | string)[][],
 *   remove_keyboard?: boolean, one_time_keyboard?: boolean, input_field_placeholder?: string,
 *   force_reply?: boolean }} Markup
 * @typedef {string | RichPiece[] | RichPiece} RichText  RichPiece[] may hold strings and lists too
 * @typedef {any} RichPiece  `{ type, text?, url?, unix_time?, date_time_format?, username?, ... }`
 * @typedef {{ type: string, text?: RichText, size?: number, summary?: RichText, blocks?: RichBlock[], is_open?: boolean,
 *   items?: { blocks: RichBlock[], value?: number, type?: string, has_checkbox?: boolean, is_checked?: boolean }[],
 *   credit?: RichText, caption?: RichText, cells?: RichCell[][], language?: string }} RichBlock
 * @typedef {{ text?: RichText, is_header?: boolean, colspan?: number, rowspan?: number, align?: string }} RichCell
 * @typedef {{ blocks: RichBlock[], is_rtl?: boolean }} RichMessage
 * @typedef {{ message_id: number, date: number, edit_date?: number,
 *   from?: { id: number, first_name: string, is_bot?: boolean }, via_bot?: { username?: string },
 *   sender_chat?: { id: number, title?: string }, text?: string, caption?: string, entities?: Entity[],
 *   caption_entities?: Entity[], photo?: { url?: string } | { url?: string }[],
 *   document?: { file_name?: string, url?: string, file_size?: number }, reply_markup?: Markup,
 *   reply_to_message?: Message, message_thread_id?: number, rich_message?: RichMessage }} Message
 * @typedef {{ query_id: string, results: { id: string, title: string, description?: string }[],
 *   button?: { text: string, start_parameter: string } }} Offer  cards for what was typed behind the bot's name
 * @typedef {{ now: number, offset: number, next?: number }} Clock  milliseconds; `next` is when the next digest comes
 * @typedef {{ bot: Bot, me: Me, chats: Chat[], commands: Record<string, Command[]>,
 *   messages: Record<string, Message[]>, clock?: Clock }} State
 * @typedef {{ chatId: string, draftId: number, text: string, entities?: Entity[] }} Draft
 * @typedef {{ type: string, chat_id?: number, message?: Message, message_ids?: number[], bot?: Bot, me?: Me,
 *   commands?: Record<string, Command[]>, chats?: Chat[], draft_id?: number, text?: string, entities?: Entity[],
 *   query_id?: string, clock?: Clock, show_alert?: boolean, url?: string, action?: string }} ServerEvent
 */

export {};
