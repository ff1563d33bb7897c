/** One entry of a feed, its HTML already made into text. Fields that the feed leaves out are absent. */
export interface FeedItem {
  /** The publisher's own id. */
  id?: string;
  url?: string;
  /** May be empty: then the item says nothing that could stand in a list. */
  title: string;
  /** What an item with an empty title says all the same: a category, a file, an id. */
  standIn?: string;
  body?: string;
  summary?: string;
  /** As the feed writes it. */
  publishedAt?: string;
  image?: string;
  author?: string;
}

/** What a feed says of itself, and its entries in its own order. */
export interface FeedReading {
  title?: string;
  /** The page the feed belongs to. */
  site?: string;
  /** How long the publisher asks to be left alone between two visits. */
  ttlMinutes?: number;
  items: FeedItem[];
}

/** Entries that are read of one feed; the rest is left. */
export const MOST_ITEMS = 1000;

/** A text that is no feed of any kind, or one of which nothing could be read. */
export class NotAFeed extends Error {
  override name = 'NotAFeed';
}
