import type { Session } from './driver.ts';

/** A table as the engine describes it. */
export interface Table {
  name: string;
  columns: string[];
  /** Columns of the primary key, in its order. */
  key: string[];
  /** Tables that it refers to, itself left out. */
  refersTo: string[];
  /** Columns that refer to rows of the same table. */
  toItself: string[];
}

/** What an engine tells of its tables, and the counters behind the ids that it gives out. */
export interface Schema {
  /** Every table of rows, each after those it refers to; not the steps taken, nor what is made anew: the search index, the state of a move. */
  tables(session: Session): Promise<Table[]>;
  /** The last id that was given out for a table, also when its row is gone; absent where ids are not counted up. */
  counter(session: Session, table: string): Promise<number | undefined>;
  setCounter(session: Session, table: string, last: number): Promise<void>;
}

const NOT_ROWS = /^(migrations|moving|search_(index|terms|grams)(_.*)?|sqlite_.*)$/;

type Described = { name: string; column: string; place: number | null };
type Reference = { name: string; column: string; target: string };

const sqlite: Schema = {
  async tables(session) {
    const columns = await session.query<Described>(
      `select tables.name, columns.name as "column", columns.pk as place
         from sqlite_master tables join pragma_table_info(tables.name) columns where tables.type = 'table'
        order by tables.name, columns.cid`,
    );
    const references = await session.query<Reference>(
      `select tables.name, keys."from" as "column", keys."table" as target
         from sqlite_master tables join pragma_foreign_key_list(tables.name) keys where tables.type = 'table'`,
    );
    return inOrder(columns, references);
  },
  async counter(session, table) {
    const [row] = await session.query<{ seq: number }>('select seq from sqlite_sequence where name = $1', [
      table,
    ]);
    return row?.seq;
  },
  async setCounter(session, table, last) {
    await session.query('delete from sqlite_sequence where name = $1', [table]);
    await session.query('insert into sqlite_sequence (name, seq) values ($1, $2)', [table, last]);
  },
};

const postgres: Schema = {
  async tables(session) {
    const columns = await session.query<Described>(
      `select c.table_name as name, c.column_name as "column", k.ordinal_position as place
         from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
         left join (information_schema.key_column_usage k join information_schema.table_constraints p
                      on p.constraint_schema = k.constraint_schema and p.constraint_name = k.constraint_name
                         and p.constraint_type = 'PRIMARY KEY')
           on k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = c.column_name
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
        order by c.table_name, c.ordinal_position`,
    );
    const references = await session.query<Reference>(
      `select source.relname as name, columns.attname as "column", target.relname as target
         from pg_constraint c
         join pg_class source on source.oid = c.conrelid
         join pg_class target on target.oid = c.confrelid
         join pg_attribute columns on columns.attrelid = c.conrelid and columns.attnum = any(c.conkey)
        where c.contype = 'f' and c.connamespace = current_schema()::regnamespace`,
    );
    return inOrder(columns, references);
  },
  async counter(session, table) {
    const counted = await session.query(
      `select 1 from information_schema.columns where table_schema = current_schema() and table_name = $1
          and column_name = 'id' and is_identity = 'YES'`,
      [table],
    );
    if (counted.length === 0) return undefined;
    const [row] = await session.query<{ last_value: number | null }>(
      `select last_value from pg_sequences where format('%I.%I', schemaname, sequencename)
          = pg_get_serial_sequence(format('%I.%I', current_schema(), $1::text), 'id')`,
      [table],
    );
    return row?.last_value ?? undefined;
  },
  async setCounter(session, table, last) {
    await session.query(
      `select setval(pg_get_serial_sequence(format('%I.%I', current_schema(), $1::text), 'id'), $2::bigint)`,
      [table, last],
    );
  },
};

/** The tables that an engine describes, its own way. */
export const schemas = { sqlite, postgres };

/** Puts what was told of columns together, and tables behind those that they refer to. */
function inOrder(columns: readonly Described[], references: readonly Reference[]): Table[] {
  const tables = [...Map.groupBy(columns, ({ name }) => name)].flatMap(([name, own]): Table[] => {
    if (NOT_ROWS.test(name)) return [];
    const ofTable = references.filter((reference) => reference.name === name);
    return [
      {
        name,
        columns: own.map(({ column }) => column),
        key: own
          .filter(({ place }) => place)
          .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
          .map(({ column }) => column),
        refersTo: [...new Set(ofTable.map(({ target }) => target))].filter((target) => target !== name),
        toItself: ofTable.filter(({ target }) => target === name).map(({ column }) => column),
      },
    ];
  });
  const placed: Table[] = [];
  const place = (table: Table, path: readonly string[]): void => {
    if (path.includes(table.name))
      throw new Error(`tables refer to each other in a circle: ${path.join(', ')}`);
    if (placed.includes(table)) return;
    for (const target of tables)
      if (table.refersTo.includes(target.name)) place(target, [...path, table.name]);
    placed.push(table);
  };
  for (const table of tables) place(table, []);
  return placed;
}
