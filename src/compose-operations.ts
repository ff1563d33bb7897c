import type { Config } from './config.ts';
import type { Clock, Log, Store } from './domain/ports.ts';
import { createMeters } from './http/meters.ts';
import { operations } from './http/operations.ts';
import type { Routes } from './http/routes.ts';
import { startHttp } from './http/server.ts';

/** What whoever runs the house sees of it: health and figures, counted from here on. */
export interface Operations {
  /** The log, heard by the figures as well. */
  log: Log;
  onAnswer(code: number): void;
  routes(store: Store): (app: Routes) => void;
  /** Answers on the settings' address until it is disposed of. Without an address the bot works on: that is worth a line. */
  serve(store: Store): Promise<AsyncDisposable>;
}

export function composeOperations(config: Config, { now, log }: { now: Clock; log: Log }): Operations {
  const meters = createMeters(now);
  const telegram = config.mode === 'telegram' ? config.TELEGRAM_API_ROOT : undefined;
  const routes = (store: Store) => operations({ store, meters, now, telegram, ask: fetch });
  return {
    log: meters.heard(log),
    onAnswer: meters.answered,
    routes,
    async serve(store) {
      try {
        const server = await startHttp({
          host: config.HOST,
          port: config.PORT,
          log,
          routes: routes(store),
        });
        log.info('health and metrics served', { at: server.url });
        return { [Symbol.asyncDispose]: server.close };
      } catch (error) {
        log.warn('health and metrics are not served', {
          reason: error instanceof Error ? error.message : 'failed',
        });
        return { async [Symbol.asyncDispose]() {} };
      }
    },
  };
}
