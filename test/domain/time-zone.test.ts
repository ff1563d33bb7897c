import { describe, expect, it } from 'vitest';
import { isSameZone, isTimeZone, zoneId } from '../../src/domain/time-zone.ts';

describe('a time zone', () => {
  it.each([
    ['Africa/Cairo', 'Africa/Cairo'],
    ['africa/CAIRO', 'Africa/Cairo'],
    ['Etc/GMT-3', 'Etc/GMT-3'],
    ['+05:30', '+05:30'],
    ['UTC', 'UTC'],
    ['Cairo', undefined],
    ['Asia/Atlantis', undefined],
    ['', undefined],
    ['2026-11-24T08:00Z', undefined],
    ['2026-11-24T08:00[Asia/Tokyo]', undefined],
  ])('%j is %s', (name, id) => {
    expect(zoneId(name)).toBe(id);
    expect(isTimeZone(name)).toBe(id !== undefined);
  });

  it('may have two names', () => {
    expect(isSameZone('Asia/Calcutta', 'Asia/Kolkata')).toBe(true);
    expect(isSameZone('Asia/Riyadh', 'Asia/Baghdad')).toBe(false);
  });
});
