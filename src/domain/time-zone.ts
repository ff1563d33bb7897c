/**
 * The zone in its own spelling: `africa/cairo` is `Africa/Cairo`; offsets such as `+05:30` are zones too. `undefined` for one that the
 * runtime does not know.
 */
export function zoneId(name: string): string | undefined {
  try {
    const id = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
    // A whole timestamp with a zone would be taken too.
    return id.toLowerCase() === name.toLowerCase() ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the runtime knows the zone, in any case of letters. */
export function isTimeZone(name: string): boolean {
  return zoneId(name) !== undefined;
}

/** Whether two zones are one under two names: `Asia/Calcutta` and `Asia/Kolkata`. Both must exist. */
export function isSameZone(a: string, b: string): boolean {
  const epoch = Temporal.Instant.fromEpochMilliseconds(0);
  return a === b || epoch.toZonedDateTimeISO(a).equals(epoch.toZonedDateTimeISO(b));
}
