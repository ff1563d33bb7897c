import type { Language } from './languages.ts';
import type { Story } from './story.ts';
import type { Summary, SummaryTally } from './summary.ts';

/**
 * Makes summaries of stories. Nothing here ever rejects: what cannot be had degrades to an extract, and the summary says
 * which of the two it is. `units` is the room in UTF-16 units, label and links not counted.
 */
export interface Summarizer {
  /** The summary that is there already, else an extract; never a call to a model. */
  ready(story: Story, language: Language, units: number): Promise<Summary>;
  /** Sentences of the articles themselves, whatever else is there: for chats that want no machine-made text. */
  extract(story: Story, language: Language, units: number): Promise<Summary>;
  /** Has summaries made ahead, so that `ready` finds them; settles when they are made or cannot be. */
  prepare(stories: readonly Story[], language: Language, signal?: AbortSignal): Promise<void>;
  /** Asks the model if need be, within its time limit; `onText` is told what has been written so far, if it is fit to be seen. */
  summarize(
    story: Story,
    language: Language,
    units: number,
    options?: { signal?: AbortSignal; onText?: (text: string) => void },
  ): Promise<Summary>;
  tally(): Promise<SummaryTally>;
}
