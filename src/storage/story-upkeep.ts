import type { Placement } from '../domain/ports.ts';
import type { Session } from './driver.ts';
import { list, markers, padded } from './driver.ts';
import { portions } from './row-portions.ts';

/** Readers who hold the absorbed story's id are led on to the one it became. */
export async function mergeStories(session: Session, from: number, into: number): Promise<void> {
  if (from === into) return;
  await session.query('update articles set story_id = $2 where story_id = $1', [from, into]);
  await session.query('update stories set merged_into = $2 where id = $1', [from, into]);
  await session.query('delete from story_topics where story_id = $1', [from]);
  // What chats were told of the one they were told of the other.
  await session.query('update edition_stories set story_id = $2 where story_id = $1', [from, into]);
  await session.query(
    `update follow_hits set story_id = $2 where story_id = $1 and not exists (
       select 1 from follow_hits other where other.chat_id = follow_hits.chat_id
          and other.thread_id = follow_hits.thread_id and other.story_id = $2)`,
    [from, into],
  );
}

/** Brings place in time and topics of stories up to date with their articles; empty stories go. */
export async function refreshStories(session: Session, ids: readonly number[]): Promise<void> {
  const once = [...new Set(ids)];
  if (once.length === 0) return;
  const all = padded(once);
  const rows = await session.query<{ story_id: number; sort_at: number; topics: string }>(
    `select story_id, sort_at, topics from articles where story_id in (${list(all.length)})`,
    all,
  );
  await session.query(`delete from story_topics where story_id in (${list(all.length)})`, all);
  const articles = Map.groupBy(rows, (row) => row.story_id);
  const empty = padded(once.filter((id) => !articles.has(id)));
  if (empty.length > 0) {
    await session.query(
      `delete from stories where id in (${list(empty.length)}) and merged_into is null
          and not exists (select 1 from stories other where other.merged_into = stories.id)`,
      empty,
    );
  }
  for (const portion of portions([...articles])) {
    await session.query(
      `update stories set sort_at = latest.column2 from (values ${numbers(portion.length)}) as latest
        where stories.id = latest.column1`,
      portion.flatMap(([id, own]) => [id, Math.max(...own.map((row) => row.sort_at))]),
    );
  }
  const topics = [...articles].flatMap(([id, own]) =>
    [...new Set(own.flatMap((row): string[] => JSON.parse(row.topics)))].map((topic) => [id, topic] as const),
  );
  for (const portion of portions(topics)) {
    await session.query(
      `insert into story_topics (story_id, topic) values ${markers(portion.length, 2)}`,
      portion.flat(),
    );
  }
}

/** Starts the stories that placements want started, in their order; gives their ids by the numbers they had. */
export async function newStories(
  session: Session,
  placements: readonly Placement[],
): Promise<Map<number, number>> {
  const wanted = placements.flatMap(({ storyId, absorbs }) =>
    [storyId, absorbs ?? storyId].filter((id) => id < 0),
  );
  const stored = new Map<number, number>();
  for (const portion of portions([...new Set(wanted)])) {
    const rows = await session.query<{ id: number }>(
      `insert into stories (sort_at) values ${markers(portion.length, 1)} returning id`,
      portion.map(() => 0),
    );
    const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
    portion.forEach((number, at) => {
      const id = ids[at];
      if (id === undefined) throw new Error('the engine returned no id for a new story');
      stored.set(number, id);
    });
  }
  return stored;
}

export async function placeArticles(session: Session, places: readonly [number, number][]): Promise<void> {
  for (const portion of portions(places)) {
    await session.query(
      `update articles set story_id = place.column2 from (values ${numbers(portion.length)}) as place
        where articles.id = place.column1`,
      portion.flat(),
    );
  }
}

/** Markers for rows of two whole numbers; of a list of values the engines cannot tell what they are. */
function numbers(rows: number): string {
  return markers(rows, 2).replace(/\$\d+/g, 'cast($& as bigint)');
}
