import pino from 'pino';
import type { Log } from './domain/ports.ts';

/** What a bot token looks like wherever it turns up, also inside an address. */
const TOKEN = /\d{6,}:[\w-]{20,}/g;

/** Structured lines on standard error. Secrets are struck out of every value, whichever field they stand in. */
export function createLog(level: string, secrets: readonly string[] = []): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  const strike = (text: string) =>
    secrets
      .filter((secret) => secret.length >= 5)
      .reduce((struck, secret) => struck.replaceAll(secret, '[secret]'), text)
      .replace(TOKEN, '[token]');
  const clean = (fields: Record<string, unknown> = {}) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'string' ? strike(value) : value,
      ]),
    );
  return {
    info: (event, fields) => logger.info(clean(fields), event),
    warn: (event, fields) => logger.warn(clean(fields), event),
    error: (event, fields) => logger.error(clean(fields), event),
  };
}
