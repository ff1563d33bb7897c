/** What one subject measured, by name; times are milliseconds, rates articles per second, memory MiB. */
export type Figures = Record<string, number>;

/** One column of a table: who was measured, over how many articles. */
export interface Column {
  name: string;
  figures: Figures;
}

export interface Table {
  title: string;
  columns: readonly Column[];
}

/** Every table printed so far. */
export const printed: Table[] = [];

/** Prints columns beside each other, and under a second figure its ratio to the first column's. */
export function printTable(title: string, columns: readonly Column[]): void {
  printed.push({ title, columns });
  const names = [...new Set(columns.flatMap(({ figures }) => Object.keys(figures)))];
  const first = columns[0]?.figures ?? {};
  const width = Math.max(...names.map((name) => name.length), title.length) + 2;
  const row = (head: string, cells: readonly string[]) =>
    console.log(`${head.padEnd(width)}${cells.map((cell) => cell.padStart(22)).join('')}`);
  console.log();
  row(
    title,
    columns.map(({ name }) => name),
  );
  for (const name of names) {
    row(
      name,
      columns.map(({ figures }, at) => {
        const value = figures[name];
        if (value === undefined) return '';
        const own = first[name];
        return at === 0 || !own ? shown(value) : `${shown(value)} (×${shown(value / own)})`;
      }),
    );
  }
}

/** A figure with as many digits as it deserves. */
export function shown(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}
