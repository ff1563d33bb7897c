import { z } from 'zod';
import { cleanControls } from '../text/bidi.ts';
import { readDate } from '../text/dates.ts';
import { detectLanguage } from '../text/language.ts';
import { cutAt } from '../text/lengths.ts';
import { normalize } from '../text/normalize.ts';
import { singleSpaced } from '../text/spaces.ts';
import { canonicalLink, readLink, siteOf } from './link.ts';

/** Longest fields that are kept, in UTF-16 units; what is longer is cut at a word. */
export const LONGEST = { title: 1000, summary: 4000, body: 256_000, source: 200 } as const;
/** Longest key, id or reference kept whole, in UTF-16 units: an index holds no more than 2,700 bytes of one. */
const LONGEST_ID = 800;
const LONGEST_TOPIC = 100;

/** A day is only a day: shown without an hour. */
export type DatePrecision = 'instant' | 'day';

/** An article as it enters the house: validated, cleaned, not yet stored. */
export interface ArticleDraft {
  /** What makes two drafts the same article; see `articleKey`. */
  key: string;
  /** The publisher's own id, by which other articles may refer to this one. */
  externalId?: string;
  url?: string;
  title: string;
  body: string;
  summary?: string;
  source: { name: string; url?: string };
  /** The source whose feed brought it, if one did. */
  sourceId?: string;
  /** Two-letter code, or `und` when it cannot be told. */
  language: string;
  topics: string[];
  /** Milliseconds since the epoch; absent when unknown. */
  publishedAt?: number;
  precision?: DatePrecision;
  image?: string;
  /** The text ended in the middle of a sentence, which was dropped. */
  cut: boolean;
  /** Keys or publisher's ids of articles that an editor put beside this one. */
  related: string[];
}

/** An article as the store gives it back. */
export interface Article extends ArticleDraft {
  id: number;
  storyId?: number;
  /** When it entered the store, in milliseconds since the epoch. */
  firstSeen: number;
  /** Its place in time: the earlier of published and first seen. */
  sortAt: number;
  /** Titles that its publisher gave it before, oldest first. */
  formerTitles?: string[];
}

/** What lists show of an article: everything but its text. */
export type ArticleHead = Omit<Article, 'body' | 'related' | 'key' | 'externalId' | 'formerTitles'>;

const text = z.string().trim();
const sourceShape = z.union([text, z.object({ name: text, url: text.optional() })]);

const headline = z.object({
  id: z.union([text, z.number().transform(String)]).optional(),
  url: text.nullish(),
  title: z.string('is missing').trim().min(1, 'is empty'),
  body: text.nullish(),
  summary: text.nullish(),
  source: sourceShape.nullish(),
  language: text.nullish(),
  topics: z.array(text).nullish(),
  publishedAt: z.union([text, z.number()]).nullish(),
  image: text.nullish(),
  related: z.array(z.union([text, z.number().transform(String)])).nullish(),
  cut: z.boolean().optional(),
});

/**
 * An article in JSON, as files and adapters hand it in. Unknown fields are ignored.
 * `publishedAt` is any date that `readDate` reads (or milliseconds); one it cannot read means: unknown.
 */
const articleInput = headline.refine((article) => article.body || article.summary, {
  message: 'needs a body or a summary',
  path: ['body'],
});

/** Why a record is no article, in one sentence that names the field. */
export class ArticleRejected extends Error {
  override name = 'ArticleRejected';
}

/**
 * Makes a draft of what an adapter read, or throws `ArticleRejected`.
 * `zone` is the IANA zone of dates that name none (default UTC). `titleAlone` takes an article without any text:
 * a feed may give no more than headlines, and of a page that was cut off no more may be left.
 */
