/** How far an operator has come on the way from a token to the first digest; what is not known is absent. */
export interface Way {
  token: 'none' | 'good' | 'refused' | 'unknown';
  username?: string | undefined;
  /** The store's articles; absent: there is no store yet, or it cannot be read. */
  articles?: number | undefined;
  /** When the next digest is due, in ms, and in whose time it is told. */
  digestAt?: number | undefined;
  zone: string;
  /** Messages that have arrived. */
  sent?: number | undefined;
}

/** The one thing to do next, in a sentence. */
export function nextStep({ token, username, articles, digestAt, zone, sent }: Way): string {
  const bot = `@${username ?? 'your bot'}`;
  if (token === 'none')
    return 'send /newbot to @BotFather in Telegram, and put the token he gives you behind BOT_TOKEN= in .env (`cp .env.example .env`). To look around without one: `npm start`.';
  if (token === 'refused')
    return 'copy the token anew: send /mybots to @BotFather, choose the bot, then “API Token”. Then run `npm run doctor` again.';
  if (token === 'unknown')
    return 'see whether this machine reaches Telegram (network, proxy, TELEGRAM_API_ROOT), then run `npm run doctor` again.';
  if (articles === undefined)
    return `\`npm start\`, and leave it running. Then send /start to ${bot} in Telegram.`;
  if (articles === 0)
    return 'leave `npm start` running for some minutes: the first articles come with the first visit to the sources.';
  if (digestAt === undefined)
    return `with \`npm start\` running, send ${bot} the hour of your digest, such as /subscribe 08:00 Cairo. For a channel, make it an administrator who may post, and post that there.`;
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const which = sent ? 'the next digest' : 'the first digest';
  return `keep \`npm start\` running: ${which} is due ${when.format(digestAt)} (${zone}). To see it now, send /digest.`;
}
