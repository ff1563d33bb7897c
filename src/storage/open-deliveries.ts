/** Deliveries that are not closed; in these very words the index over those of a chat is found. */
export const OPEN = "state in ('pending', 'sending', 'uncertain')";
