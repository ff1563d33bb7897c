import type { Dialect, Driver } from './driver.ts';
import { sqliteIndex } from './token-index.ts';

/** A step from one shape of the store to the next. Steps are only ever added, never changed. */
interface Migration {
  id: number;
  name: string;
  statements(dialect: Dialect): string[];
}

const MIGRATIONS: readonly Migration[] = [
  {
    id: 1,
    name: 'articles, stories, chats',
    statements: ({ id, key }) => [
      `create table stories (
        id ${id},
        sort_at bigint not null,
        merged_into bigint references stories (id)
      )`,
      'create index stories_by_time on stories (sort_at desc, id desc)',
      `create table story_topics (
        story_id bigint not null references stories (id) on delete cascade,
        topic text not null,
        primary key (story_id, topic)
      )`,
      'create index story_topics_by_topic on story_topics (topic, story_id)',
      `create table articles (
        id ${id},
        key text not null unique,
        external_id text,
        story_id bigint references stories (id),
        url text,
        title text not null,
        body text not null,
        summary text,
        source_name text not null,
        source_url text,
        language text not null,
        topics text not null,
        published_at bigint,
        date_precision text,
        first_seen bigint not null,
        sort_at bigint not null,
        image text,
        cut bigint not null,
        refs text not null
      )`,
      'create index articles_by_story on articles (story_id)',
      'create index articles_by_time on articles (sort_at)',
      'create index articles_by_external_id on articles (external_id) where external_id is not null',
      'create index articles_by_source on articles (source_name)',
      `create table editor_links (
        article_id bigint not null references articles (id) on delete cascade,
        ref text not null,
        primary key (article_id, ref)
      )`,
      'create index editor_links_by_ref on editor_links (ref)',
      `create table search_texts (
        article_id ${key} references articles (id) on delete cascade,
        text text not null
      )`,
      ...sqliteIndex.tables,
      `create table chats (
        id bigint primary key,
        kind text not null,
        preferences text not null
      )`,
      `create table cache (
        key text primary key,
        value text not null,
        expires bigint
      )`,
      'create index cache_by_expiry on cache (expires) where expires is not null',
    ],
  },
  {
    id: 2,
    name: 'sources',
    statements: () => [
      `create table sources (
        id text primary key,
        origin text not null,
        added_at bigint not null,
        name text not null,
        url text not null,
        moved_to text,
        address text not null,
        language text,
        topics text not null,
        full_text bigint not null,
        every_minutes bigint,
        enabled bigint not null,
        removed bigint not null,
        state text not null,
        etag text,
        last_modified text,
        validators_from text,
        next_at bigint,
        lease_until bigint,
        lease_holder text,
        last_ok_at bigint,
        took_ms bigint,
        items bigint,
        failure text
      )`,
      'create index sources_by_due_time on sources (next_at) where next_at is not null',
      'create index sources_by_address on sources (address)',
      'alter table articles add column source_id text',
      'alter table articles add column former_titles text',
      'create index articles_by_feed on articles (source_id, first_seen) where source_id is not null',
    ],
  },
];

/** The store is of a newer program than this one. */
export class StoreTooNew extends Error {
  override name = 'StoreTooNew';
}

/**
 * Brings the store to this program's shape, each step whole or not at all.
 * Throws `StoreTooNew` when a newer program has already changed it further.
 */
export async function migrate(driver: Driver, now: number): Promise<void> {
  await driver.query(
    'create table if not exists migrations (id bigint primary key, name text not null, applied_at bigint not null)',
  );
  const newest = MIGRATIONS.at(-1)?.id ?? 0;
  const [row] = await driver.query<{ id: number | null }>('select max(id) as id from migrations');
  const current = row?.id ?? 0;
  if (current > newest) {
    throw new StoreTooNew(
      `the store has shape ${current}, this program knows shapes up to ${newest}: start the newer program, or restore a backup`,
    );
  }
  for (const migration of MIGRATIONS) {
    if (migration.id <= current) continue;
    await driver.transaction(async (session) => {
      for (const statement of migration.statements(driver.dialect)) await session.query(statement);
      await session.query('insert into migrations (id, name, applied_at) values ($1, $2, $3)', [
        migration.id,
        migration.name,
        now,
      ]);
    });
  }
}
