import type { Button } from '../../domain/message.ts';
import { readHours } from '../../domain/reading-hours.ts';
import { MOST_TIMES } from '../../domain/schedule.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { WEEKDAY_PRESETS, weekdaysOf } from '../../domain/weekdays.ts';
import { hoursProblem } from '../hours-problem.ts';
import type { Reply } from '../reply.ts';
import { inRows } from '../story-view.ts';
import { presetName, scheduleText } from '../subscription-view.ts';
import type { Board } from './board.ts';
import { command, marked, notice, page, typed } from './board.ts';
import { changed } from './digest-change.ts';

/** Hours that have a button. */
const OFFERED = [
  '05:00',
  '06:00',
  '07:00',
  '08:00',
  '09:00',
  '10:00',
  '12:00',
  '13:00',
  '15:00',
  '17:00',
  '18:00',
  '19:00',
  '20:00',
  '21:00',
  '22:00',
  '23:00',
];
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Hours of a digest, each a button: `+20:00` adds, `-20:00` removes, others are set as typed. */
export async function hoursPage(board: Board, digest: Subscription, words: string): Promise<Reply> {
  const { times } = digest.schedule;
  const { voice } = board;
  const { says } = voice;
  if (words !== '') {
    const read = readHours(words.replace(/^[+-]/, ''));
    if (!('times' in read)) {
      const problem = hoursProblem(read, voice, (time) => command(board, `s${digest.id} h ${time}`));
      return problem ?? hoursPage(board, digest, '');
    }
    const wanted = words.startsWith('-')
      ? times.filter((time) => !read.times.includes(time))
      : words.startsWith('+')
        ? [...new Set([...times, ...read.times])]
        : read.times;
    if (wanted.length === 0) return notice(board, says.digestLastHour);
    if (wanted.length > MOST_TIMES) {
      return notice(board, says.hoursTooMany(voice.number(wanted.length), voice.number(MOST_TIMES)));
    }
    return changed(board, digest, { times: wanted }, (now, fresh) => hoursPage(now, fresh, ''));
  }
  const all = [...new Set([...OFFERED, ...times])].sort();
  const buttons = all.map((time): Button => {
    const on = times.includes(time);
    return {
      label: marked(voice.clock(time), on),
      command: command(board, `s${digest.id} h ${on ? '-' : '+'}${time}`),
    };
  });
  return page(board, {
    title: says.digestHoursTitle,
    lines: [
      scheduleText(digest.schedule, voice),
      `${says.digestHoursHow} ${typed(board, `s${digest.id} h 08:30`)}`,
    ],
    buttons: inRows(buttons, 4),
    back: `s${digest.id}`,
  });
}

/** Days of a digest: presets, and each day for itself. */
export async function daysPage(board: Board, digest: Subscription, words: string): Promise<Reply> {
  const { weekdays } = digest.schedule;
  const { voice } = board;
  const { says } = voice;
  const chosen = weekdays.length === 0 ? WEEK : weekdays;
  if (words !== '') {
    const preset = WEEKDAY_PRESETS.find(({ id }) => id === words);
    const [, sign, day] = /^([+-])([1-7])$/.exec(words) ?? [];
    if (!preset && !day) return daysPage(board, digest, '');
    const others = chosen.filter((each) => each !== Number(day));
    const wanted = preset ? preset.weekdays : sign === '+' ? [...others, Number(day)] : others;
    if (!preset && wanted.length === 0) return notice(board, says.digestLastDay);
    const days = weekdaysOf(wanted);
    return changed(board, digest, { weekdays: days }, (now, fresh) => daysPage(now, fresh, ''));
  }
  // The week as its readers count it: from Saturday in Arabic, from Monday in English.
  const week = voice.language === 'ar' ? [6, 7, 1, 2, 3, 4, 5] : WEEK;
  return page(board, {
    title: says.digestDaysTitle,
    lines: [scheduleText(digest.schedule, voice), says.digestDaysHow],
    buttons: [
      ...inRows(
        WEEKDAY_PRESETS.map((preset) => ({
          label: marked(presetName(preset.id, voice), preset.weekdays.join() === weekdays.join()),
          command: command(board, `s${digest.id} d ${preset.id}`),
        })),
        2,
      ),
      ...inRows(
        week.map((day) => {
          const on = chosen.includes(day);
          return {
            label: marked(voice.weekday(day), on),
            command: command(board, `s${digest.id} d ${on ? '-' : '+'}${day}`),
          };
        }),
        4,
      ),
    ],
    back: `s${digest.id}`,
  });
}
