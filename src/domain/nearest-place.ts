import type { Place } from './place-table.ts';
import { places } from './place-table.ts';

/** Mean radius of the earth in kilometres (IUGG). */
const EARTH_RADIUS = 6371.0088;

/** The city nearest to a point (degrees, north and east positive), its zone, and how far it is in kilometres. */
export function zoneAt(
  latitude: number,
  longitude: number,
): { zone: string; place: Place; distance: number } {
  let nearest: { place: Place; distance: number } | undefined;
  for (const place of places()) {
    const distance = greatCircle(latitude, longitude, place.latitude, place.longitude);
    if (nearest === undefined || distance < nearest.distance) nearest = { place, distance };
  }
  if (nearest === undefined) throw new RangeError('the table of places is empty');
  return { zone: nearest.place.zone, ...nearest };
}

/** Kilometres by the haversine formula: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), p. 159. */
function greatCircle(latitude1: number, longitude1: number, latitude2: number, longitude2: number): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const haversine = (angle: number) => Math.sin(angle / 2) ** 2;
  const a =
    haversine(radians(latitude2 - latitude1)) +
    Math.cos(radians(latitude1)) * Math.cos(radians(latitude2)) * haversine(radians(longitude2 - longitude1));
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
}
