import type { BotError, Context } from 'grammy';
import { Bot, GrammyError } from 'grammy';
import type { Command } from '../app/command.ts';
import type { Inline } from '../app/inline.ts';
import type { Memory } from '../app/memory.ts';
import type { Presence } from '../app/presence.ts';
import type { Incoming, Reception } from '../app/reception.ts';
import type { BotIdentity } from '../app/story-links.ts';
import { languageFromClient, placeOf } from '../domain/chat.ts';
import type { Language } from '../domain/languages.ts';
import type { Content } from '../domain/message.ts';
import type { Budget } from '../domain/messenger.ts';
import type { Log } from '../domain/ports.ts';
import type { Catalogue } from '../i18n/ar.ts';
import { draftsOf } from './drafts.ts';
import { membershipChange, serviceMessage } from './happenings.ts';
import { fromButton, fromMessage } from './incoming.ts';
import { answerInline } from './inline.ts';
import { registerMenus } from './menus.ts';
import { onceMore } from './once-more.ts';
import { answer, changeMessage } from './outgoing.ts';
import type { Sleep } from './patience.ts';
import { patience } from './patience.ts';
import type { Pictures } from './pictures.ts';
import type { Poll } from './polling.ts';
import { createPoll, describe } from './polling.ts';
import { unreachable } from './unreachable.ts';
import type { Webhook } from './webhook.ts';
import { handleOne, setWebhook } from './webhook.ts';

export interface BotOptions {
  token: string;
  apiRoot: string;
  menu: readonly Command[];
  memory: Memory;
  presence: Presence;
  /** Made once the bot knows its own name. */
  reception(bot: BotIdentity): Reception;
  /** What is offered in other chats. */
  inline: Inline;
  says(language: Language): Catalogue;
  defaultLanguage: Language;
  /** User ids of the operators, who see commands of their own. */
  operators: readonly number[];
  pictures: Pictures;
  log: Log;
  sleep: Sleep;
  budget: Budget;
  /** Told of every answer of Telegram, by its code; 200 for those that are well. */
  onAnswer?(code: number): void;
  /** Told when the bot can go on no longer; the reason is fit for a log. */
  onFatal(reason: string): void;
}

/** The bot at work. */
export interface RunningBot {
  username: string;
  /** Changes a message of ours; what Telegram refuses is thrown. */
  edit(chatId: number, messageId: number, content: Content): Promise<boolean>;
  /** Updates are kept until they are handled. */
  poll: Poll;
  /** Answers an update, as Telegram wrote it. Those of one chat are to come one after the other. */
  handle(update: string): Promise<void>;
  /** Has updates brought from now on. Throws `WebhookRefused` when Telegram does not take the address. */
  setWebhook(webhook: Webhook): Promise<void>;
}

/** Telegram does not accept the token. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

/** Makes the bot known to Telegram and ready to receive. Throws `TokenRefused` when Telegram does not know the token. */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const { log } = options;
  const bot = new Bot(options.token, { client: { apiRoot: options.apiRoot } });
  bot.api.config.use(async (call, method, payload, signal) => {
    const answer = await call(method, payload, signal);
    options.onAnswer?.(answer.ok ? 200 : answer.error_code);
    return answer;
  });
  bot.api.config.use(onceMore);
  bot.api.config.use(patience(options.sleep, options.budget));
  bot.api.config.use(unreachable(log));
  try {
    await bot.init();
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
      throw new TokenRefused(`Telegram does not accept BOT_TOKEN (${error.error_code} ${error.description})`);
    }
    throw error;
  }
  const { username, supports_inline_queries: inline } = bot.botInfo;
  const reception = options.reception({ name: username, inline });
  wire(bot, reception, options);

  await registerMenus(bot.api, options.menu, options.says, options.defaultLanguage, options.operators, log);
  return {
    username: bot.botInfo.username,
    edit: (chatId, messageId, content) => changeMessage(bot.api, chatId, messageId, content),
    poll: createPoll(bot, options),
    handle: (update) => handleOne(bot, update),
    setWebhook: (webhook) => setWebhook(bot.api, webhook),
  };
}

