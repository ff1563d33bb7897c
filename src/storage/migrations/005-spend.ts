import type { Migration } from '../migration.ts';

/** Tokens of each day, in UTC. */
export const spend: Migration = {
  id: 5,
  name: 'spend',
  statements: () => [
    `create table spend (
      day text primary key,
      spent bigint not null,
      reserved bigint not null
    )`,
  ],
};
