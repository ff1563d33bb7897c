/**
 * What Telegram says of a channel that somebody wants to manage. `unknown`: no such chat, or none the bot can see;
 * `not-a-channel`: something else; `no-person`: who asks speaks as a group or channel, so that nobody can be asked about;
 * `bot-absent`: the bot is no administrator there; `not-administrator`, `may-not-post`: the one who asks; `bot-silent`: the bot
 * may not post there. Names of channels are told to their administrators alone.
 */
export type ChannelStanding =
  | { kind: 'ready' | 'bot-silent'; id: number; title: string }
  | {
      kind: 'unknown' | 'not-a-channel' | 'no-person' | 'bot-absent' | 'not-administrator' | 'may-not-post';
    };
