import { readdir, readFile } from 'node:fs/promises';
import type { ArticleDraft } from '../domain/article.ts';
import { draftArticle } from '../domain/article.ts';
import { readDuration } from '../text/dates.ts';

/**
 * The sample news that ships with the product. Its times are ages (`publishedAgo`), so that it always
 * looks like this morning's.
 */
export async function readSamples(folder: URL, now: number): Promise<ArticleDraft[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const drafts: ArticleDraft[] = [];
  for (const name of names) {
    const records: Record<string, unknown>[] = JSON.parse(await readFile(new URL(name, folder), 'utf8'));
    for (const { publishedAgo, ...record } of records) {
      const age = readDuration(String(publishedAgo));
      if (age === undefined) throw new Error(`${name}: not a duration: ${String(publishedAgo)}`);
      drafts.push(draftArticle({ ...record, publishedAt: new Date(now - age).toISOString() }));
    }
  }
  return drafts.sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
}
