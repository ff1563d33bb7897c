import type { FactSentence, Facts } from './facts.ts';
import { foldQuotation } from './facts.ts';
import type { Fault } from './fault.ts';

const QUOTED = /«([^«»]*)»|“([^“”]*)”|"([^"]*)"|„([^“”„]*)[“”]|‘([^‘’]{12,})’(?!\p{L})/gu;
/** A quoted run of so many words may be a name, which a summary in another language spells anew. */
const NAME_WORDS = 4;

/** The first quotation of a summary that is not in its sources word for word, or that is left open. */
export function quotationFault(
  text: string,
  summary: readonly FactSentence[],
  facts: Facts,
): Fault | undefined {
  const rest = text.replace(QUOTED, '');
  const open = /[«»“”„"]/.exec(rest);
  if (open) return { check: 'quotations', what: open[0] };
  const foreign = summary.some(({ script }) => !facts.scripts.has(script));
  for (const [whole, ...groups] of text.matchAll(QUOTED)) {
    const quoted = foldQuotation(groups.find((group) => group !== undefined) ?? '');
    if (quoted.trim() === '' || facts.folded.includes(quoted)) continue;
    // What is no verbatim quotation may still be a name; the check of names then answers for every word of it.
    if (foreign && quoted.trim().split(' ').length <= NAME_WORDS) continue;
    return { check: 'quotations', what: whole.slice(0, 80) };
  }
  return undefined;
}
