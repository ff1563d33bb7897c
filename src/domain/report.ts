import type { GramCounts } from '../text/gram-vector.ts';
import { gramCounts } from '../text/gram-vector.ts';
import { nameWords } from '../text/name-tables/name-words.ts';
import type { Name } from '../text/names.ts';
import { namesAmong, namesIn } from '../text/names.ts';
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

/** What is likened of a report without its names, which take as long as all the rest. */
export interface LikenedReport {
  report: Omit<Report, 'lead'>;
  /** Grams of the title twice and the lead once. */
  grams: GramCounts;
  /** Stemmed words of the title, without repeats. */
  titleTerms: ReadonlySet<string>;
  /** Countries and cities that the title names. */
  titlePlaces: ReadonlySet<string>;
  /** Runs of three words of title and lead, as numbers. */
  runs: Uint32Array;
}

/** A report read once for finding its story. Thousands are remembered at a time, so the lead itself is let go. */
export interface ReadReport extends LikenedReport {
  /** Names and figures of title and lead, which mean the same in every language. */
  names: ReadonlySet<string>;
}

/** What takes long to read of a report: plain values, which another thread may have worked out. */
export type ReportWords = Omit<ReadReport, 'report'>;

/** All at once: names are words that have just been looked up, and are still at hand. */
export function reportWords(report: Report): ReportWords {
  return { ...measured(report), ...named(report) };
}

/** Reads a report, or makes one of words that were read before. */
export function readReport(report: Report, words: ReportWords = reportWords(report)): ReadReport {
  const { lead, ...kept } = report;
  return { report: kept, ...words };
}

/** Reads what one report is held against another by; places only when they are asked for, which is seldom. */
export function likenedReport(report: Report): LikenedReport {
  const { lead, ...kept } = report;
  let titlePlaces: ReadonlySet<string> | undefined;
  return {
    report: kept,
    ...measured(report),
    get titlePlaces() {
      titlePlaces ??= new Set(placesAmong(namesIn(kept.title)));
      return titlePlaces;
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

/** Names of title and lead; a doubtful place of the title is judged by the lead, too. */
function named({ title, lead }: Report): Pick<ReportWords, 'names' | 'titlePlaces'> {
  const words = nameWords(`${title}\n${firstWords(lead, NAME_WORDS)}`);
  const names = namesAmong(words);
  const titleEnd = words.findIndex(({ gap }) => gap.includes('\n'));
  const ofTitle = titleEnd < 0 ? names : names.filter(({ first }) => first < titleEnd);
  return { names: new Set(names.map(({ id }) => id)), titlePlaces: new Set(placesAmong(ofTitle)) };
}

function placesAmong(names: readonly Name[]): string[] {
  return names.filter(({ kind }) => kind === 'country' || kind === 'city').map(({ id }) => id);
}
