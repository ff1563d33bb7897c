import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A road to a server that can stop answering without a word: what comes in is taken and goes nowhere. */
export interface StallingProxy {
  port: number;
  /** Connections that stand now go nowhere from here on; with `all`, so do those made later. */
  stall(options: { all: boolean }): void;
  /** Later connections pass again. */
  pass(): void;
  close(): void;
}

export async function stallingProxy(target: number): Promise<StallingProxy> {
  const open = new Set<{ near: Socket; far: Socket; stalled: boolean }>();
  let stalling = false;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const pair = { near, far, stalled: stalling };
    open.add(pair);
    near.on('data', (bytes) => pair.stalled || far.write(bytes));
    far.on('data', (bytes) => pair.stalled || near.write(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        if (!pair.stalled) other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return {
    port: (server.address() as AddressInfo).port,
    stall({ all }) {
      stalling = all;
      for (const pair of open) pair.stalled = true;
    },
    pass() {
      stalling = false;
    },
    close() {
      server.close();
      for (const { near, far } of open) {
        near.destroy();
        far.destroy();
      }
    },
  };
}
