import { readLink, siteOf } from '../domain/link.ts';
import { scanMarkup } from './markup.ts';

/** A feed as a list of sources names it. */
export interface ListedSource {
  name: string;
  url: string;
  site?: string;
  /** The folder it lies in; of nested ones the innermost. */
  category?: string;
}

/** More sources than anyone's list; the rest is left. */
const MOST = 10_000;
const LONGEST_NAME = 200;

/**
 * Reads the feeds of an OPML list, each address once, in order; broken markup gives what it has. Addresses that are none
 * of the web are told and left out.
 */
export function readOpml(text: string, onUnusable: (address: string) => void = () => {}): ListedSource[] {
  const sources = new Map<string, ListedSource>();
  const folders: (string | undefined)[] = [];
  scanMarkup(text, 'xml', (stop) => ({
    open({ name, attributes, selfClosing }) {
      if (name !== 'outline') return;
      const title = (attributes.get('title') || attributes.get('text') || '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, LONGEST_NAME);
      const address = (attributes.get('xmlurl') ?? attributes.get('url') ?? '').trim();
      const url = readLink(address)?.href;
      if (address && !url) onUnusable(address);
      if (url && !sources.has(url)) {
        const site = readLink(attributes.get('htmlurl') ?? '')?.href;
        const category =
          folders.findLast(Boolean) ?? attributes.get('category')?.split(',')[0]?.replace(/^\//, '');
        sources.set(url, {
          name: title || siteOf(url) || url,
          url,
          ...(site ? { site } : {}),
          ...(category ? { category } : {}),
        });
        if (sources.size === MOST) stop();
      }
      if (!selfClosing && folders.length < 100) folders.push(url ? undefined : title);
    },
    close(name) {
      if (name === 'outline') folders.pop();
    },
  }));
  return [...sources.values()];
}

/** Writes sources as an OPML 2.0 list, in folders by category; `title` heads it. */
export function writeOpml(sources: readonly ListedSource[], title: string): string {
  const groups = Map.groupBy(sources, (source) => source.category);
  const lines = [...groups].flatMap(([category, members]) =>
    category === undefined
      ? members.map((source) => `    ${outline(source)}`)
      : [
          `    <outline text="${escaped(category)}">`,
          ...members.map((source) => `      ${outline(source)}`),
          '    </outline>',
        ],
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function outline({ name, url, site }: ListedSource): string {
  const page = site ? ` htmlUrl="${escaped(site)}"` : '';
  return `<outline type="rss" text="${escaped(name)}" title="${escaped(name)}" xmlUrl="${escaped(url)}"${page}/>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F]/g, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
