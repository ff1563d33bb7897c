import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Log } from '../domain/ports.ts';
import type { Routes } from './routes.ts';

export interface HttpServer {
  url: string;
  /** Takes no more questions and ends every connection. */
  close(): Promise<void>;
}

export interface HttpOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  log: Log;
  routes(app: Routes): void;
}

/** Serves what operators' tools ask for. Throws a plain sentence when the address cannot be had. */
export async function startHttp({ host, port, log, routes }: HttpOptions): Promise<HttpServer> {
  const app = new Hono();
  routes(app);
  app.onError((error, c) => {
    log.error('http answer failed', { path: c.req.path, reason: error.message });
    return c.json({ error: 'internal error' }, 500);
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  const listening = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    listening.reject(
      new Error(
        error.code === 'EADDRINUSE'
          ? `port ${port} on ${host} is taken by another program: stop it, or choose another port with PORT`
          : `cannot listen on ${host}:${port} (${error.code ?? error.message})`,
      ),
    );
  });
  server.listen(port, host, () => listening.resolve());
  await listening.promise;
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    async close() {
      const ended = Promise.withResolvers<void>();
      server.close(() => ended.resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
      await ended.promise;
    },
  };
}
