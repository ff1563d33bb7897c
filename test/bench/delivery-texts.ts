/** What every subject of the delivery benchmark sends: to chats counted from the first on, each one message. */
export const TOKEN = '7000000001:benchmark-token-for-this-machine';
export const FIRST_CHAT = 1000;
/** A message of the usual size, about 1,000 bytes. */
export const TEXT = 'خبر قصير عن افتتاح جسر جديد في المدينة، وفيه تفاصيل قليلة. '.repeat(9);
