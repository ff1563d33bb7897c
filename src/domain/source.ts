import { z } from 'zod';
import { hashOf } from '../text/hash.ts';
import type { Language } from './languages.ts';
import { wordedIn } from './languages.ts';
import { canonicalLink, readLink, siteOf } from './link.ts';
import type { PollingState } from './polling.ts';

const text = z.string().trim().min(1).max(200);

/** A name in both languages, or one that stands in either. */
const sourceNameShape = z.union([text, z.object({ ar: text, en: text })]);

export type SourceName = z.infer<typeof sourceNameShape>;

/** An entry of the sources file. `topics` and `language` are given to items that state none. */
export const sourceEntryShape = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be of a-z, 0-9 and -'),
  name: sourceNameShape,
  url: z.string().refine((url) => readLink(url), 'must be an http(s) URL'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'must be a language code such as ar')
    .optional(),
  topics: z.array(z.string()).default([]),
  /** The feed gives teasers only: the whole text is to be read from the page. */
  fullText: z.boolean().default(false),
  everyMinutes: z.number().int().min(1).max(1440).optional(),
  enabled: z.boolean().default(true),
});

/** The sources file: entries whose ids and addresses are each their own. */
export const sourceListShape = z.array(sourceEntryShape).superRefine((entries, context) => {
  const seen = new Set<string>();
  entries.forEach(({ id, url }, index) => {
    for (const mark of [`id ${id}`, `url ${sourceAddress(url)}`]) {
      if (seen.has(mark))
        context.addIssue({ code: 'custom', path: [index], message: `${mark} is there twice` });
      seen.add(mark);
    }
  });
});

export type SourceEntry = z.infer<typeof sourceEntryShape>;

/** Who named a source: the sources file, an administrator, or a list that was imported. */
export type SourceOrigin = 'file' | 'admin' | 'opml';

/** Where news comes from. `url` is the present one: where a permanent redirect has held, its target. */
export interface Source {
  id: string;
  name: SourceName;
  url: string;
  language?: string;
  topics: string[];
  fullText: boolean;
  everyMinutes?: number;
  enabled: boolean;
  origin: SourceOrigin;
}

/** A run of failed checks that still goes on; times in milliseconds since the epoch. */
export interface SourceFailure {
  since: number;
  /** Short and fit for a log; `http` with its status, `timeout`, `dns`, `not-a-feed` … */
  reason: string;
  status?: number;
}

/** A source and what its checks have shown. */
export interface SourceRecord extends Source {
  state: PollingState;
  failure?: SourceFailure;
  lastOkAt?: number;
  /** How long the last answered check took, in milliseconds. */
  tookMs?: number;
  /** Items in the feed when it last came anew. */
  items?: number;
  /** Articles kept, and the newest one's place in time. */
  articles: number;
  latest?: number;
}

/** What is to be said of a source's state; `fresh`: never checked yet. */
export interface SourceHealth {
  standing: 'ok' | 'fresh' | 'failing' | 'gone' | 'empty' | 'off';
  failure?: SourceFailure;
  /** Answers, but takes its time. */
  slow: boolean;
  /** Where its address leads for good, while that has not held long enough to be adopted. */
  moving?: string;
  /** When all of its items were last found replaced between two checks. */
  turnedOverAt?: number;
}

/** An answer that takes longer than this is slow, in milliseconds. */
const SLOW = 10_000;
/** A feed that turned over is spoken of for this long, in milliseconds. */
const SPOKEN_OF = 7 * 86_400_000;

export function healthOf(source: SourceRecord, now: number): SourceHealth {
  const { state, failure, items, enabled } = source;
  const turned = state.turnedOverAt;
  return {
    standing: !enabled
      ? 'off'
      : state.muted
        ? 'gone'
        : failure
          ? 'failing'
          : source.lastOkAt === undefined
            ? 'fresh'
            : items === 0
              ? 'empty'
              : 'ok',
    slow: (source.tookMs ?? 0) > SLOW,
    ...(failure ? { failure } : {}),
    ...(state.moving ? { moving: state.moving.to } : {}),
    ...(turned !== undefined && now - turned < SPOKEN_OF ? { turnedOverAt: turned } : {}),
  };
}

export function sourceName(name: SourceName, language: Language): string {
  return typeof name === 'string' ? name : wordedIn(name, language);
}

/** A source's URL as anyone may see it: a name and password in it are the operator's own. */
export function publicUrl(url: string): string {
  const shown = readLink(url);
  if (!shown) return url;
  shown.username = '';
  shown.password = '';
  return shown.href;
}

/** What makes two URLs the same feed, however they are written. */
export function sourceAddress(url: string): string {
  return canonicalLink(url) ?? url;
}

/** The id of a source that nobody gave one: its site and a mark of its address, the same each time. */
export function sourceIdOf(url: string): string {
  const site = (siteOf(url) ?? 'source').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${site.slice(0, 40)}-${hashOf(sourceAddress(url)).toString(36)}`;
}
