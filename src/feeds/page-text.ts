import { readLink, siteOf } from '../domain/link.ts';
import { readDate } from '../text/dates.ts';
import { dropCutTail } from '../text/sentences.ts';
import { afterLabel, labelPattern } from './labels.ts';

/** One article of a page text; the first is the page's own, the others stand there under "read also". */
export interface PageArticle {
  /** Where its headline stands, from 1. */
  line: number;
  /** Empty when the file ends within it. */
  title: string;
  /** The date as the page writes it; absent when the page gives none that can be read. */
  publishedAt?: string;
  /** Paragraphs, one a line; empty when nothing whole was left of a cut-off text. */
  body: string;
  source?: { name: string; url?: string };
  cut: boolean;
}

/** Longest that follows a label, in characters: a longer line is a paragraph that happens to begin with the word. */
const LONGEST_NAME = 60;
const LONGEST_DATE = 80;
const LONGEST_TITLE = 300;

const PUBLISHED = labelPattern(
  [
    'تاريخ النشر',
    'تاريخ نشر الخبر',
    'نشر بتاريخ',
    'نشر في',
    'نشرت في',
    'نشر',
    'التاريخ',
    'تاريخ',
    'published on',
    'published at',
    'published',
    'publication date',
    'posted on',
    'posted',
    'date',
  ],
  'needed',
);
/** Labels that may go without a colon, when a date follows. */
const PUBLISHED_BARE = labelPattern(
  ['تاريخ النشر', 'نشر بتاريخ', 'نشر في', 'نشرت في', 'published on', 'published', 'posted on'],
  'optional',
);
const UPDATED = labelPattern(['اخر تحديث', 'تم التحديث', 'تحديث', 'last updated', 'updated'], 'needed');
const SOURCE = labelPattern(['المصدر', 'المصادر', 'مصدر الخبر', 'نقلا عن', 'source', 'sources'], 'needed');
const READ_ALSO = labelPattern(
  [
    'اقرا ايضا',
    'اقرا المزيد',
    'اقرا كذلك',
    'اقراوا ايضا',
    'شاهد ايضا',
    'شاهد المزيد',
    'طالع ايضا',
    'اخبار ذات صلة',
    'مواضيع ذات صلة',
    'مقالات ذات صلة',
    'قد يهمك ايضا',
    'قد يهمك',
    'read also',
    'also read',
    'read more',
    'read next',
    'see also',
    'related articles',
    'related',
  ],
  'needed',
);
/** Ends of a sentence, quotation marks and brackets behind them included. */
const ENDED = /[.!?؟…۔:][\s"'»”’)\]]*$/;

interface Line {
  text: string;
  number: number;
}

/**
 * Reads the plain text of a news page as aggregators save it: headline, date line, paragraphs, source line, then other
 * articles in the same shape under "read also". A sentence that the end of the file cuts off is dropped.
 */
export function readPageText(text: string): PageArticle[] {
  const blocks: Line[][] = [[]];
  for (const line of linesOf(text)) {
    const heading = blocks.at(-1)?.length ? readAlsoTitle(line.text) : undefined;
    if (heading === undefined) blocks.at(-1)?.push(line);
    else blocks.push(heading ? [{ text: heading, number: line.number }] : []);
  }
  const filled = blocks.filter((block) => block.length > 0);
  const open = !/[\n\r]\s*$/.test(text);
  return filled.flatMap(
    (block, index) => readBlock(block, { first: index === 0, last: index === filled.length - 1, open }) ?? [],
  );
}

function linesOf(text: string): Line[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line, index) => ({
      text: line
        .replace(/[\uFEFF\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
      number: index + 1,
    }))
    .filter((line) => line.text !== '');
}

/** The headline that stands beside a "read also" label, `''` when the label stands alone; nothing for other lines. */
function readAlsoTitle(line: string): string | undefined {
  const rest = afterLabel(line, READ_ALSO);
  return rest !== undefined && rest.length <= LONGEST_TITLE ? rest : undefined;
}

function readBlock(
  [headline, ...lines]: Line[],
  place: { first: boolean; last: boolean; open: boolean },
): PageArticle | undefined {
  if (!headline) return undefined;
  const paragraphs: string[] = [];
  let published: string | undefined;
  let updated: string | undefined;
  let source: PageArticle['source'];
  let closed = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]?.text ?? '';
    const next = lines[index + 1]?.text ?? '';
    const date = published === undefined ? dateLine(line, next, paragraphs.length === 0) : undefined;
    if (date) {
      published = date.text;
      index += date.lines - 1;
      continue;
    }
    const change = afterLabel(line, UPDATED);
    if (change !== undefined && change.length <= LONGEST_DATE && readDate(change)) {
      updated ??= change;
      continue;
    }
    const named = source ? undefined : sourceLine(line, next);
    if (named) {
      source = named.source;
      closed = true;
      index += named.lines - 1;
      continue;
    }
    paragraphs.push(line);
  }
  const dated = published || updated;
  const text = finish(headline.text, paragraphs.join('\n'), { ...place, last: !closed && place.last });
  return {
    line: headline.number,
    ...text,
    ...(dated ? { publishedAt: dated } : {}),
    ...(source?.name ? { source } : {}),
  };
}

