import { createHash } from 'node:crypto';
import { indexedText } from '../domain/indexing.ts';
import type { Driver, Row, Session, Value } from './driver.ts';
import { markers } from './driver.ts';
import { indexOf } from './engine-index.ts';
import { migrate } from './migrations.ts';
import { isCurrent, moveState } from './move-state.ts';
import type { Table } from './schema.ts';
import { schemas } from './schema.ts';

/** Most rows and values written in one statement. */
const ROWS = 250;
const VALUES = 5000;

/** A move that must not begin, or did not come out equal; the message is for the operator. */
export class MoveRefused extends Error {
  override name = 'MoveRefused';
}

export interface MoveReport {
  /** Rows of a table that are over, of all that it has. */
  moved(table: string, rows: number, of: number): void;
  /** The search index is made, which may take minutes without a word. */
  indexing(): void;
  /** A table whose rows are equal on both sides. */
  compared(table: string, rows: number): void;
}

/**
 * Copies everything from one store into another, empty one, whatever their engines, and compares row by row what arrived.
 * How far it came is kept in the target with each batch, so a move that was ended anywhere goes on when it is started
 * again; until it is through, no program takes the target for a store. The source is not changed, and must not change.
 * Throws `MoveRefused`.
 */
export async function moveStore(
  source: Driver,
  target: Driver,
  report: MoveReport,
  now: number,
): Promise<{ tables: number; rows: number }> {
  const { from, to } = await prepared(source, target, now);
  const totals = new Map<string, number>();
  for (const table of from) totals.set(table.name, await countOf(source, table));

  for (const table of from) {
    const total = totals.get(table.name) ?? 0;
    await copyRows(source, target, table, (rows) => report.moved(table.name, rows, total));
    for (const column of table.toItself) await copyColumn(source, target, table, column);
  }
  const { filling } = indexOf(target.dialect);
  if (filling) {
    report.indexing();
    await target.transaction((session) => filling.end(session));
  }
  let rows = 0;
  for (const [at, table] of from.entries()) {
    const last = await schemas[source.dialect.name].counter(source, table.name);
    if (last !== undefined)
      await target.transaction((session) =>
        schemas[target.dialect.name].setCounter(session, table.name, last),
      );
    const sides = [await digestOf(source, table), await digestOf(target, to[at] ?? table)] as const;
    if (sides[0].rows !== sides[1].rows || sides[0].digest !== sides[1].digest)
      throw new MoveRefused(
        `${table.name} is not equal: ${sides[0].rows} rows there, ${sides[1].rows} here. Was the bot still running? Empty the target and start anew.`,
      );
    rows += sides[0].rows;
    report.compared(table.name, sides[0].rows);
  }
  await moveState.finish(target);
  return { tables: from.length, rows };
}

/** Brings both to this program's shape and makes sure that the target is empty, or half filled by a move before. */
async function prepared(
  source: Driver,
  target: Driver,
  now: number,
): Promise<{ from: Table[]; to: Table[] }> {
  const going = await moveState.isUnderWay(target);
  // A move goes on with the program that began it; the source is left alone until that is sure.
  if (going && !(await isCurrent(target)))
    throw new MoveRefused(
      'the target was begun by another version of this program: go on with that, or empty it.',
    );
  if (!going) await migrate(target, now);
  await migrate(source, now);
  const from = await schemas[source.dialect.name].tables(source);
  const to = await schemas[target.dialect.name].tables(target);
  const byName = new Map(to.map((table) => [table.name, table]));
  const same = (table: Table) =>
    table.columns.toSorted().join() === byName.get(table.name)?.columns.toSorted().join();
  if (from.length !== to.length || !from.every(same))
    throw new MoveRefused('the two stores differ in their tables.');
  if (!going) {
    for (const table of to) {
      if ((await countOf(target, table)) > 0)
        throw new MoveRefused(`the target is not empty: there are rows in ${table.name}.`);
    }
    await moveState.begin(target, now, async (session) => indexOf(target.dialect).filling?.begin(session));
  }
  return { from, to: from.flatMap(({ name }) => byName.get(name) ?? []) };
}

