/** One subject of a benchmark in a process of its own, so that memory is its own; prints figures as one line. */
import { measureDigests } from './digest-subjects.ts';
import type { Figures } from './figures.ts';
import { measureRound } from './ingest-subjects.ts';
import { measureParsing } from './parse-subjects.ts';
import { measureMiniSearch, measureMujaz, measureOrama } from './search-subjects.ts';
import { measureOnPostgres, measureOnSqlite } from './store-subjects.ts';
import { measureAssignment, measureIngest } from './story-subjects.ts';
import { measureSummary } from './summary-subjects.ts';

const SUBJECTS: Record<string, (size: number, port: number) => Promise<Figures>> = {
  mujaz: measureMujaz,
  minisearch: measureMiniSearch,
  orama: measureOrama,
  assignment: measureAssignment,
  ingest: measureIngest,
  round: measureRound('a host each'),
  'round-one-host': measureRound('one host'),
  parse: measureParsing('parse'),
  feedsmith: measureParsing('feedsmith'),
  'rss-parser': measureParsing('rss-parser'),
  digests: measureDigests,
  summary: measureSummary,
  sqlite: measureOnSqlite,
  postgres: measureOnPostgres,
};

const [, , name = '', size = '', port = ''] = process.argv;
const measure = SUBJECTS[name];
if (!measure) throw new Error(`no subject ${name}`);
console.log(JSON.stringify(await measure(Number(size), Number(port))));
