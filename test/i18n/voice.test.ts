import fc from 'fast-check';
import { expect, test } from 'vitest';
import { voiceOf } from '../../src/i18n/voice.ts';

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const moment = fc.date({ min: new Date('1975-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });

test('days and times are those of the clocks of the zone', () => {
  fc.assert(
    fc.property(zone, moment, (timeZone, date) => {
      const voice = voiceOf('ar', { timeZone, digits: 'arabic' });
      const told = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat('ar-u-nu-arab', { ...options, timeZone }).format(date);
      const at = date.getTime();
      expect(voice.time(at)).toBe(told({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
      expect(voice.longDate(at)).toBe(
        told({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      );
      expect(voice.hour(at)).toBe(
        Number(new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(date)),
      );
    }),
    { numRuns: 200 },
  );
});
