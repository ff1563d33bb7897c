import type { Slot } from '../domain/local-slot.ts';
import { localDay } from '../domain/local-slot.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Topic } from '../domain/topic.ts';
import { topicName } from '../domain/topic.ts';
import type { WeekdayPresetId } from '../domain/weekdays.ts';
import { presetOf } from '../domain/weekdays.ts';
import type { Voice } from '../i18n/voice.ts';
import { isolate } from '../text/bidi.ts';
import { restText } from './rest-view.ts';
import { zoneName } from './zone-view.ts';

/** Days of the week in words: `every day`, `Sunday – Thursday`, or their names. */
function daysText(weekdays: readonly number[], voice: Voice): string {
  const preset = presetOf(weekdays);
  return preset ? presetName(preset.id, voice) : voice.list(weekdays.map((day) => voice.weekday(day)));
}

export function presetName(preset: WeekdayPresetId, { says }: Voice): string {
  switch (preset) {
    case 'every-day':
      return says.everyDay;
    case 'sunday-thursday':
      return says.daysSundayThursday;
    case 'monday-friday':
      return says.daysMondayFriday;
    case 'saturday-wednesday':
      return says.daysSaturdayWednesday;
    case 'saturday-thursday':
      return says.daysSaturdayThursday;
    case 'friday-saturday':
      return says.daysFridaySaturday;
    case 'saturday-sunday':
      return says.daysSaturdaySunday;
  }
}

/** Hours of the day in a row, in the chat's digits. */
export function hoursText(times: readonly string[], voice: Voice): string {
  return voice.list(times.map((time) => isolate(voice.clock(time))));
}

/** A stretch of hours: `23:00 – 07:00`. */
export function stretchText(from: string, to: string, voice: Voice): string {
  return `${isolate(voice.clock(from))} – ${isolate(voice.clock(to))}`;
}

/** When a digest comes, in words: days, hours and zone. */
export function scheduleText({ times, weekdays, timeZone }: Schedule, voice: Voice): string {
  return voice.says.atHours(daysText(weekdays, voice), hoursText(times, voice), zoneName(timeZone, voice));
}

/** When a slot comes, told from `now` (ms): `tomorrow, Thursday 26 November at 08:00`. */
export function slotText({ date, time }: Slot, timeZone: string, voice: Voice, now: number): string {
  const { says } = voice;
  const today = localDay(now, timeZone);
  const near =
    date === today.toString()
      ? says.today
      : date === today.add({ days: 1 }).toString()
        ? says.tomorrow
        : undefined;
  const day = voice.calendarDay(date);
  return says.dayAndHour(near === undefined ? day : `${near} (${day})`, isolate(voice.clock(time)));
}

export function topicsText(ids: readonly string[], topics: readonly Topic[], voice: Voice): string {
  if (ids.length === 0) return voice.says.topicsEvery;
  return voice.list(ids.map((id) => topicName(topics, id, voice.language)));
}

/** All that is said of a digest, a line each; `rest`: why it rests, a word of the ledger. */
export function subscriptionLines(
  subscription: Subscription,
  topics: readonly Topic[],
  voice: Voice,
  now: number,
  rest?: string,
): string[] {
  const { schedule, next, size } = subscription;
  const { says } = voice;
  return [
    says.subscriptionHours(scheduleText(schedule, voice)),
    says.subscriptionTopics(
      subscription.topics.length === 0 ? says.allOfThem : topicsText(subscription.topics, topics, voice),
    ),
    says.subscriptionSize(says.storyCount(size, voice.number(size))),
    next && rest === undefined
      ? says.subscriptionNext(slotText(next, schedule.timeZone, voice, now))
      : restText(rest ?? '', voice),
  ];
}

/** A digest in a few words, for the label of a button. */
export function shortText(subscription: Subscription, topics: readonly Topic[], voice: Voice): string {
  const [first = '', ...more] = subscription.schedule.times;
  const hours = voice.clock(first) + (more.length > 0 ? ` +${voice.number(more.length)}` : '');
  const [topic, ...others] = subscription.topics;
  const name = topic === undefined ? voice.says.topicsEvery : topicName(topics, topic, voice.language);
  return `${isolate(hours)} · ${name}${others.length > 0 ? ` +${voice.number(others.length)}` : ''}`;
}
