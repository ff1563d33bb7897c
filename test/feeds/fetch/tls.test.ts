import { createServer } from 'node:https';
import { createServer as createNetServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { selfSigned } from './certificate.ts';
import { failure, listening, openFetcher, text } from './loopback.ts';

const DAY = 86_400_000;
const present = Date.now();
const trusted = selfSigned(['secure.test'], present - DAY, present + DAY);
const expired = selfSigned(['secure.test'], present - 3 * DAY, present - DAY);
const unknown = selfSigned(['secure.test'], present - DAY, present + DAY);
const usual = getCACertificates('default');

beforeAll(() => setDefaultCACertificates([...usual, trusted.cert, expired.cert]));
afterAll(() => setDefaultCACertificates(usual));

async function serveTls(certificate: { cert: string; key: string }) {
  const authorizations: (string | undefined)[] = [];
  const names: unknown[] = [];
  const server = createServer(certificate, (request, response) => {
    authorizations.push(request.headers.authorization);
    response.end('feed');
  });
  server.on('secureConnection', (socket) => names.push(socket.servername));
  server.on('tlsClientError', () => {});
  const port = await listening(server, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port, names, authorizations };
}

const lookup = async () => ['127.0.0.1'];

describe('TLS', () => {
  it('takes a trusted certificate for the name that was asked for', async () => {
    const site = await serveTls(trusted);
    const fetcher = openFetcher({ lookup });
    expect(text(await fetcher.fetch({ url: `https://secure.test:${site.port}/` }))).toBe('feed');
    expect(text(await fetcher.fetch({ url: `https://secure.test.:${site.port}/` }))).toBe('feed');
    expect(site.names).toEqual(['secure.test', 'secure.test']);
  });

  it.each([
    ['from nobody known', 'secure.test', unknown, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['that has expired', 'secure.test', expired, 'CERT_HAS_EXPIRED'],
    ['for another name', 'other.test', trusted, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['for a name only, to an address', '127.0.0.1', trusted, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('refuses a certificate %s', async (_what, host, certificate, code) => {
    const site = await serveTls(certificate);
    const fetcher = openFetcher({ lookup });
    const outcome = failure(await fetcher.fetch({ url: `https://user:secret@${host}:${site.port}/` }));
    expect(outcome).toEqual({ kind: 'failed', reason: 'tls', detail: `no trusted TLS connection: ${code}` });
    expect(site.authorizations).toEqual([]);
  });

  it('fails where the other side speaks no TLS', async () => {
    const server = createNetServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 200 OK\r\n\r\n'));
    const port = await listening(server, '127.0.0.1');
    onTestFinished(() => {
      server.close();
    });
    const fetcher = openFetcher({ lookup });
    expect(failure(await fetcher.fetch({ url: `https://secure.test:${port}/` })).reason).toBe('tls');
  });

  it('ends a handshake that does not come about in time', async () => {
    const server = createNetServer((socket) => socket.on('error', () => {}).resume());
    const port = await listening(server, '127.0.0.1');
    onTestFinished(() => {
      server.close();
    });
    const fetcher = openFetcher({ lookup, limits: { connectMs: 50 } });
    expect(failure(await fetcher.fetch({ url: `https://secure.test:${port}/` })).reason).toBe('timeout');
  });
});
