import type { Content, RichContent } from '../domain/message.ts';
import type { RichBlock } from '../domain/rich-document.ts';
import { MOST_RICH_BLOCKS, MOST_RICH_UNITS } from '../domain/rich-document.ts';
import { plainText } from '../domain/rich-text.ts';
import type { Voice } from '../i18n/voice.ts';
import { entryLines } from './edition-entry.ts';
import type { EditionPage } from './edition-view.ts';
import { editionButtons, footerText, headingOf, mastheadLines, numbersOf } from './edition-view.ts';

/** Stories whose lines stand open at the top of the page; those of the others unfold with a touch. */
const OPEN = 3;

/**
 * An edition as one rich message: masthead and topics as headings, under each headline its lines folded away. `undefined` when it is
 * too long for one. `plainer` are the same edition's messages for a server that knows no rich ones.
 */
export function richEdition(
  page: EditionPage,
  plainer: readonly Content[],
  voice: Voice,
): RichContent | undefined {
  const numbers = numbersOf(page);
  const { name, lines } = mastheadLines(page, voice);
  const blocks: RichBlock[] = [
    { heading: name, size: 2 },
    ...lines.map((paragraph): RichBlock => ({ paragraph })),
  ];
  let under: string | undefined | null = null;
  for (const planned of page.stories) {
    if (planned.topic !== under) {
      under = planned.topic;
      blocks.push({ heading: headingOf(planned, page, voice), size: 3 });
    }
    const number = numbers.get(planned.story.id) ?? 0;
    const lead = page.leads.get(planned.story.id);
    const entry = entryLines(planned, { number, lead, at: page.at }, voice);
    blocks.push({ paragraph: entry.headline });
    const folded = [entry.news, entry.lead].filter((line) => plainText(line) !== '');
    if (folded.length === 0) blocks.push({ paragraph: entry.byline });
    else {
      blocks.push({
        details: entry.byline,
        blocks: folded.map((paragraph) => ({ paragraph })),
        open: number <= OPEN,
      });
    }
  }
  const footer = footerText(page, voice);
  if (footer) blocks.push({ footer });
  if (unitsOf(blocks) > MOST_RICH_UNITS || countOf(blocks) > MOST_RICH_BLOCKS) return undefined;
  const [first] = plainer;
  if (!first) return undefined;
  return {
    language: voice.language,
    text: plainer.flatMap((content) => [content.text, '\n\n']),
    buttons: editionButtons(page.stories, numbers, page, voice, true),
    ...(first.shows ? { shows: first.shows } : {}),
    blocks,
    plainer,
  };
}

function unitsOf(blocks: readonly RichBlock[]): number {
  let units = 0;
  for (const block of blocks) {
    if ('heading' in block) units += plainText(block.heading).length;
    else if ('paragraph' in block) units += plainText(block.paragraph).length;
    else if ('footer' in block) units += plainText(block.footer).length;
    else units += plainText(block.details).length + unitsOf(block.blocks);
  }
  return units;
}

function countOf(blocks: readonly RichBlock[]): number {
  return blocks.reduce((count, block) => count + 1 + ('details' in block ? countOf(block.blocks) : 0), 0);
}
