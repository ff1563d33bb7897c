import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface WalkedFile {
  path: string;
  bytes: number;
}

export interface WalkReport {
  files: WalkedFile[];
  /** Paths that lead nowhere, each with its reason. */
  faults: { path: string; why: string }[];
}

/** Pictures lie beside articles in folders of saved pages; they are passed over, as are hidden files. */
const PASSED_OVER = /^\.|\.(?:png|jpe?g|gif|webp|svg|ico|avif|bmp|tiff?)$/i;

/** Lists the files that paths name: files as given, folders with all that is in them, by name. */
export async function walk(paths: readonly string[]): Promise<WalkReport> {
  const report: WalkReport = { files: [], faults: [] };
  for (const path of paths) await visit(path, report);
  return report;
}

async function visit(path: string, report: WalkReport): Promise<void> {
  try {
    const found = await stat(path);
    if (found.isFile()) report.files.push({ path, bytes: found.size });
    else if (found.isDirectory()) {
      const names = (await readdir(path)).filter((name) => !PASSED_OVER.test(name)).sort();
      for (const name of names) await visit(join(path, name), report);
    } else {
      report.faults.push({ path, why: 'is neither a file nor a folder' });
    }
  } catch (error) {
    report.faults.push({ path, why: whyUnreadable(error) });
  }
}

/** Why a file could not be read, in words. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'ELOOP') return 'links lead in a circle';
  return error instanceof Error ? error.message : String(error);
}
