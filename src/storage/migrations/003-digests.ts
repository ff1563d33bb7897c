import type { Migration } from '../migration.ts';

/** Subscriptions and their slots, editions, the outbox, follows; leases and marks of the work. */
export const digests: Migration = {
  id: 3,
  name: 'subscriptions, editions, deliveries, follows',
  statements: ({ id }) => [
    "alter table chats add column status text not null default 'active'",
    'alter table chats add column status_reason text',
    'alter table chats add column status_since bigint',
    `create table subscriptions (
      id ${id},
      chat_id bigint not null,
      thread_id bigint not null,
      times text not null,
      weekdays text not null,
      time_zone text not null,
      topics text not null,
      size bigint not null,
      owner_id bigint,
      status text not null,
      paused_for text,
      created_at bigint not null,
      done_date text,
      done_time text,
      last_edition bigint,
      covered_until bigint not null,
      next_date text,
      next_time text,
      next_at bigint,
      lease_until bigint,
      lease_holder text
    )`,
    'create index subscriptions_by_chat on subscriptions (chat_id)',
    'create index subscriptions_by_due_time on subscriptions (next_at) where next_at is not null',
    `create table slots (
      subscription_id bigint not null references subscriptions (id) on delete cascade,
      date text not null,
      time text not null,
      verdict text not null,
      edition_id bigint,
      at bigint not null,
      primary key (subscription_id, date, time)
    )`,
    `create table editions (
      id ${id},
      profile text not null,
      window_from bigint not null,
      window_to bigint not null,
      previous_id bigint,
      left_out text not null,
      created_at bigint not null
    )`,
    'create index editions_by_time on editions (created_at)',
    `create table edition_stories (
      edition_id bigint not null references editions (id) on delete cascade,
      position bigint not null,
      story_id bigint not null,
      article_ids text not null,
      developed bigint not null,
      primary key (edition_id, position)
    )`,
    'create index edition_stories_by_story on edition_stories (story_id)',
    `create table messages (
      id ${id},
      edition_id bigint references editions (id) on delete cascade,
      part bigint not null,
      content text not null,
      created_at bigint not null
    )`,
    'create index messages_by_edition on messages (edition_id) where edition_id is not null',
    `create table deliveries (
      id ${id},
      key text not null unique,
      kind text not null,
      message_id bigint not null references messages (id),
      subscription_id bigint,
      chat_id bigint not null,
      thread_id bigint not null,
      silent bigint not null,
      state text not null,
      attempts bigint not null default 0,
      not_before bigint not null,
      expires_at bigint not null,
      created_at bigint not null,
      started_at bigint,
      finished_at bigint,
      telegram_id bigint,
      reason text
    )`,
    "create index deliveries_open on deliveries (chat_id, id) where state in ('pending', 'sending', 'uncertain')",
    "create index deliveries_due on deliveries (not_before, id) where state = 'pending'",
    'create index deliveries_by_message on deliveries (message_id)',
    'create index deliveries_by_subscription on deliveries (subscription_id) where subscription_id is not null',
    `create table follows (
      id ${id},
      chat_id bigint not null,
      thread_id bigint not null,
      kind text not null,
      value text not null,
      match_key text not null,
      created_at bigint not null,
      unique (chat_id, thread_id, kind, match_key)
    )`,
    `create table follow_hits (
      chat_id bigint not null,
      thread_id bigint not null,
      story_id bigint not null,
      follow_id bigint not null,
      state text not null,
      at bigint not null,
      primary key (chat_id, thread_id, story_id)
    )`,
    'create index follow_hits_by_time on follow_hits (at)',
    "create index follow_hits_held on follow_hits (chat_id, thread_id) where state = 'held'",
    `create table leases (
      name text primary key,
      holder text not null,
      until bigint not null
    )`,
    `create table marks (
      name text primary key,
      value bigint not null
    )`,
  ],
};
