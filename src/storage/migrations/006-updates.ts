import type { Migration } from '../migration.ts';

/** Updates that Telegram brought to the door: kept until they are handled, known by their ids for a day longer. */
export const updates: Migration = {
  id: 6,
  name: 'updates',
  statements: ({ key }) => [
    `create table updates (
      id ${key},
      lane bigint,
      body text,
      taken_at bigint not null,
      tries bigint not null,
      lease_until bigint,
      lease_holder text
    )`,
    'create index updates_open on updates (id) where lane is not null',
    'create index updates_lane on updates (lane, id) where lane is not null',
  ],
};
