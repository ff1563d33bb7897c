import type { Chart, ChartPanel } from '../drawing.ts';
import { DRAWING_SIZE } from '../drawing.ts';
import type { Lettering } from './lettering.ts';
import { COLOURS, picture, rectangle, sign, textElement } from './svg.ts';

const { width: WIDTH, height: HEIGHT } = DRAWING_SIZE.chart;
const MARGIN = 60;
const SIGN = 78;
const PANEL = { width: 450, height: 420, top: 176, across: 60, down: 14 } as const;
/** Over a panel: its name and its sum, which is set smaller where the two do not fit side by side. */
const NAME = { size: 34, sum: 30, apart: 20 } as const;
/** In a panel: where the columns stand, and the room for the names of values beside them. */
const PLOT = { top: 96, height: 220, axis: 84 } as const;
/** A column's share of its day, and a gap's: gaps side by side are one. A day of none keeps a line of so many pixels. */
const COLUMN = 0.74;
const NONE_HEIGHT = 3;
const GAP_SHARE = 1.03;

interface Frame {
  rtl: boolean;
  /** Where the panel begins. */
  x: number;
  y: number;
}

/** Small charts of the same days; in an Arabic one the days run from the right, as the eye does. */
export function chartSvg(chart: Chart, lettering: Lettering): string {
  const rtl = chart.language === 'ar';
  const near = rtl ? WIDTH - MARGIN : MARGIN;
  const inward = rtl ? -1 : 1;
  const line = { direction: rtl ? 'rtl' : 'ltr', align: rtl ? 'right' : 'left' } as const;
  const beside = near + inward * (SIGN + 22);
  const head = [
    sign(rtl ? near - SIGN : near, 48, SIGN),
    textElement(chart.title, { ...line, x: beside, y: 84, size: 46, weight: 700, colour: COLOURS.ink }),
    textElement(chart.subtitle, { ...line, x: beside, y: 134, size: 30, colour: COLOURS.soft }),
  ];
  const panels = chart.panels.map((panel, at) => {
    const column = at % 2 === (rtl ? 1 : 0) ? 0 : 1;
    const x = MARGIN + column * (PANEL.width + PANEL.across);
    const y = PANEL.top + Math.floor(at / 2) * (PANEL.height + PANEL.down);
    return panelPicture(panel, chart.days, { rtl, x, y }, lettering);
  });
  const hasGap = chart.panels.some(({ values }) => values.includes(null));
  const legend = hasGap
    ? [
        rectangle({ x: rtl ? near - 26 : near, y: HEIGHT - 60, width: 26, height: 26 }, COLOURS.gap),
        textElement(chart.gap, {
          ...line,
          x: near + inward * 40,
          y: HEIGHT - 38,
          size: 28,
          colour: COLOURS.soft,
        }),
      ]
    : [];
  return picture(DRAWING_SIZE.chart, [...head, ...panels, ...legend]);
}

function panelPicture(
  { title, sum, values, ticks }: ChartPanel,
  days: Chart['days'],
  frame: Frame,
  lettering: Lettering,
): string {
  const { rtl, x, y } = frame;
  const direction = rtl ? 'rtl' : 'ltr';
  const [start, end] = rtl ? [x + PANEL.width, x] : [x, x + PANEL.width];
  const [nearSide, farSide] = rtl ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const top = Math.max(1, ...ticks.map(({ value }) => value));
  const ground = y + PLOT.top + PLOT.height;
  const heightOf = (value: number) => (PLOT.height * value) / top;
  const plot = { x: rtl ? x : x + PLOT.axis, width: PANEL.width - PLOT.axis };
  const slot = plot.width / Math.max(1, values.length);
  const middle = (at: number) => (rtl ? plot.x + plot.width - (at + 0.5) * slot : plot.x + (at + 0.5) * slot);

  const beside = PANEL.width - lettering.width(title, 700) * NAME.size - NAME.apart;
  const sumSize = Math.min(NAME.sum, beside / lettering.width(sum, 400));
  const names = [
    textElement(title, {
      x: start,
      y: y + 44,
      size: NAME.size,
      weight: 700,
      align: nearSide,
      direction,
      colour: COLOURS.ink,
    }),
    textElement(sum, { x: end, y: y + 44, size: sumSize, align: farSide, direction, colour: COLOURS.accent }),
  ];
  const lines = ticks.flatMap(({ value, label }) => [
    rectangle({ x: plot.x, y: ground - heightOf(value) - 1, width: plot.width, height: 2 }, COLOURS.line),
    textElement(label, {
      x: rtl ? plot.x + plot.width + 12 : plot.x - 12,
      y: ground - heightOf(value) + 9,
      size: 26,
      align: rtl ? 'left' : 'right',
      direction: 'ltr',
      colour: COLOURS.soft,
    }),
  ]);
  const columns = values.map((value, at) => {
    const share = value === null ? GAP_SHARE : COLUMN;
    const height = value === null ? PLOT.height : Math.max(NONE_HEIGHT, heightOf(value));
    const colour = value === null ? COLOURS.gap : value === 0 ? COLOURS.soft : COLOURS.accent;
    const box = { x: middle(at) - (slot * share) / 2, y: ground - height, width: slot * share, height };
    return rectangle(box, colour);
  });
  const below = days.map(({ at, label }, index) =>
    textElement(label, {
      x: index === 0 ? (rtl ? plot.x + plot.width : plot.x) : index === days.length - 1 ? end : middle(at),
      y: ground + 40,
      size: 26,
      align: index === 0 ? nearSide : index === days.length - 1 ? farSide : 'middle',
      direction,
      colour: COLOURS.soft,
    }),
  );
  return [...names, ...lines, ...columns, ...below].join('');
}
