import { indexedText } from '../domain/indexing.ts';
import type { Session } from './driver.ts';
import { indexTexts } from './new-articles.ts';
import { sqliteIndex } from './token-index.ts';

/** Articles read at once. */
const PAGE = 250;

/** Fills an empty index from the articles, which alone still hold their words. */
export async function indexAnew(session: Session): Promise<void> {
  for (let last = 0; ; ) {
    const rows = await session.query<{ id: number; title: string; summary: string | null; body: string }>(
      'select id, title, summary, body from articles where id > $1 order by id limit $2',
      [last, PAGE],
    );
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
    await indexTexts(
      session,
      sqliteIndex,
      rows.map(({ id, title, summary, body }) => ({
        id,
        text: indexedText({ title, body, ...(summary === null ? {} : { summary }) }),
      })),
    );
  }
}