async function copyRows(
  source: Driver,
  target: Driver,
  table: Table,
  onRows: (rows: number) => void,
): Promise<void> {
  const { columns, toItself } = table;
  const most = Math.min(ROWS, Math.floor(VALUES / columns.length));
  let { after, rows } = await moveState.read(target, table.name);
  onRows(rows);
  for (;;) {
    const batch = await page(source, table, after, most);
    const end = batch.at(-1);
    if (!end) return;
    after = table.key.map((column) => end[column] as Value);
    rows += batch.length;
    const place = { after, rows };
    // Rows of the same table may come later than those that refer to them: such columns follow at the end.
    const values = batch.flatMap((row) =>
      columns.map((column) => (toItself.includes(column) ? null : (row[column] as Value))),
    );
    await target.transaction(async (session) => {
      await session.query(
        `insert into ${quoted(table.name)} (${columns.map(quoted).join(', ')}) values ${markers(batch.length, columns.length)}`,
        values,
      );
      if (table.name === 'articles') await indexRows(target, session, batch);
      await moveState.write(session, table.name, place);
    });
    onRows(rows);
  }
}

/** The index holds numbers and no text that could be read back: its tokens are made again from the articles. */
async function indexRows(target: Driver, session: Session, rows: readonly Row[]): Promise<void> {
  const texts = rows.map(({ id, title, summary, body }) => {
    const draft = {
      title: String(title),
      body: String(body),
      ...(summary === null ? {} : { summary: String(summary) }),
    };
    return { id: Number(id), text: indexedText(draft) };
  });
  await indexOf(target.dialect).put(session, texts);
}

async function copyColumn(source: Driver, target: Driver, table: Table, column: string): Promise<void> {
  const { key, name } = table;
  const narrow: Table = { ...table, columns: [...new Set([...key, column])] };
  let { after } = await moveState.read(target, `${name}.${column}`);
  for (;;) {
    const batch = await page(source, narrow, after, ROWS, `${quoted(column)} is not null`);
    const end = batch.at(-1);
    if (!end) return;
    const place = { after: key.map((each) => end[each] as Value), rows: 0 };
    after = place.after;
    await target.transaction(async (session) => {
      const condition = key.map((each, at) => `${quoted(each)} = $${at + 2}`).join(' and ');
      for (const row of batch) {
        await session.query(`update ${quoted(name)} set ${quoted(column)} = $1 where ${condition}`, [
          row[column] as Value,
          ...key.map((each) => row[each] as Value),
        ]);
      }
      await moveState.write(session, `${name}.${column}`, place);
    });
  }
}

/** The next rows behind a key, in its order. */
function page(
  session: Session,
  { name, columns, key }: Table,
  after: readonly Value[] | undefined,
  limit: number,
  condition?: string,
): Promise<Row[]> {
  const conditions = [
    ...(condition ? [condition] : []),
    ...(after ? [`(${key.map(quoted).join(', ')}) > (${key.map((_, at) => `$${at + 2}`).join(', ')})`] : []),
  ];
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  return session.query(
    `select ${columns.map(quoted).join(', ')} from ${quoted(name)} ${where} order by ${key.map(quoted).join(', ')} limit $1`,
    [limit, ...(after ?? [])],
  );
}

/** A name as SQL takes it whatever the word. */
function quoted(name: string): string {
  return `"${name}"`;
}

async function countOf(session: Session, { name }: Table): Promise<number> {
  const [row] = await session.query<{ n: number }>(`select count(*) as n from ${quoted(name)}`);
  return row?.n ?? 0;
}

/** How many rows a table has, and one sum over all of their values. */
async function digestOf(session: Session, table: Table): Promise<{ rows: number; digest: string }> {
  const hash = createHash('sha256');
  const columns = table.columns.toSorted();
  let rows = 0;
  let after: Value[] | undefined;
  for (;;) {
    const batch = await page(session, table, after, ROWS);
    const end = batch.at(-1);
    if (!end) return { rows, digest: hash.digest('hex') };
    for (const row of batch) hash.update(`${JSON.stringify(columns.map((column) => row[column]))}\n`);
    rows += batch.length;
    after = table.key.map((column) => end[column] as Value);
  }
}
