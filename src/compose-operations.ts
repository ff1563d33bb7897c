import type { Config } from './config.ts';
import type { Clock, Log } from './domain/ports.ts';
import { createMeters } from './http/meters.ts';
import type { OperationsOptions } from './http/operations.ts';
import { operations } from './http/operations.ts';
import type { Routes } from './http/routes.ts';
import { startHttp } from './http/server.ts';
import type { WebhookDoor } from './http/webhook.ts';
import { registerWebhook } from './http/webhook.ts';

/** What is looked at. */
export type Seen = Pick<OperationsOptions, 'store' | 'summaries'>;

/** What whoever runs the house sees of it: health and figures, counted from here on. */
export interface Operations {
  /** The log, heard by the figures as well. */
  log: Log;
  onAnswer(code: number): void;
  /** Counts what became of an update that was fetched; those brought to the door are counted there. */
  onUpdate(outcome: 'taken' | 'repeated' | 'postponed'): void;
  routes(seen: Seen): (app: Routes) => void;
  /**
   * Answers on the settings' address until it is disposed of, and opens the door for updates there, if there is one. Without an
   * address a bot that needs no door works on: that is worth a line.
   */
  serve(seen: Seen, door?: WebhookDoor): Promise<AsyncDisposable>;
}

export function composeOperations(config: Config, { now, log }: { now: Clock; log: Log }): Operations {
  const meters = createMeters(now);
  const telegram = config.mode === 'telegram' ? config.TELEGRAM_API_ROOT : undefined;
  const routes = (seen: Seen) => operations({ ...seen, meters, now, telegram, ask: fetch });
  return {
    log: meters.heard(log),
    onAnswer: meters.answered,
    onUpdate: meters.brought,
    routes,
    async serve(seen, door) {
      try {
        const server = await startHttp({
          host: config.HOST,
          port: config.PORT,
          log,
          routes(app) {
            routes(seen)(app);
            if (door) registerWebhook(app, door, { log, count: meters.brought });
          },
        });
        log.info('health and metrics served', { at: server.url });
        return { [Symbol.asyncDispose]: server.close };
      } catch (error) {
        if (door) throw error;
        log.warn('health and metrics are not served', {
          reason: error instanceof Error ? error.message : 'failed',
        });
        return { async [Symbol.asyncDispose]() {} };
      }
    },
  };
}
