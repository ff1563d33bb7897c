/** What a reader sends who asks for something short, as Telegram writes it; each id from another chat. */
export function updateOf(id: number): { body: string; chatId: number } {
  const chatId = 5_000_000_000 + id;
  const person = { id: chatId, first_name: 'قارئ', language_code: 'ar' };
  const body = JSON.stringify({
    update_id: 1 + id,
    message: {
      message_id: 1,
      from: { ...person, is_bot: false },
      chat: { ...person, type: 'private' },
      date: Math.floor(Date.now() / 1000),
      text: '/privacy',
      entities: [{ offset: 0, length: 8, type: 'bot_command' }],
    },
  });
  return { body, chatId };
}
