/** Days of the week as people choose and type them. ISO numbers, 1 Monday to 7 Sunday; none means every day. */
import { normalize } from '../text/normalize.ts';

export type WeekdayPresetId =
  | 'every-day'
  | 'sunday-thursday'
  | 'monday-friday'
  | 'saturday-wednesday'
  | 'saturday-thursday'
  | 'friday-saturday'
  | 'saturday-sunday';

export interface WeekdayPreset {
  id: WeekdayPresetId;
  weekdays: readonly number[];
}

/** Weeks that can be chosen at once: every day, the working weeks of the regions, the two weekends. */
export const WEEKDAY_PRESETS: readonly WeekdayPreset[] = [
  { id: 'every-day', weekdays: [] },
  // The Gulf without the Emirates, Egypt, the Levant without Lebanon, Iraq, Sudan, Libya, Algeria.
  { id: 'sunday-thursday', weekdays: [1, 2, 3, 4, 7] },
  // The Emirates since 2022, Lebanon, Tunisia, Morocco, Mauritania, Turkey, Europe, the Americas.
  { id: 'monday-friday', weekdays: [1, 2, 3, 4, 5] },
  // Iran's and Afghanistan's offices.
  { id: 'saturday-wednesday', weekdays: [1, 2, 3, 6, 7] },
  // Fridays off alone: shops, and private companies in Egypt, Yemen and the Gulf.
  { id: 'saturday-thursday', weekdays: [1, 2, 3, 4, 6, 7] },
  { id: 'friday-saturday', weekdays: [5, 6] },
  { id: 'saturday-sunday', weekdays: [6, 7] },
];

/** The preset that chosen days amount to, if they do. */
export function presetOf(weekdays: readonly number[]): WeekdayPreset | undefined {
  const wanted = weekdaysOf(weekdays).join();
  return WEEKDAY_PRESETS.find((preset) => preset.weekdays.join() === wanted);
}

/** Sorted, each once, all seven as none: the form a schedule keeps. */
export function weekdaysOf(days: Iterable<number>): number[] {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  return sorted.length === 7 ? [] : sorted;
}

/** `ambiguous`: working days, or a weekend, which differ from land to land; `choices` are the presets it may mean. */
export type WeekdaysRead =
  | { weekdays: number[] }
  | { problem: 'none' }
  | { problem: 'invalid'; what: string }
  | { problem: 'ambiguous'; what: string; choices: WeekdayPreset[] };

const DAYS: readonly (readonly [number, string])[] = [
  [1, 'monday mondays mon الاثنين اثنين الاتنين اتنين'],
  [2, 'tuesday tuesdays tue tues الثلاثاء ثلاثاء الثلاثا ثلاثا التلات'],
  [3, 'wednesday wednesdays wed weds الاربعاء اربعاء الاربعا اربعا الاربع'],
  [4, 'thursday thursdays thu thur thurs الخميس خميس'],
  [5, 'friday fridays fri الجمعه جمعه الجمع'],
  [6, 'saturday saturdays sat السبت سبت'],
  [7, 'sunday sundays sun الاحد احد الاحاد'],
];
const DAY_OF: ReadonlyMap<string, number> = new Map(
  DAYS.flatMap(([day, names]) => names.split(' ').map((name): [string, number] => [name, day])),
);

const EVERY_DAY =
  /^(?:daily|every ?day|all days|all week|كل يوم|كل الايام|كل ايام الاسبوع|جميع الايام|يوميا|طوال الاسبوع)$/;
const WORKING_DAYS = /^(?:weekdays|(?:work|working|business) ?days|ايام (?:العمل|الدوام)|ايام الاسبوع)$/;
const WEEKEND = /^(?:(?:the )?weekends?|(?:عطله )?نهايه الاسبوع|ايام العطله|العطله|الويك ?اند)$/;

const FILLERS = new Set('and on every each from only و يوم ويوم ايام كل من في فقط'.split(' '));
const RANGE_WORDS = new Set([
  '-',
  '–',
  '—',
  '−',
  '‐',
  'to',
  'till',
  'until',
  'through',
  'thru',
  'الي',
  'حتي',
  'لغايه',
]);
const PIECE = /[\p{L}\p{M}\p{Cf}]+|[^\s,،;؛&+/.]/gu;

/** Reads names of days in either language, single (`الأحد والثلاثاء`, `Mon, Wed`) or from one to another (`Sun-Thu`), and presets by name. */
export function readWeekdays(words: string): WeekdaysRead {
  const whole = normalize(words);
  if (whole === '') return { problem: 'none' };
  if (EVERY_DAY.test(whole)) return { weekdays: [] };
  const choices = (ids: readonly WeekdayPresetId[]) =>
    WEEKDAY_PRESETS.filter((preset) => ids.includes(preset.id));
  if (WORKING_DAYS.test(whole)) {
    const ids = ['sunday-thursday', 'monday-friday', 'saturday-wednesday', 'saturday-thursday'] as const;
    return { problem: 'ambiguous', what: words.trim(), choices: choices(ids) };
  }
  if (WEEKEND.test(whole)) {
    return {
      problem: 'ambiguous',
      what: words.trim(),
      choices: choices(['friday-saturday', 'saturday-sunday']),
    };
  }
  const days: number[] = [];
  let open = false;
  for (const [piece] of words.matchAll(PIECE)) {
    const word = normalize(piece);
    if (word === '' || FILLERS.has(word)) continue;
    if (RANGE_WORDS.has(word) && days.length > 0 && !open) {
      open = true;
      continue;
    }
    // `للأربعاء`: to Wednesday.
    const until = word.startsWith('لل') && days.length > 0;
    const day = DAY_OF.get(word) ?? DAY_OF.get(withoutPrefix(word));
    if (day === undefined) return { problem: 'invalid', what: piece };
    const from = days.at(-1);
    // Around the end of the week: Saturday to Wednesday.
    if ((open || until) && from !== undefined) days.push(...daysAfter(from, day));
    else days.push(day);
    open = false;
  }
  if (open) return { problem: 'invalid', what: words.trim() };
  return days.length === 0 ? { problem: 'none' } : { weekdays: weekdaysOf(days) };
}

function daysAfter(from: number, to: number): number[] {
  const length = (to - from + 7) % 7;
  return Array.from({ length }, (_, index) => ((from + index) % 7) + 1);
}

/** `والأحد`, `للخميس`; but `واحد` is the number one. */
function withoutPrefix(word: string): string {
  return word === 'واحد' ? word : word.replace(/^و/, '').replace(/^لل/, 'ال');
}