export function draftArticle(
  input: unknown,
  options: { zone?: string; titleAlone?: boolean } = {},
): ArticleDraft {
  const parsed = (options.titleAlone ? headline : articleInput).safeParse(input);
  if (!parsed.success) throw new ArticleRejected(reason(parsed.error));
  const record = parsed.data;
  const title = line(record.title, LONGEST.title);
  if (!title) throw new ArticleRejected('title: is empty once control characters are removed');
  const body = paragraphs(record.body ?? '', LONGEST.body);
  const summary = record.summary ? paragraphs(record.summary, LONGEST.summary) : '';
  if (!body && !summary && !options.titleAlone)
    throw new ArticleRejected('body: is empty once control characters are removed');
  if (record.url && !readLink(record.url)) throw new ArticleRejected('url: is not an http(s) link');

  const source = readSource(record.source ?? undefined, record.url ?? undefined);
  const published = readPublished(record.publishedAt ?? undefined, options.zone);
  const url = record.url ? readLink(record.url)?.href : undefined;
  const image = record.image ? readLink(record.image)?.href : undefined;
  const draft: Omit<ArticleDraft, 'key'> = {
    title,
    body,
    source,
    language: readLanguage(record.language ?? undefined, `${title}\n${summary || body.slice(0, 600)}`),
    topics: [
      ...new Set(
        (record.topics ?? []).map((topic) => topic.toLowerCase().slice(0, LONGEST_TOPIC)).filter(Boolean),
      ),
    ].slice(0, 20),
    cut: record.cut ?? false,
    related: [...new Set((record.related ?? []).map((ref) => canonicalLink(ref) ?? boundedId(ref)))].slice(
      0,
      50,
    ),
    ...(record.id ? { externalId: boundedId(record.id) } : {}),
    ...(url ? { url } : {}),
    ...(summary ? { summary } : {}),
    ...(published ? { publishedAt: published.at, precision: published.precision } : {}),
    ...(image ? { image } : {}),
  };
  return { ...draft, key: articleKey(draft) };
}

/**
 * Identity of an article: its canonical link, else its publisher's id, else title, source and date
 * read blind to spelling. Kept whole rather than hashed, so that two articles can never collide, unless it is absurdly
 * long.
 */
function articleKey(draft: Omit<ArticleDraft, 'key'>): string {
  const link = draft.url && canonicalLink(draft.url);
  if (link) return link;
  const source = normalize(draft.source.name);
  if (draft.externalId) return boundedId(`id:${source}:${draft.externalId}`);
  return boundedId(`text:${normalize(draft.title)}|${source}|${draft.publishedAt ?? ''}`);
}

/** An id that an index can hold: what is too long is known by its beginning and a mark of the whole (FNV-1a, twice). */
function boundedId(id: string): string {
  if (id.length <= LONGEST_ID) return id;
  let [a, b] = [0x811c9dc5, 0x9dc5811c];
  for (let at = 0; at < id.length; at++) {
    a = Math.imul(a ^ id.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ id.charCodeAt(id.length - 1 - at), 0x01000193);
  }
  return `${id.slice(0, LONGEST_ID - 20)}…${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`;
}

/** One line of display text: no controls, no line breaks, single spaces. */
function line(text: string, longest: number): string {
  return cutAt(singleSpaced(cleanControls(text)), longest);
}

/** Display text with its paragraphs: one a line, none empty. */
function paragraphs(text: string, longest: number): string {
  const lines = cleanControls(text.replace(/\r\n?/g, '\n')).split('\n');
  return cutAt(lines.map(singleSpaced).filter(Boolean).join('\n'), longest);
}

/** The source as named, else the site of the article's link, else nameless (shown as unknown). */
function readSource(source: z.output<typeof sourceShape> | undefined, link?: string): ArticleDraft['source'] {
  const stated = typeof source === 'string' ? { name: source } : source;
  const name = line(stated?.name ?? '', LONGEST.source) || (link && siteOf(link)) || '';
  const url = stated?.url && readLink(stated.url)?.href;
  return url ? { name, url } : { name };
}

function readLanguage(stated: string | undefined, sample: string): string {
  const code = stated?.toLowerCase().match(/^[a-z]{2,3}(?=$|[-_])/)?.[0];
  // `ara` and `eng` are as good as `ar` and `en`, by which readers are served; `und` says nothing.
  const known = code && new Intl.Locale(code).language;
  return known && known !== 'und' ? known : detectLanguage(sample);
}

function readPublished(value: string | number | undefined, zone: string | undefined) {
  if (value === undefined || value === '') return undefined;
  return readDate(String(value), zone ? { zone } : {});
}

function reason(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue?.code === 'invalid_type' && issue.path.length === 0) return 'record: is no object';
  const path = issue?.path.join('.') || 'record';
  return `${path}: ${issue?.message ?? 'is malformed'}`;
}
