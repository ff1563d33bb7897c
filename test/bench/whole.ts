import { cpus, totalmem } from 'node:os';
import type { Column, Table } from './figures.ts';
import { shown } from './figures.ts';

/** What a figure is meant to be: at most or at least so much. The first row that fits counts. */
interface Aim {
  table: RegExp;
  figure: RegExp;
  most?: number;
  least?: number;
}

const AIMS: readonly Aim[] = [
  { table: /^search, 10+00 articles/, figure: /^search p50/, most: 3 },
  { table: /^search, 1000000 articles/, figure: /^search p99/, most: 150 },
  { table: /^search/, figure: /^search p99/, most: 30 },
  { table: /^search/, figure: /^commonest word p99/, most: 50 },
  { table: /^search/, figure: /^related p99/, most: 20 },
  { table: /^search/, figure: /^loop delay p99, ms/, most: 15 },
  { table: /^stories/, figure: /^assigned, articles\/s$/, least: 2000 },
  { table: /^ingest/, figure: /^cold, s/, most: 8 },
  { table: /^ingest/, figure: /^unchanged \(304\), s/, most: 0.15 },
  { table: /^ingest/, figure: /^loop delay p99, ms/, most: 15 },
  { table: /^summaries/, figure: /^extract, (made|sample) articles\/s$/, least: 2000 },
  { table: /^summaries/, figure: /^gate p50/, most: 2 },
  { table: /^the free tier/, figure: /^messages a second/, least: 29.4 },
  { table: /^paid/, figure: /^messages a second/, least: 990 },
  { table: /^paid/, figure: /^CPU/, most: 45 },
  { table: /^paid/, figure: /^memory, MiB/, most: 160 },
  { table: /^1000 updates/, figure: /^answer p99/, most: 50 },
];

/** All tables as one, in Markdown: a figure, what it is, what it should be, and its peers beside it with their ratio to ours. */
export function wholeTable(tables: readonly Table[], date: string): string {
  const [machine] = cpus();
  const rows = tables.flatMap(({ title, columns }) => {
    const [own, ...peers] = columns;
    return Object.entries(own?.figures ?? {}).map(([figure, value]) => {
      const beside = peers.flatMap((peer) => besideOf(peer, figure, value)).join(' · ');
      return `| ${title} | ${figure} | ${shown(value)} | ${aimOf(title, figure)} | ${beside} |`;
    });
  });
  return [
    `Measured on ${date}: ${cpus().length} × ${machine?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}.`,
    '',
    '| subject | figure | Mujaz | aim | beside it in the same run |',
    '| --- | --- | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}

function besideOf({ name, figures }: Column, figure: string, own: number): string[] {
  const value = figures[figure];
  if (value === undefined) return [];
  return [`${name} ${shown(value)}${own ? ` (×${shown(value / own)})` : ''}`];
}

function aimOf(title: string, figure: string): string {
  const aim = AIMS.find((each) => each.table.test(title) && each.figure.test(figure));
  if (!aim) return '';
  return aim.most === undefined ? `≥ ${aim.least}` : `≤ ${aim.most}`;
}
