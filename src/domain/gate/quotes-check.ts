import { isStopword } from '../../text/stopwords.ts';
import type { FactSentence, Facts } from './facts.ts';
import { foldQuotation } from './facts.ts';
import type { Fault } from './fault.ts';

/** Single marks hold a quotation from some length on: shorter, an apostrophe may be one of them. */
const QUOTED =
  /«([^«»]*)»|“([^“”]*)”|"([^"]*)"|„([^“”„]*)[“”]|‘((?:[^‘’]|’(?=\p{L})){12,})’(?!\p{L})|(?<!\p{L})'((?:[^']|(?<=\p{L})'(?=\p{L})){12,})'(?!\p{L})|‹([^‹›]*)›/gu;
/** A quoted run of so many words may be a name, which a summary in another language spells anew. */
const NAME_WORDS = 4;

const FEW = 2;
const quotations = new WeakMap<Facts, string>();

/** What the sources themselves put in quotation marks, folded. */
function quotedIn(facts: Facts): string {
  const known = quotations.get(facts);
  if (known !== undefined) return known;
  const text = facts.sentences.map((sentence) => sentence.text).join('\n');
  const runs = [...text.matchAll(QUOTED)].map((match) => foldQuotation(match[0])).join(' ');
  quotations.set(facts, runs);
  return runs;
}

/** In Latin letters a name begins its words with capitals. */
function isTitle(quoted: string): boolean {
  const words = quoted.match(/\p{sc=Latin}{3,}/gu) ?? [];
  return words.every((word) => /^\p{Lu}/u.test(word) || isStopword(word));
}

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
    const count = quoted.trim().split(' ').length;
    // One word or two stand in any article: they must be quoted there as well.
    if (quoted.trim() === '' || (count > FEW ? facts.folded : quotedIn(facts)).includes(quoted)) continue;
    // What is no verbatim quotation may still be a name; the check of names then answers for every word of it.
    if (foreign && count <= NAME_WORDS && isTitle(whole)) continue;
    return { check: 'quotations', what: whole.slice(0, 80) };
  }
  return undefined;
}
