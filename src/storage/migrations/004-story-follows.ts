import type { Migration } from '../migration.ts';

/** Follows of one story: an article by which it is known, and the ids of those that the reader has been told of. */
export const storyFollows: Migration = {
  id: 4,
  name: 'follows of stories',
  statements: () => [
    'alter table follows add column article_id bigint',
    'alter table follows add column known text',
  ],
};
