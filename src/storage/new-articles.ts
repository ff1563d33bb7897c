import type { IndexedText, PreparedDraft } from '../domain/indexing.ts';
import { indexedText } from '../domain/indexing.ts';
import { packed } from '../text/packing.ts';
import { contentColumns } from './article-rows.ts';
import type { Session } from './driver.ts';
import { markers } from './driver.ts';
import { portions } from './row-portions.ts';
import type { TokenIndex } from './token-index.ts';

/** Stores drafts whose keys are new and each their own, and gives their ids by key: a few statements for them all. */
export async function insertArticles(
  session: Session,
  index: TokenIndex,
  drafts: readonly PreparedDraft[],
  now: number,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const portion of portions(drafts)) {
    const rows = portion.map((draft) => ({
      key: draft.key,
      first_seen: now,
      sort_at: Math.min(draft.publishedAt ?? now, now),
      ...contentColumns(draft),
    }));
    const columns = Object.keys(rows[0] ?? {});
    const stored = await session.query<{ id: number; key: string }>(
      `insert into articles (${columns.join(', ')}) values ${markers(rows.length, columns.length)} returning id, key`,
      rows.flatMap((row) => Object.values(row)),
    );
    for (const { id, key } of stored) ids.set(key, id);
  }
  const identified = drafts.map((draft) => {
    const id = ids.get(draft.key);
    if (id === undefined) throw new Error('the engine returned no id for a new article');
    return { id, draft };
  });
  await indexArticles(session, index, identified);
  for (const { id, draft } of identified) await linkArticle(session, id, draft.related);
  return ids;
}

/** Makes articles findable; what was indexed of them before has been taken out. */
export async function indexArticles(
  session: Session,
  index: TokenIndex,
  articles: readonly { id: number; draft: PreparedDraft }[],
): Promise<void> {
  const texts = articles.map(({ id, draft }) => ({ id, text: draft.indexed ?? indexedText(draft) }));
  await indexTexts(session, index, texts);
}

/** The same for what is worked out already. */
export async function indexTexts(
  session: Session,
  index: TokenIndex,
  texts: readonly { id: number; text: IndexedText }[],
): Promise<void> {
  for (const portion of portions(texts)) {
    await session.query(
      `insert into search_texts (article_id, packed) values ${markers(portion.length, 2)}
         on conflict (article_id) do update set packed = excluded.packed`,
      portion.flatMap(({ id, text }) => [id, packed(text.matchText)]),
    );
  }
  await index.put(session, texts);
}

/** Links may name articles that are not here yet: they are kept as written and looked up when read. */
export async function linkArticle(session: Session, id: number, related: readonly string[]): Promise<void> {
  if (related.length === 0) return;
  await session.query(
    `insert into editor_links (article_id, ref) values ${markers(related.length, 2)} on conflict do nothing`,
    related.flatMap((ref) => [id, ref]),
  );
}
