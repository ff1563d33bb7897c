/** Servers on loopback for the tests of the fetcher: real sockets, no waiting. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { createServer as createNetServer } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Fetcher, FetcherOptions } from '../../../src/feeds/fetch.ts';
import { createFetcher } from '../../../src/feeds/fetch.ts';
import type { FetchFailed, FetchOutcome } from '../../../src/feeds/fetch-outcome.ts';

export const NOW = Date.UTC(2026, 10, 24, 12);

/** A fetcher that may reach loopback, closed when the test ends. */
export function openFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({ allowPrivate: true, now: () => NOW, userAgent: 'Mujaz/0.1', ...options });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

export interface Site {
  origin: string;
  port: number;
  requests: IncomingMessage[];
  /** Connections so far. */
  connections: () => number;
  server: Server;
}

/** An HTTP server that answers with `handler` until the test ends. */
export async function serve(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  host = '127.0.0.1',
): Promise<Site> {
  const requests: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    response.on('error', () => {});
    handler(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  const port = await listening(server, host);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${port}`, port, requests, connections: () => connections, server };
}

/** A server that writes these bytes to whoever connects and sends something, then ends the connection. */
export async function serveRaw(...answers: (string | Buffer)[]): Promise<{ origin: string }> {
  const server = createNetServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      for (const answer of answers) socket.write(answer, 'latin1' as BufferEncoding);
      socket.end();
    });
  });
  const port = await listening(server, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  return { origin: `http://127.0.0.1:${port}` };
}

export function listening(server: NetServer, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port));
  });
}

export function text(outcome: FetchOutcome): string {
  if (outcome.kind !== 'fetched') throw new Error(`not fetched: ${JSON.stringify(outcome)}`);
  return new TextDecoder().decode(outcome.bytes);
}

export function failure(outcome: FetchOutcome): FetchFailed {
  if (outcome.kind !== 'failed') throw new Error(`did not fail: ${outcome.kind}`);
  return outcome;
}

/** A promise and the function that keeps it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
