import type { Migration } from '../migration.ts';

/** Sources and their checks. */
export const sources: Migration = {
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
};
