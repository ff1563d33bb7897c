/** Feed readers of the system, asked for the same feeds in the same way: all new, then nothing changed. */
import { execFile } from 'node:child_process';
import { constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Figures } from './figures.ts';

/** A peer that polls feeds; the command is run twice over the same folder. */
interface Peer {
  command: string;
  /** How Debian's package is called. */
  from: string;
  /** Writes what the command needs into a folder and gives its arguments. */
  prepare(folder: string, urls: readonly string[]): string[];
}

/** At once, as many as ours. */
const AT_ONCE = 32;

export const PEERS: readonly Peer[] = [
  {
    command: 'newsboat',
    from: 'newsboat',
    prepare(folder, urls) {
      const [list, settings] = [join(folder, 'urls'), join(folder, 'config')];
      writeFileSync(list, urls.join('\n'));
      writeFileSync(settings, `reload-threads ${AT_ONCE}\n`);
      return ['-u', list, '-C', settings, '-c', join(folder, 'cache.db'), '-x', 'reload'];
    },
  },
  {
    command: 'sfeed_update',
    from: 'sfeed',
    prepare(folder, urls) {
      const settings = join(folder, 'sfeedrc');
      const feeds = urls.map((url, at) => `feed "feed ${at}" "${url}"`);
      writeFileSync(
        settings,
        `sfeedpath="${folder}/feeds"\nmaxjobs=${AT_ONCE}\nfeeds() {\n${feeds.join('\n')}\n}\n`,
      );
      return [settings];
    },
  },
];

/** Seconds that a peer takes for feeds of a farm at `port`; nothing where it is not installed. */
export async function measurePeer(peer: Peer, feeds: number, port: number): Promise<Figures | undefined> {
  if (!(await isInstalled(peer.command))) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  const urls = Array.from({ length: feeds }, (_, at) => `http://127.0.0.1:${port}/${at}`);
  const args = peer.prepare(folder, urls);
  const cold = await seconds(peer.command, args, folder);
  const again = await seconds(peer.command, args, folder);
  rmSync(folder, { recursive: true });
  return { 'cold, s': cold, 'unchanged (304), s': again };
}

async function seconds(command: string, args: readonly string[], folder: string): Promise<number> {
  const start = performance.now();
  await promisify(execFile)(command, args, {
    env: { ...process.env, HOME: folder },
    maxBuffer: 2 ** 26,
  });
  return (performance.now() - start) / 1000;
}

async function isInstalled(command: string): Promise<boolean> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      await access(join(folder, command), constants.X_OK);
      return true;
    } catch {
      // Not in this folder.
    }
  }
  return false;
}
