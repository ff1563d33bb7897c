import type { Ingest } from '../app/ingest.ts';
import type { ArticleDraft } from '../domain/article.ts';
import { readArticleFile } from './article-file.ts';
import { walk, whyUnreadable } from './file-walk.ts';
import type { ListedSource } from './opml.ts';
import { createParser } from './parse.ts';

export interface ImportTally {
  imported: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export interface ImportDoors {
  ingest: Pick<Ingest, 'keep' | 'settle'>;
  report: {
    /** One line per record or file that could not be taken: `file:line: reason`. */
    rejected(line: string): void;
    /** How much has been read, in bytes of all files. */
    progress?(read: number, total: number): void;
  };
  /** Takes the sources of an OPML list. */
  onSources(sources: readonly ListedSource[]): Promise<ImportTally>;
}

/** Articles handed on at once: few enough to hold, many enough for one transaction to pay. */
const BATCH = 200;
/** Feeds of the operator's own files may take this long to read, in milliseconds. */
const FEED_LIMIT = 5000;

/** Reads files and folders into the store. What is good is stored, whatever else is in the files. */
export async function importFiles(paths: readonly string[], doors: ImportDoors): Promise<ImportTally> {
  const tally: ImportTally = { imported: 0, updated: 0, unchanged: 0, rejected: 0 };
  const parser = createParser({ limitMs: FEED_LIMIT });
  const reject = (line: string): void => {
    tally.rejected++;
    doors.report.rejected(line);
  };
  let batch: ArticleDraft[] = [];
  const flush = async (): Promise<void> => {
    for (const outcome of await doors.ingest.keep(batch)) tally[outcome]++;
    batch = [];
  };

  const { files, faults } = await walk(paths);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  try {
    for (const { path, bytes } of files) {
      try {
        const pieces = readArticleFile(path, {
          readFeed: (content) => parser.feed(content),
          onProgress: (read) => doors.report.progress?.(done + Math.min(read, bytes), total),
        });
        for await (const piece of pieces) {
          if ('fault' in piece) reject(`${path}:${piece.place ? `${piece.place}:` : ''} ${piece.fault}`);
          else if ('draft' in piece) batch.push(piece.draft);
          else add(tally, await doors.onSources(piece.sources));
          if (batch.length >= BATCH) await flush();
        }
      } catch (error) {
        if (!isFileError(error)) throw error;
        reject(`${path}: ${whyUnreadable(error)}`);
      }
      done += bytes;
      doors.report.progress?.(done, total);
    }
    if (batch.length > 0) await flush();
    await doors.ingest.settle();
  } finally {
    await parser.close();
  }
  for (const { path, why } of faults) reject(`${path}: ${why}`);
  return tally;
}

function add(tally: ImportTally, more: ImportTally): void {
  for (const key of Object.keys(tally) as (keyof ImportTally)[]) tally[key] += more[key];
}

/** Faults of one file; anything else (the store above all) ends the import. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