/** One error boundary per kind of update: a fault in one is answered there and stops nothing. */
function wire(bot: Bot, reception: Reception, options: BotOptions): void {
  const failed = (kind: string) => (error: BotError) => reportMishap(error, kind, options);

  bot.errorBoundary(failed('message')).on(['message', 'channel_post'], async (ctx) => {
    const message = ctx.msg;
    if (await serviceMessage(ctx, options.presence, options.log)) return;
    if (isServiceMessage(ctx) || isOwnCard(ctx)) return;
    await respond(ctx, fromMessage(ctx, message), reception, options);
  });
  bot.errorBoundary(failed('button')).on('callback_query', async (ctx) => {
    const incoming = fromButton(ctx);
    if (incoming) await respond(ctx, incoming, reception, options);
    // A query that is never answered keeps the button spinning.
    else await ctx.answerCallbackQuery();
  });
  bot.errorBoundary(failed('inline')).on('inline_query', (ctx) => answerInline(ctx, options.inline));
  bot.errorBoundary(failed('membership')).on('my_chat_member', async (ctx) => {
    const change = membershipChange(ctx);
    const greeting = await options.presence.changed(change);
    options.log.info('membership changed', {
      kind: change.kind,
      there: change.isThere,
      writes: change.mayWrite,
    });
    if (greeting) await answer(ctx, greeting, options);
  });
  bot.catch((error) => reportMishap(error, 'update', options));
}

async function respond(
  ctx: Context,
  incoming: Incoming,
  reception: Reception,
  options: BotOptions,
): Promise<void> {
  const { memory, presence } = options;
  await presence.heard(incoming.chatId, incoming.kind);
  const drafts = draftsOf(ctx, incoming);
  const reply = await reception(drafts ? { ...incoming, draft: drafts.show } : incoming);
  // A draft that came after its message would stand below it.
  await drafts?.end();
  if (!reply) {
    if (ctx.callbackQuery) await ctx.answerCallbackQuery();
    return;
  }
  const place = placeOf(incoming);
  const contents = [reply, ...(reply.followedBy ?? [])];
  for (const [at, messageId] of (await answer(ctx, reply, options, place.threadId)).entries()) {
    const shows = contents[at]?.shows;
    if (messageId !== undefined && shows && shows.ids.length > 0) await memory.shown(place, messageId, shows);
  }
}

/** One of our cards that somebody sent: what it says is ours, and no question. */
function isOwnCard(ctx: Context): boolean {
  return ctx.msg?.via_bot?.id === ctx.me.id;
}

/** Joins, pins, titles and the like: nobody spoke. */
function isServiceMessage(ctx: Context): boolean {
  const message = ctx.msg;
  if (!message) return true;
  if (message.text !== undefined || message.caption !== undefined || message.chat_shared) return false;
  const content = [
    'photo',
    'sticker',
    'video',
    'video_note',
    'voice',
    'audio',
    'document',
    'animation',
    'location',
    'contact',
    'poll',
    'dice',
  ];
  return !content.some((kind) => kind in message);
}

/** Logs what went wrong without a word of the message, and tells the person who asked. */
async function reportMishap(
  { error, ctx }: BotError,
  kind: string,
  { log, says, defaultLanguage }: BotOptions,
): Promise<void> {
  if (error instanceof GrammyError) {
    log.warn('answer refused', {
      kind,
      method: error.method,
      code: error.error_code,
      reason: error.description,
    });
    // Telegram refused the answer itself (blocked, no rights): another one would fare no better.
    if (error.error_code !== 400) return;
  } else {
    log.error('answer failed', { kind, reason: describe(error) });
  }
  const text = says(languageFromClient(ctx.from?.language_code) ?? defaultLanguage).mishap;
  try {
    if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text });
    else if (ctx.chat?.type === 'private') await ctx.reply(text);
  } catch {
    // The first failure is already in the log, and this one has the same cause.
  }
}
