import type { Dialect } from '../driver.ts';
import type { Migration } from '../migration.ts';

/** New rows wait unsorted until they are so many KiB: every search reads those to the end. */
const PENDING_KIB = 256;
/** Articles of one era: ids are counted up, so an era is a stretch of time. */
const ERA = 4096;

/** What finds the tokens on Postgres; also made apart, where very many articles come in at once. */
export const POSTGRES_TOKENS: readonly string[] = [
  `create index if not exists search_index_tokens on search_index using gin
     (search_tokens(terms, article_id), search_tokens(grams, article_id)) with (gin_pending_list_limit = ${PENDING_KIB})`,
  'alter index search_index_tokens alter column 1 set statistics 0',
  'alter index search_index_tokens alter column 2 set statistics 0',
];

/** The index of tokens, each engine's own way. */
const searchIndex: Record<Dialect['name'], string[]> = {
  sqlite: [
    `create virtual table search_index using fts5 (
      terms, grams, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_.'"
    )`,
  ],
  postgres: [
    `create function search_tokens(words text, article_id bigint) returns text[]
       language plpgsql immutable strict parallel safe cost 10000
       as 'begin return string_to_array(words, '' '') || (''#'' || article_id / ${ERA}); end'`,
    `create table search_index (
      article_id bigint primary key,
      terms text not null,
      grams text not null
    ) with (toast_tuple_target = 128)`,
    ...POSTGRES_TOKENS,
  ],
};

/** Articles, the stories they make, and what chats have chosen. */
export const articles: Migration = {
  id: 1,
  name: 'articles, stories, chats',
  statements: (dialect) => [
    `create table stories (
      id ${dialect.id},
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
      id ${dialect.id},
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
      article_id ${dialect.key} references articles (id) on delete cascade,
      text text not null
    )`,
    ...searchIndex[dialect.name],
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
};