/** A date line: `''` for one whose date cannot be read, which is no paragraph all the same. */
function dateLine(line: string, next: string, inHead: boolean): { text: string; lines: number } | undefined {
  const rest = afterLabel(line, PUBLISHED);
  const dayFirst = /\p{Script=Arabic}/u.test(line);
  if (rest === '') return inHead && readDate(next) ? { text: next, lines: 2 } : { text: '', lines: 1 };
  if (rest !== undefined && rest.length <= LONGEST_DATE) {
    const found = readable(rest, dayFirst);
    if (found || inHead) return { text: found ?? '', lines: 1 };
  }
  if (line.length > LONGEST_DATE || !inHead) return undefined;
  const found = readable(afterLabel(line, PUBLISHED_BARE) ?? line, dayFirst);
  return found ? { text: found, lines: 1 } : undefined;
}

/**
 * The first part of a line that reads as a date: pages put other facts behind a bar. A date in figures alone is marked
 * as an Arabic page's (م, Gregorian), so that its first figure is the day.
 */
function readable(text: string, dayFirst: boolean): string | undefined {
  const parts = [text, ...text.split(/\s*[|•·]\s*|\s+-\s+(?=\D)/)];
  return [...parts, ...(dayFirst ? parts.map((part) => `${part} م`) : [])].find((part) => readDate(part));
}

function sourceLine(
  line: string,
  next: string,
): { source: NonNullable<PageArticle['source']>; lines: number } | undefined {
  const rest = afterLabel(line, SOURCE);
  if (
    rest === undefined ||
    rest.length > LONGEST_NAME ||
    (ENDED.test(rest) && rest.includes(' ') && rest.length > 30)
  )
    return undefined;
  if (rest === '') {
    const name = next.length <= LONGEST_NAME && !ENDED.test(next) ? next : '';
    return { source: sourceOf(name), lines: name ? 2 : 1 };
  }
  return { source: sourceOf(rest), lines: 1 };
}

function sourceOf(name: string): NonNullable<PageArticle['source']> {
  const link = readLink(name)?.href;
  return link ? { name: siteOf(link) ?? link, url: link } : { name: name.replace(/[.،,;؛\s]+$/, '') };
}

/** Headline and text without what the end of the file cut off; a file that ends without a line end ends anywhere. */
function finish(
  title: string,
  body: string,
  place: { first: boolean; last: boolean; open: boolean },
): Pick<PageArticle, 'title' | 'body' | 'cut'> {
  if (!place.last) return { title, body, cut: false };
  if (body) {
    const whole = dropCutTail(body);
    return { title, body: whole.text, cut: whole.cut };
  }
  if (place.first || !place.open) return { title, body, cut: !place.first };
  const words = title.split(' ').slice(0, -1);
  return { title: words.length > 2 ? `${words.join(' ')}…` : '', body, cut: true };
}
