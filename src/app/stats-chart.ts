import type { DayTally } from '../domain/day-tally.ts';
import { axisEnd } from '../domain/day-tally.ts';
import type { ChartPanel } from '../domain/drawing.ts';
import type { Content } from '../domain/message.ts';
import type { Voice } from '../i18n/voice.ts';
import { isolate } from '../text/bidi.ts';

/** Days of the house, oldest first, the last being today. */
export interface HouseDays {
  /** When each began, in ms. */
  starts: readonly number[];
  /** Nothing where nothing is known. */
  days: readonly (DayTally | undefined)[];
}

/** The chart of the last days, with its figures as text under it; nothing before there is anything to show. */
export function statsChart({ starts, days }: HouseDays, voice: Voice): Content | undefined {
  if (days.every((day) => day === undefined)) return undefined;
  const { says, language } = voice;
  const panels = [
    panel(says.chartArticles, 'sum', (day) => day.articles),
    panel(says.chartStories, 'sum', (day) => day.stories),
    panel(says.chartMessages, 'sum', (day) => day.messages),
    // The same chat may have been reached on many days: days cannot be added up.
    panel(says.chartReaders, 'peak', (day) => day.readers),
  ];
  const first = starts[0] ?? 0;
  const figures = panels.map(({ title, sum }) => `${title}: ${isolate(sum)}`);
  return {
    language,
    text: [{ bold: says.chartTitle }, '\n', figures.join('\n')],
    drawing: {
      kind: 'chart',
      language,
      title: says.chartTitle,
      subtitle: says.chartSubtitle,
      gap: says.chartGap,
      days: [
        { at: 0, label: voice.dayAndMonth(first) },
        { at: days.length - 1, label: says.chartToday },
      ],
      panels,
    },
  };

  function panel(title: string, whole: 'sum' | 'peak', of: (day: DayTally) => number): ChartPanel {
    const values = days.map((day) => (day ? of(day) : null));
    const known = values.filter((value) => value !== null);
    const most = Math.max(0, ...known);
    const end = axisEnd(most);
    const sum = voice.number(known.reduce((all, each) => all + each, 0));
    return {
      title,
      sum: whole === 'sum' ? sum : says.chartPeak(voice.number(most)),
      values,
      ticks: [0, end / 2, end].map((value) => ({ value, label: voice.number(value) })),
    };
  }
}
