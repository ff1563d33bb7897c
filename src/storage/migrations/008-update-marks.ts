import type { Migration } from '../migration.ts';

/** What tells an update from another that bears its number, once both its words and its chat are forgotten. */
export const updateMarks: Migration = {
  id: 8,
  name: 'marks of updates',
  statements: () => ['alter table updates add column mark bigint'],
};
