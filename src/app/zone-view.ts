import { placeName } from '../domain/place.ts';
import type { Voice } from '../i18n/voice.ts';
import { isolate } from '../text/bidi.ts';

/** A time zone in words, as they follow `بتوقيت` and stand before `time`: the name of its city. */
export function zoneName(timeZone: string, { language, says }: Voice): string {
  if (/^(?:Etc\/)?(?:UTC|GMT)$/.test(timeZone)) return says.universalTime;
  return isolate(placeName(timeZone, language));
}

/** What clocks in a zone show at `now` (ms), in the voice's digits. */
export function clockIn(timeZone: string, voice: Voice, now: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  return isolate(voice.clock(local.toPlainTime().toString({ smallestUnit: 'minute' })));
}
