import type { Button } from '../domain/message.ts';
import { findPlace, placeLabel, placeName } from '../domain/place.ts';
import type { Voice } from '../i18n/voice.ts';
import { echoed } from './echo.ts';
import type { Reply } from './reply.ts';
import { inRows } from './story-view.ts';

/** Zones that are offered before anything is typed, by their numbers of Arabic readers. */
const COMMON_ZONES = [
  'Africa/Cairo',
  'Asia/Riyadh',
  'Asia/Dubai',
  'Asia/Baghdad',
  'Asia/Amman',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Africa/Algiers',
  'Africa/Tunis',
  'Africa/Khartoum',
  'Europe/Istanbul',
  'Europe/London',
];

/** Reads a city, country, zone or offset; otherwise the question or sentence that helps on, with buttons for what may be meant. */
export function readZone(
  words: string,
  voice: Voice,
  command: (zone: string) => string,
): { timeZone: string } | { unclear: Reply } {
  const found = findPlace(words);
  if ('zone' in found) return { timeZone: found.zone };
  const { language, says } = voice;
  const said = echoed(words);
  const places = 'choices' in found ? found.choices : found.nearest;
  const buttons = places.map((place) => [
    { label: placeLabel(place, language), command: command(place.zone) },
  ]);
  if ('choices' in found) return { unclear: { language, text: says.zoneAmbiguous(said), buttons } };
  if (buttons.length === 0) {
    return {
      unclear: {
        language,
        text: `${says.zoneUnknown(said)}\n\n${says.zoneHow}`,
        buttons: commonZones(voice, command),
      },
    };
  }
  return { unclear: { language, text: `${says.zoneUnknown(said)}\n\n${says.zoneNearest}`, buttons } };
}

/** A button for each common zone; `chosen` carries a mark. */
export function commonZones(voice: Voice, command: (zone: string) => string, chosen?: string): Button[][] {
  const buttons = COMMON_ZONES.map((zone) => {
    const name = placeName(zone, voice.language);
    return { label: zone === chosen ? `✓ ${name}` : name, command: command(zone) };
  });
  return inRows(buttons, 3);
}
