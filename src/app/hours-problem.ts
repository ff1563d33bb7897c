import type { HoursRead } from '../domain/reading-hours.ts';
import type { Voice } from '../i18n/voice.ts';
import type { Reply } from './reply.ts';

/** The sentence for hours that cannot be taken as they were typed; `command` takes one of the two that 12 o'clock may mean. */
export function hoursProblem(
  read: Extract<HoursRead, { problem: string }>,
  voice: Voice,
  command: (time: string) => string,
): Reply | undefined {
  const { language, says } = voice;
  switch (read.problem) {
    case 'none':
      return undefined;
    case 'invalid':
      return { language, text: says.hourInvalid(read.what) };
    case 'too-many':
      return { language, text: says.hoursTooMany(voice.number(read.count), voice.number(read.limit)) };
    case 'ambiguous':
      return {
        language,
        text: says.hourAmbiguous(read.what),
        buttons: [read.choices.map((time) => ({ label: voice.clock(time), command: command(time) }))],
      };
  }
}
