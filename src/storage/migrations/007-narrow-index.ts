import { LETTERS, PLACES } from '../../text/packing.ts';
import { indexAnew } from '../index-anew.ts';
import type { Migration } from '../migration.ts';

/**
 * Match texts are packed. SQLite's index is two: with its own columns in one, each question for a gram read past the
 * places of all words; of a gram no place is kept at all. The `ascii` tokenizer splits at spaces and leaves every other
 * script alone; `_` marks the edge of a word in grams. For words `detail` stays full: with less, phrases are lost.
 */
export const narrowIndex: Migration = {
  id: 7,
  name: 'a narrow search index',
  statements: ({ name }) => [
    'alter table search_texts rename column text to packed',
    ...(name === 'sqlite'
      ? [
          'drop table search_index',
          `create virtual table search_terms using fts5 (terms, ${OWN_TOKENS})`,
          `create virtual table search_grams using fts5 (grams, detail = none, ${OWN_TOKENS})`,
          // Two parts of a size are enough to be merged when there is time for it.
          "insert into search_terms (search_terms, rank) values ('usermerge', 2)",
          "insert into search_grams (search_grams, rank) values ('usermerge', 2)",
        ]
      : [`update search_texts set packed = translate(packed, '${LETTERS + PLACES}', '${PLACES + LETTERS}')`]),
  ],
  async fill(session, { name }) {
    if (name === 'sqlite') await indexAnew(session);
  },
};

const OWN_TOKENS = `content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_.'"`;
