import { renameSync, rmSync, statSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';

/** Pages copied in one step: all. The log lets a bot write meanwhile; between steps its writes would start the copy over. */
const PAGES = 2 ** 31 - 1;

/**
 * Copies a database file while a bot may be writing to it, checks the copy from end to end, and only then gives it its
 * name: a file that has the name is whole. Throws when the copy is not sound.
 */
export async function backUp(source: string, file: string): Promise<{ bytes: number; articles: number }> {
  const unchecked = `${file}.part`;
  rmSync(unchecked, { force: true });
  const database = new DatabaseSync(source, { readOnly: true, timeout: 5000 });
  try {
    await backup(database, unchecked, { rate: PAGES });
  } finally {
    database.close();
  }
  const articles = check(unchecked);
  renameSync(unchecked, file);
  return { bytes: statSync(file).size, articles };
}

function check(file: string): number {
  const copy = new DatabaseSync(file);
  try {
    // One file is easier to carry away than a file and its log.
    copy.exec('pragma journal_mode = delete');
    const faults = copy
      .prepare('pragma integrity_check')
      .all()
      .map((row) => String(row.integrity_check));
    if (faults.join() !== 'ok') throw new Error(`the copy is not sound: ${faults.slice(0, 3).join('; ')}`);
    return Number(copy.prepare('select count(*) as n from articles').get()?.n);
  } finally {
    copy.close();
  }
}
