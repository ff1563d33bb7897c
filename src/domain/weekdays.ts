/** Days of the week as people choose them. ISO numbers, 1 Monday to 7 Sunday; none means every day. */
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
