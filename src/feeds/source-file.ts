import { readFile } from 'node:fs/promises';
import type { SourceEntry } from '../domain/source.ts';
import { sourceListShape } from '../domain/source.ts';

/** The sources file cannot be used; the message says where and why, for its operator. */
export class SourceFileFault extends Error {
  override name = 'SourceFileFault';
}

/** Reads the sources file. Throws `SourceFileFault` naming every entry that is not as it should be. */
export async function readSourceFile(path: string): Promise<SourceEntry[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new SourceFileFault(`SOURCES_FILE: ${path} ${missing ? 'is not there' : 'cannot be read'}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SourceFileFault(`SOURCES_FILE: ${path} is not JSON`);
  }
  const parsed = sourceListShape.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path: at, message }) => `  entry ${at.join('.') || 'list'}: ${message}`,
  );
  throw new SourceFileFault(`SOURCES_FILE: ${path} needs mending:\n${faults.join('\n')}`);
}
