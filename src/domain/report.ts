import type { GramCounts } from '../text/gram-vector.ts';
import { gramCounts } from '../text/gram-vector.ts';
import type { Name } from '../text/names.ts';
import { namesIn } from '../text/names.ts';
import { shingles } from '../text/shingles.ts';
import { firstWords } from '../text/spaces.ts';
import { gramWords, tellingWords } from '../text/terms.ts';

/** What tells one article's event from another's: its title and the beginning of its text. */
export interface Report {
  articleId: number;
  /** Place in time, in milliseconds since the epoch. */
  at: number;
  language: string;
  source: string;
  title: string;
  /** Summary or first paragraphs; only the first words count. */
  lead: string;
}

/** Length of the grams by which articles are likened. */
export const GRAM = 4;
/** Words of the lead that count: measured best for relatedness, more of the body adds noise. */
export const LEAD_WORDS = 60;
/** Words of the text in which names are looked for: figures often come in the second paragraph. */
const NAME_WORDS = 100;

/** A report read once for likening. Thousands are remembered at a time, so the lead itself is let go. */
export interface ReadReport {
  report: Omit<Report, 'lead'>;
  /** Grams of the title twice and the lead once. */
  grams: GramCounts;
  /** Stemmed words of the title, without repeats. */
  titleTerms: ReadonlySet<string>;
  /** Countries and cities that the title names. */
  titlePlaces: ReadonlySet<string>;
  /** Runs of three words of title and lead, as numbers. */
  runs: Uint32Array;
  /** Names and figures of title and lead, which mean the same in every language. */
  names: ReadonlySet<string>;
}

/** What takes long to read of a report: plain values, which another thread may have worked out. */
export type ReportWords = Omit<ReadReport, 'report'>;

export function reportWords(report: Report): ReportWords {
  const { grams, runs, names, titleTerms, titlePlaces } = readReport(report);
  return { grams, runs, names, titleTerms, titlePlaces };
}

/** Reads a report, or makes one of words that were read before. */
export function readReport(report: Report, words?: ReportWords): ReadReport {
  const { lead, ...kept } = report;
  if (words) return { report: kept, ...words };
  // Asked for only when two reports are near each other, which few are; the text goes once its names are known.
  let head = `${report.title}\n${firstWords(lead, NAME_WORDS)}`;
  let names: ReadonlySet<string> | undefined;
  let titlePlaces: ReadonlySet<string> | undefined;
  return {
    report: kept,
    ...measured(report),
    get titlePlaces() {
      titlePlaces ??= new Set(
        namesIn(kept.title)
          .filter(isPlace)
          .map((name) => name.id),
      );
      return titlePlaces;
    },
    get names() {
      names ??= new Set(namesIn(head).map((name) => name.id));
      head = '';
      return names;
    },
  };
}

function measured({ title, lead }: Report): Pick<ReportWords, 'grams' | 'runs' | 'titleTerms'> {
  const titleWords = tellingWords(title);
  const [first, then] = [titleWords.map(({ spelling }) => spelling), gramWords(firstWords(lead, LEAD_WORDS))];
  return {
    grams: gramCounts([...first, ...first, ...then], GRAM),
    runs: shingles([...first, ...then]),
    titleTerms: new Set(titleWords.map(({ stem }) => stem)),
  };
}

function isPlace({ kind }: Name): boolean {
  return kind === 'country' || kind === 'city';
}
