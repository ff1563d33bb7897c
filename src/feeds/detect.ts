/** What an article file holds, told by its beginning and its name. */
export type FileKind = 'json records' | 'ndjson' | 'json feed' | 'xml feed' | 'opml' | 'page text';

export type Detected = { kind: FileKind } | { refused: string };

/** Beginnings of files that are never text. */
const SIGNATURES: readonly [string, number[]][] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
];

const ROOT_ELEMENT = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/;
const FEED_ELEMENT = /<(?:[\w.-]+:)?(?:rss|rdf|feed|channel|item|entry)(?=[\s>/])/i;
/** The beginning of a feed that stands in a page, or behind the message of a program that failed. */
const FEED_IN_PAGE = /<(?:rss[\s>]|rdf:RDF\s|feed\s[^<>]*xmlns)/i;
const HTML_ELEMENT = /^(?:html|head|body|div|p|article|section|main|h[1-6]|meta|script|table)$/i;

/** Tells binary files and empty ones from text by their first bytes; the answer is a reason to refuse, or nothing. */
export function refuseBytes(head: Uint8Array): string | undefined {
  if (head.length === 0) return 'the file is empty';
  const signature = SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  return signature && `the file is ${signature[0]}, not text`;
}

/**
 * Tells what a text holds. `head` is its decoded beginning, 64 kB of it or so; `name` the file's name.
 * What is text of no known kind is refused with its name where it has one.
 */
export function detectText(head: string, name: string): Detected {
  const text = head.replace(/^[\s\uFEFF\0]+/, '');
  if (text === '') return { refused: 'the file is empty' };
  const odd = text.slice(0, 4096).match(/[\0-\x08\x0E-\x1A\x1C-\x1F\uFFFD]/g)?.length ?? 0;
  if (odd * 50 > Math.min(text.length, 4096)) return { refused: 'the file is binary, not text' };
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

  if (extension === 'ndjson' || extension === 'jsonl') return { kind: 'ndjson' };
  if (/^[[{]\s*(?:["{}[\]]|$)/.test(text) || (extension === 'json' && /^[[{]/.test(text)))
    return detectJson(text);
  if (extension === 'json') return { refused: 'the file is not JSON' };
  return detectMarkup(text, extension);
}

function detectJson(text: string): Detected {
  if (text.startsWith('[')) return { kind: 'json records' };
  if (isJsonFeed(text)) return { kind: 'json feed' };
  const [first = '', second = ''] = text.split('\n', 2);
  return second.trimStart().startsWith('{') && isJson(first) ? { kind: 'ndjson' } : { kind: 'json records' };
}

function isJsonFeed(text: string): boolean {
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i.test(text)) return true;
  return (
    /"items"\s*:\s*\[/.test(text) &&
    /"(?:home_page_url|feed_url)"\s*:|^\{\s*"(?:title|items|version)"/.test(text) &&
    !/"body"\s*:/.test(text)
  );
}

function detectMarkup(text: string, extension: string): Detected {
  const page: Detected = { refused: 'the file is an HTML page; import its feed, or its text as .txt' };
  const plain = withoutPrologue(text);
  const feedAt = plain.search(FEED_ELEMENT);
  const root = ROOT_ELEMENT.exec(plain);
  const rootName = root?.[1]?.toLowerCase() ?? '';
  const atStart = root?.index === 0;
  if (rootName === 'opml') return { kind: 'opml' };
  if (rootName === 'html' && FEED_IN_PAGE.test(plain)) return { kind: 'xml feed' };
  if (HTML_ELEMENT.test(rootName) && (atStart || rootName === 'html') && extension !== 'txt') {
    return feedAt !== -1 && extension === 'xml' && rootName !== 'html' ? { kind: 'xml feed' } : page;
  }
  if (rootName === 'html' && atStart) return page;
  if (feedAt !== -1 && (extension !== 'txt' || atStart || text.startsWith('<'))) return { kind: 'xml feed' };
  if (['xml', 'rss', 'atom', 'rdf'].includes(extension)) return { kind: 'xml feed' };
  if (extension === 'opml') return { kind: 'opml' };
  if (extension === 'html' || extension === 'htm') return page;
  if (extension === '' || extension === 'txt' || extension === 'text') return { kind: 'page text' };
  return { refused: `no articles are read from .${extension} files` };
}

/** A markup text from its first element on: declarations and comments before it say nothing of its kind. */
function withoutPrologue(text: string): string {
  let rest = text;
  for (;;) {
    const skipped = rest.replace(
      /^\s*(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)/i,
      '',
    );
    if (skipped === rest) return rest.trimStart();
    rest = skipped;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
