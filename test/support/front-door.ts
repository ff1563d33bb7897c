/** What stands before the program on a server: a known address from which requests are passed on, or refused while nobody is behind it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passed {
  body: string;
  headers: Record<string, string>;
  status: number;
}

/** Passes requests on to the addresses behind it, to each in its turn. */
export async function openFrontDoor() {
  const behind: string[] = [];
  const passed: Passed[] = [];
  let turn = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const body = Buffer.concat(parts).toString();
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) =>
          /^(content-type|x-telegram)/.test(name) ? [[name, String(value)]] : [],
        ),
      );
      const next = behind[turn++ % Math.max(1, behind.length)];
      const status = await fetch(`${next}${request.url}`, { method: 'POST', headers, body }).then(
        (answer) => answer.status,
        () => 502,
      );
      passed.push({ body, headers, status });
      response.writeHead(status).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`,
    /** Every request that came, with the answer it got. */
    passed,
    /** Where requests go from now on. */
    behind(...addresses: string[]) {
      behind.splice(0, Infinity, ...addresses);
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
