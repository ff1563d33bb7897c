import { describe, expect, it } from 'vitest';
import { workingWeek } from '../../src/domain/working-week.ts';

describe('the working week', () => {
  it.each([
    ['Asia/Riyadh', 'sunday-thursday'],
    ['Africa/Cairo', 'sunday-thursday'],
    ['Asia/Gaza', 'sunday-thursday'],
    ['Asia/Dubai', 'monday-friday'],
    ['Asia/Beirut', 'monday-friday'],
    ['Africa/Casablanca', 'monday-friday'],
    ['Asia/Tehran', 'saturday-wednesday'],
    ['Europe/Berlin', 'monday-friday'],
    ['Etc/GMT-3', 'monday-friday'],
  ])('in %s is %s', (zone, id) => {
    expect(workingWeek(zone).id).toBe(id);
  });
});
