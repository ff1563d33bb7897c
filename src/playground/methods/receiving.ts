import * as z from 'zod';
import { isOfThisMachine } from '../courier.ts';
import { badRequest } from '../errors.ts';
import * as parameter from '../parameters.ts';
import type { Method } from './method.ts';
import { method } from './method.ts';

/** Telegram holds a long poll no longer than this. */
const MAX_TIMEOUT_SECONDS = 50;

const kinds = parameter.json(z.array(z.string())).optional();

const getUpdates = method(
  z.object({
    offset: parameter.integer.optional(),
    limit: parameter.integer.optional(),
    timeout: parameter.integer.optional(),
    allowed_updates: kinds,
  }),
  ({ world, signal }, { offset, limit, timeout = 0, allowed_updates }) => {
    const timeoutMs = Math.min(MAX_TIMEOUT_SECONDS, Math.max(0, timeout)) * 1000;
    return world.updates.take({ offset, limit, timeoutMs, allowedUpdates: allowed_updates }, signal);
  },
);

const setWebhook = method(
  z.object({
    url: parameter.text.default(''),
    max_connections: parameter.integer.default(40),
    allowed_updates: kinds,
    drop_pending_updates: parameter.flag.default(false),
    secret_token: parameter.text.optional(),
  }),
  ({ world }, { url, max_connections, allowed_updates, drop_pending_updates, secret_token }) => {
    if (url !== '' && !/^https:\/\//i.test(url) && !isOfThisMachine(url)) {
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    }
    if (secret_token !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret_token)) {
      throw badRequest('secret token contains unallowed characters');
    }
    world.updates.allow(allowed_updates);
    if (drop_pending_updates) world.updates.drop();
    if (url !== '') world.updates.interrupt('terminated by setWebhook request');
    const secret = secret_token === undefined ? {} : { secretToken: secret_token };
    world.updates.webhook = url === '' ? undefined : { url, maxConnections: max_connections, ...secret };
    return true;
  },
);

const deleteWebhook = method(
  z.object({ drop_pending_updates: parameter.flag.default(false) }),
  ({ world }, { drop_pending_updates }) => {
    world.updates.webhook = undefined;
    if (drop_pending_updates) world.updates.drop();
    return true;
  },
);

const getWebhookInfo = method(z.object({}), ({ world }) => {
  const { webhook, pending, allowed, trouble } = world.updates;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pending.length,
    ...(trouble === undefined ? {} : { last_error_date: trouble.date, last_error_message: trouble.message }),
    ...(webhook === undefined ? {} : { max_connections: webhook.maxConnections }),
    ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
  };
});

const goodbye = method(z.object({}), () => true);

export const receiving: Record<string, Method> = {
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  logOut: goodbye,
  close: goodbye,
};
