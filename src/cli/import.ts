import { SingleBar } from 'cli-progress';
import { createGrouping } from '../app/grouping.ts';
import { createIngest } from '../app/ingest.ts';
import { complain, faultText, misused, readCall } from '../call.ts';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import type { Store } from '../domain/ports.ts';
import { findTopic } from '../domain/topic.ts';
import { environment } from '../environment.ts';
import type { ImportTally } from '../feeds/import-file.ts';
import { importFiles } from '../feeds/import-file.ts';
import type { ListedSource } from '../feeds/opml.ts';
import { readTopics } from '../feeds/topic-file.ts';
import type { Storage } from '../storage/open.ts';
import { openStorage } from '../storage/open.ts';
import { storyTurn } from '../story-turn.ts';

const USAGE = 'Usage: npm run import -- FILE|FOLDER…';
/** A bar is shown once an import has taken this long, in milliseconds. */
const PATIENCE = 1000;

process.exitCode = await run(process.argv.slice(2), environment());

/** Exit codes: 0 everything taken, 1 something rejected or nothing could start, 2 called wrongly. */
async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const call = readCall(args, USAGE, {});
  if ('exitCode' in call) return call.exitCode;
  const paths = call.positionals;
  if (paths.length === 0) return misused(USAGE);
  let config: Config;
  let storage: Storage;
  try {
    config = readConfig(environment, { readersStore: true });
    storage = await openStorage(config.DATABASE_URL, Date.now);
  } catch (error) {
    return complain(`Nothing was imported: ${faultText(error)}`);
  }
  const bar = progressBar();
  try {
    // A bot at work on the same store finds stories, too.
    const turn = storyTurn(storage.store, Date.now);
    const ingest = createIngest(storage.store, createGrouping(storage.store), Date.now, undefined, turn);
    const tally = await importFiles(paths, {
      ingest,
      onSources: (sources) => takeSources(storage.store, sources),
      report: { rejected: bar.line, progress: bar.progress },
    });
    bar.stop();
    process.stdout.write(
      `imported ${tally.imported}, updated ${tally.updated}, unchanged ${tally.unchanged}, rejected ${tally.rejected}\n`,
    );
    return tally.rejected === 0 ? 0 : 1;
  } catch (error) {
    bar.stop();
    return complain(`The import stopped: ${faultText(error)}`);
  } finally {
    await storage.store.close();
  }
}

/** Keeps the sources of a list; folders that carry the name of a topic give it to their sources. */
async function takeSources(store: Store, listed: readonly ListedSource[]): Promise<ImportTally> {
  const topics = await readTopics();
  const sources = listed.map(({ name, url, category }) => {
    const topic = findTopic(topics, category ?? '');
    return { name, url, ...(topic ? { topics: [topic.id] } : {}) };
  });
  const results = await store.addSources(sources, 'opml', Date.now());
  const imported = results.filter(({ outcome }) => outcome === 'added').length;
  return { imported, updated: 0, unchanged: results.length - imported, rejected: 0 };
}

/** A bar on a terminal, nothing elsewhere; lines of text go between its drawings. */
function progressBar() {
  const started = performance.now();
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: '{bar} {percentage} % · {eta_formatted} left',
        hideCursor: true,
        clearOnComplete: true,
      })
    : undefined;
  let shown = false;
  return {
    progress(read: number, total: number): void {
      if (!bar || total === 0) return;
      if (shown) bar.update(read);
      else if (performance.now() - started > PATIENCE) {
        bar.start(total, read);
        shown = true;
      }
    },
    line(text: string): void {
      process.stderr.write(shown ? `\r\x1b[K${text}\n` : `${text}\n`);
    },
    stop(): void {
      if (shown) bar?.stop();
    },
  };
}
