import { places } from './place-table.ts';
import type { WeekdayPreset, WeekdayPresetId } from './weekdays.ts';
import { WEEKDAY_PRESETS } from './weekdays.ts';

/** ISO 3166 codes of lands whose offices do not keep to Monday to Friday, as their governments set it in 2026. */
const WEEKS: Readonly<Partial<Record<WeekdayPresetId, string>>> = {
  'sunday-thursday': 'SA QA KW BH OM YE IQ SY JO PS EG SD LY DZ DJ BD MV IL',
  'saturday-wednesday': 'IR AF SO',
};

/** The preset that offices keep where a zone is: the one to offer first. Monday to Friday where nothing else is known. */
export function workingWeek(zone: string): WeekdayPreset {
  const country = places().find((place) => place.zone === zone)?.country;
  const own = WEEKDAY_PRESETS.find(
    ({ id }) => country !== undefined && WEEKS[id]?.split(' ').includes(country),
  );
  const standard = WEEKDAY_PRESETS.find(({ id }) => id === 'monday-friday');
  const week = own ?? standard;
  if (week === undefined) throw new RangeError('no preset for Monday to Friday');
  return week;
}
