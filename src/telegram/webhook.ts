import type { Api, Bot } from 'grammy';
import { BotError, GrammyError } from 'grammy';
import { UPDATES } from './update.ts';

/** Where Telegram brings updates, and the word by which it is known there. */
export interface Webhook {
  url: string;
  secret: string;
}

/** As many as Telegram may be asked for; each brings one update at a time. */
const CONNECTIONS = 100;

/** Telegram does not take the address. */
export class WebhookRefused extends Error {
  override name = 'WebhookRefused';
}

/** Has updates brought to an address; those that wait already are kept. Throws `WebhookRefused`. */
export async function setWebhook(api: Api, { url, secret }: Webhook): Promise<void> {
  try {
    await api.setWebhook(url, {
      secret_token: secret,
      max_connections: CONNECTIONS,
      allowed_updates: [...UPDATES],
      drop_pending_updates: false,
    });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    throw new WebhookRefused(`Telegram does not accept WEBHOOK_URL (400 ${error.description})`);
  }
}

/** Answers one update; what goes wrong is told as in polling. */
export async function handleOne(bot: Bot, update: string): Promise<void> {
  try {
    await bot.handleUpdate(JSON.parse(update));
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    await bot.errorHandler(error);
  }
}
