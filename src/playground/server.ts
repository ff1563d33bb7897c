import type { AddressInfo } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { registerBotApi } from './bot-api.ts';
import { bringUpdates } from './courier.ts';
import { PlaygroundStartError } from './errors.ts';
import { checkLoopback, localOnly } from './guard.ts';
import { registerPageApi } from './page-api.ts';
import type { ClockHands } from './page-clock.ts';
import { registerPageFiles, registerSentFiles } from './page-files.ts';
import { registerPageInline } from './page-inline.ts';
import { World } from './world.ts';

export type PlaygroundApp = Hono<{ Bindings: HttpBindings }>;

export type PlaygroundOptions = {
  /** 127.0.0.1, ::1 or localhost */
  host: string;
  /** 0 takes any free port */
  port: number;
  token: string;
  /** milliseconds since 1970 */
  now: () => number;
  /** the chat page's files, with index.html among them; ends with a slash */
  pageDirectory?: URL;
  /** lets the page move the house's clock */
  clock?: ClockHands;
  log?: (line: string) => void;
  /** further routes of the page; they stand behind the same guard */
  routes?: (app: PlaygroundApp) => void;
};

export type Playground = {
  /** the chat page */
  url: string;
  /** what a bot takes for Telegram: `<apiRoot>/bot<token>/<method>` */
  apiRoot: string;
  world: World;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
};

/**
 * Starts a Bot API server of this machine's own with a chat page in front of it.
 * Throws PlaygroundStartError if the host is not loopback or the port cannot be had.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { host, port, token, now, pageDirectory, clock, log = () => {}, routes } = options;
  checkLoopback(host);
  const world = new World({ token, now });
  const closing = new AbortController();
  const app: PlaygroundApp = new Hono();
  app.use(localOnly(() => boundPort));
  registerBotApi(app, { world, log, closing: closing.signal });
  registerPageApi(app, world, closing.signal, clock);
  registerPageInline(app, world, closing.signal);
  registerPageFiles(app, pageDirectory);
  registerSentFiles(app, world.files);
  routes?.(app);
  app.onError((error, c) => {
    log(`playground: ${error.stack ?? error.message}`);
    return c.json({ error: 'internal error' }, 500);
  });

  const server = createAdaptorServer({ fetch: app.fetch });
  const boundPort = await listen(server, host, port);
  const url = `http://${host === '::1' ? '[::1]' : host}:${boundPort}`;
  const bringing = bringUpdates(world.updates, now, closing.signal);
  return {
    url,
    apiRoot: url,
    world,
    close: async () => {
      const ended = Promise.withResolvers<void>();
      server.close(() => ended.resolve());
      closing.abort();
      world.updates.release();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await Promise.all([ended.promise, bringing]);
    },
  };
}

function listen(server: ReturnType<typeof createAdaptorServer>, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    const message = taken
      ? `Port ${port} on ${host} is taken by another program. Stop it, or choose another port: PORT=${port + 1}.`
      : `The playground cannot listen on ${host}:${port}: ${error.message}`;
    reject(new PlaygroundStartError(taken ? 'port-taken' : 'not-started', message, { cause: error }));
  });
  server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  return promise;
}
