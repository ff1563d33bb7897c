import type { Socket } from 'node:net';
import { connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { buildConnector } from 'undici';
import type { Lookup } from './address-book.ts';
import { isAllowedPort } from './allowed-port.ts';
import { AddressRefused, ConnectFailed } from './connect-failure.ts';

/** Starts a TCP connection to an IP address. */
export type Dial = (target: { host: string; port: number }) => Socket;

/** A signal that aborts after so many milliseconds. */
export type Timeout = (ms: number) => AbortSignal;

/** Longest wait for one address while others are left, in milliseconds. */
const PATIENCE = 2500;

/** More addresses than this are not tried. */
const MOST_ADDRESSES = 4;

/**
 * A connector for undici that dials only addresses which `addresses` has checked, never a name, and verifies TLS
 * certificates against the name. Unlike a `lookup` hook it also sees IP literals. `connectMs` spans lookup, TCP and TLS.
 */
export function createGuardedConnect(options: {
  addresses: Lookup;
  connectMs: number;
  timeout: Timeout;
  dial?: Dial;
}): buildConnector.connector {
  const dial = options.dial ?? connectTcp;

  async function open(hostname: string, port: number, secure: boolean): Promise<Socket> {
    if (!isAllowedPort(port)) throw new AddressRefused(`port ${port} is not for feeds`);
    const signal = options.timeout(options.connectMs);
    const addresses = await unlessAborted(options.addresses(hostname), signal).catch((error: unknown) => {
      throw signal.aborted ? new ConnectFailed('timeout', 'no address in time') : error;
    });
    const socket = await reachAny(addresses.slice(0, MOST_ADDRESSES), port, signal);
    socket.setNoDelay(true);
    return secure ? secured(socket, hostname, signal) : socket;
  }

  async function reachAny(addresses: readonly string[], port: number, signal: AbortSignal): Promise<Socket> {
    let failure: unknown;
    for (const [index, host] of addresses.entries()) {
      const last = index === addresses.length - 1;
      const patience = last ? signal : AbortSignal.any([signal, options.timeout(PATIENCE)]);
      try {
        return await settled(dial({ host, port }), 'connect', patience);
      } catch (error) {
        if (signal.aborted) throw new ConnectFailed('timeout', 'no connection in time');
        failure = error;
      }
    }
    throw new ConnectFailed('connect', `no connection${codeOf(failure)}`, { cause: failure });
  }

  return ({ hostname, protocol, port }, callback) => {
    const secure = protocol === 'https:';
    open(hostname, Number(port) || (secure ? 443 : 80), secure).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

async function secured(socket: Socket, hostname: string, signal: AbortSignal): Promise<Socket> {
  const name = hostname.replace(/\.$/, '');
  const session = connectTls({
    socket,
    host: name,
    ...(isIP(name) ? {} : { servername: name }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  });
  try {
    return await settled(session, 'secureConnect', signal);
  } catch (cause) {
    socket.destroy();
    if (signal.aborted) throw new ConnectFailed('timeout', 'no TLS handshake in time');
    throw new ConnectFailed('tls', `no trusted TLS connection${codeOf(cause)}`, { cause });
  }
}

/** The socket once it has emitted `event`; destroyed when it errs or the signal aborts first. */
function settled<Kind extends Socket>(socket: Kind, event: 'connect' | 'secureConnect', signal: AbortSignal) {
  return new Promise<Kind>((resolve, reject) => {
    const done = () => {
      signal.removeEventListener('abort', aborted);
      socket.off(event, ready);
    };
    const ready = () => {
      done();
      socket.off('error', failed);
      resolve(socket);
    };
    const failed = (error: Error) => {
      done();
      socket.destroy();
      reject(error);
    };
    // The error listener stays, for errors that are still on their way to a socket that nobody owns any more.
    const aborted = () => failed(signal.reason);
    socket.on(event, ready).on('error', failed);
    if (signal.aborted) aborted();
    else signal.addEventListener('abort', aborted, { once: true });
  });
}

/** What a promise comes to, unless the signal aborts first; that rejects with the signal's reason. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    if (signal.aborted) aborted();
    else signal.addEventListener('abort', aborted, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? `: ${code}` : '';
}
