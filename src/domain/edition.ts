import type { Language } from './languages.ts';

/** What decides what an edition holds and how it reads; chats of one profile share its text. */
export interface Profile {
  language: Language;
  bothLanguages: boolean;
  topics: readonly string[];
  size: number;
  timeZone: string;
  digits: 'latin' | 'arabic';
  /** Lines under each headline. */
  leads: boolean;
  /** Whether those may be machine-made. */
  summaries: boolean;
  hijri: boolean;
  rich: boolean;
  /** A drawn card comes first. */
  cover: boolean;
  /** In a channel a press answers everybody: its buttons lead into a private chat instead. */
  channel: boolean;
}

/** A story as an edition told it. */
export interface ToldStory {
  storyId: number;
  /** Its articles at that time: what comes later may be a development. */
  articleIds: readonly number[];
  /** It had been told before and has moved on. */
  developed: boolean;
}

/**
 * Why a story of the window is not in the edition: told in another topic, in a language the chat does not read,
 * told before without anything new, or less weighty than the ones there was room for.
 */
export type LeftOut = 'topic' | 'language' | 'told' | 'room';

/** An edition about to be stored. Times in ms since the epoch. */
export interface NewEdition {
  profile: Profile;
  from: number;
  to: number;
  /** The edition before it, whose stories are not told again. */
  previous?: number;
  stories: readonly ToldStory[];
  left: readonly { storyId: number; why: LeftOut }[];
}

export interface Edition extends NewEdition {
  id: number;
  createdAt: number;
}

/** What became of a slot. `empty`: nothing new, and the chat wants no word of it; `skipped`: too late to be of use. */
export type SlotVerdict = 'on-time' | 'late' | 'empty' | 'skipped';
