import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Column, Figures } from './figures.ts';
import { printTable } from './figures.ts';
import { measurePeer, PEERS } from './ingest-peers.ts';

const FARM = fileURLToPath(new URL('./feed-farm.ts', import.meta.url));
/** Feeds that the readers of feeds are measured with. */
const READ = 300;

/** A round of polling beside readers of the system, and reading feeds beside parsers. */
export async function benchIngest(
  sizes: readonly number[],
  measured: (subject: string, size: number, port?: number) => Promise<Figures>,
): Promise<void> {
  for (const feeds of sizes) {
    const farm = spawn(process.execPath, [FARM, String(feeds)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(farm.stdout, 'data');
    const { port, bytes } = JSON.parse(String(line));
    const columns: Column[] = [
      { name: 'Mujaz', figures: await measured('round', feeds, port) },
      { name: 'Mujaz, one host', figures: await measured('round-one-host', feeds, port) },
    ];
    const absent: string[] = [];
    for (const peer of PEERS) {
      const figures = await measurePeer(peer, feeds, port);
      if (figures) columns.push({ name: peer.command, figures });
      else
        absent.push(
          `${peer.command} is not installed and was left out (Debian: apt-get install ${peer.from})`,
        );
    }
    farm.kill();
    printTable(`ingest, ${feeds} feeds × 30 items, ${(bytes / 1e6).toFixed(0)} MB`, columns);
    for (const note of absent) console.log(note);
  }
  const readers: Column[] = [];
  for (const name of ['parse', 'feedsmith', 'rss-parser'])
    readers.push({ name: name === 'parse' ? 'Mujaz' : name, figures: await measured(name, READ) });
  printTable(`reading ${READ} feeds`, readers);
}
