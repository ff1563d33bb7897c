import type { Language } from './languages.ts';

/**
 * A picture told in words: all that it takes to draw it, now or after a stop, so that it is stored as text and not as
 * bytes. Every text in it is as the chat reads it, numbers in its digits; none of them carries bidi controls.
 */
export type Drawing = Cover | Chart;

/** The card that opens a digest. */
export interface Cover {
  kind: 'cover';
  language: Language;
  /** The name of the paper. */
  masthead: string;
  /** Which edition it is, `موجز الصباح`. */
  edition: string;
  /** Weekday and date. */
  date: string;
  /** The title of the first story, in whatever language it is. */
  headline: string;
  /** How many stories, of how many sources. */
  counts: string;
}

/** Several small charts of the same days, oldest first. */
export interface Chart {
  kind: 'chart';
  language: Language;
  title: string;
  /** What the title holds for. */
  subtitle: string;
  /** What an empty column means; shown only where there is one. */
  gap: string;
  /** Days named under the axis, by their place among the values. */
  days: readonly { at: number; label: string }[];
  panels: readonly ChartPanel[];
}

export interface ChartPanel {
  title: string;
  /** The whole of it in a word or two. */
  sum: string;
  /** One for each day; `null`: nothing is known of that day, which is not the same as none. */
  values: readonly (number | null)[];
  /** Values named at the axis, from 0 to its end. */
  ticks: readonly { value: number; label: string }[];
}

/** What a drawing becomes, in pixels. A phone shows it at about a third of that. */
export const DRAWING_SIZE = {
  cover: { width: 1080, height: 720 },
  chart: { width: 1080, height: 1080 },
} as const;

/** A drawing that will never be a picture, however often it is tried. */
export class Undrawable extends Error {
  override readonly name = 'Undrawable';
}

/** Draws. */
export interface Drawer {
  /**
   * The picture as PNG; rejects with `Undrawable` when it cannot be drawn, with anything else when it cannot be now. The same
   * drawing is the same picture.
   */
  draw(drawing: Drawing): Promise<Uint8Array>;
}
