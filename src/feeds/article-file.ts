import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArticleDraft } from '../domain/article.ts';
import { ArticleRejected, draftArticle } from '../domain/article.ts';
import { cutAt } from '../text/lengths.ts';
import { decode, decoderFor } from './decode.ts';
import type { FileKind } from './detect.ts';
import { detectText, refuseBytes } from './detect.ts';
import type { FeedReading } from './feed-item.ts';
import { draftItems } from './item-drafts.ts';
import type { RecordEntry } from './json-records.ts';
import { readJsonRecords, readNdjson } from './json-records.ts';
import type { ListedSource } from './opml.ts';
import { readOpml } from './opml.ts';
import { draftPage } from './page-drafts.ts';
import { readPageText } from './page-text.ts';
import { withoutMarkup } from './record-markup.ts';

/** So much of an address that is none is said back, in UTF-16 units. */
const LONGEST_ADDRESS = 120;

/** What a file holds, piece by piece. `place` says where in the file: `12` for a line, `item 3` in a feed. */
export type FilePiece =
  | { place: string; draft: ArticleDraft }
  | { place?: string; fault: string }
  | { sources: ListedSource[] };

export interface FileDoors {
  /** Reads a feed, apart from the main thread and within a time limit. */
  readFeed(bytes: Uint8Array): Promise<FeedReading>;
  /** Told how far reading has come in this file, in bytes. */
  onProgress?(bytes: number): void;
}

/** As much of a file as its kind and encoding are told from, in bytes. */
const HEAD = 64 * 1024;
/** Files that are read whole (feeds, pages, lists) may be this large, in bytes; lists of JSON records have no limit. */
const LARGEST = 64 * 1024 * 1024;

/** Reads an article file of any kind. What is wrong with it comes as pieces too; only the reading itself can throw. */
export async function* readArticleFile(path: string, doors: FileDoors): AsyncGenerator<FilePiece> {
  const { head, size } = await beginning(path);
  const unreadable = refuseBytes(head);
  if (unreadable) return yield { fault: unreadable };
  const detected = detectText(decode(head), basename(path));
  if ('refused' in detected) return yield { fault: detected.refused };

  const { kind } = detected;
  if (kind === 'json records' || kind === 'ndjson') {
    const chunks = decodedChunks(path, decoderFor(head), doors.onProgress);
    for await (const entry of kind === 'ndjson' ? readNdjson(chunks) : readJsonRecords(chunks))
      yield draftRecord(entry);
    return;
  }
  if (size > LARGEST) return yield { fault: `the file is larger than ${LARGEST / 1024 / 1024} MB` };
  yield* await wholeFile(kind, await readFile(path), doors);
}

async function wholeFile(kind: FileKind, bytes: Uint8Array, doors: FileDoors): Promise<FilePiece[]> {
  if (kind === 'page text')
    return draftPage(readPageText(decode(bytes))).map(({ line, ...rest }) => ({
      place: String(line),
      ...rest,
    }));
  if (kind === 'opml') {
    const faults: FilePiece[] = [];
    const sources = readOpml(decode(bytes), (address) => {
      faults.push({ fault: `no http(s) address of a feed: ${cutAt(address, LONGEST_ADDRESS)}` });
    });
    if (sources.length > 0) return [{ sources }, ...faults];
    return faults.length > 0 ? faults : [{ fault: 'the list names no feeds' }];
  }
  try {
    return draftItems(await doors.readFeed(bytes));
  } catch (error) {
    return [{ fault: error instanceof Error ? error.message : String(error) }];
  }
}

function draftRecord(entry: RecordEntry): FilePiece {
  const place = String(entry.line);
  if ('fault' in entry) return { place, fault: entry.fault };
  try {
    return { place, draft: draftArticle(withoutMarkup(entry.value)) };
  } catch (error) {
    if (error instanceof ArticleRejected) return { place, fault: error.message };
    throw error;
  }
}

async function beginning(path: string): Promise<{ head: Uint8Array; size: number }> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { size } = await file.stat();
    const buffer = new Uint8Array(Math.min(HEAD, size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await file?.close();
  }
}

async function* decodedChunks(
  path: string,
  decoder: TextDecoder,
  onProgress?: (bytes: number) => void,
): AsyncGenerator<string> {
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: HEAD })) {
    yield decoder.decode(chunk, { stream: true });
    read += chunk.length;
    onProgress?.(read);
  }
  yield decoder.decode();
}
