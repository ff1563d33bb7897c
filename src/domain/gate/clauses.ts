import { polarityOf } from '../../text/negation.ts';
import { isPast } from './concepts.ts';
import type { FactWord } from './facts.ts';

/** A clause ends here, and with it what a negation denies. */
const CLAUSE = /[،,;؛:()–—]/;
const CONNECTS = new Set(
  'but while although though whereas because لان لانه لانها بسبب لكن لكنه لكنها لكنهم فيما بينما غير حين'.split(
    ' ',
  ),
);
/** What begins a new statement behind «and». */
const LEADS_ON =
  /^(?:will|would|has|have|had|is|are|was|were|does|did|can|could|may|might|should|must|that|he|she|it|they)$|^و(?:ان(?:ه|ها|هم)?|انه|لكن|قد|كان|كانت|س[يتن].{2,})$/;
/** Words of a verb and the name behind it. */
const TITLED = 5;
export const IS = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did|does)$/;
const SAYS = /^(?:says?|said|adds?|added|told|warns?|warned|insists?|insisted)$/;
/** Words of a subject behind «and», and what parts it from a verb that is not its own. */
const SUBJECT = 4;
const BY = /^(?:by|of|in|on|at|from|for|with|to|near|since|who|that|which)$/;
/** What opens a relative clause. */
export const RELATIVE = /^(?:الذي|التي|الذين|who|which|whose|where)$/;
/** Verbs that deny, which in Arabic stand before who denies. */
export const DENYING_VERB =
  /^[وف]?(?:[يت]?نف[يت]|نفوا|[يت]?نكر|[يت]رفض|[يت]ستبعد|انكرت?|[يت]?رفضت?|[اي]?متنعت?|[يت]?فشلت?|[اي]?ستبعدت?)$/;

/** The clauses of a sentence, as indices of their words. */
export function clausesOf(words: readonly FactWord[]): number[][] {
  const segments: number[][] = [[]];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const ends =
      word?.stretch !== words[at - 1]?.stretch ||
      CLAUSE.test(word?.gap ?? '') ||
      isStop(words, at) ||
      isConnective(words, at);
    if (ends && at > 0) segments.push([]);
    segments.at(-1)?.push(at);
  }
  return joined(segments, words);
}

/** «ولا تسمح حرارته، التي تبلغ كذا، بوجود ماء»: what a relative clause parts belongs together. */
function joined(segments: readonly number[][], words: readonly FactWord[]): number[][] {
  const clauses: number[][] = [];
  for (let at = 0; at < segments.length; at++) {
    const [segment = [], next = [], third = []] = segments.slice(at, at + 3);
    const word = words[next[0] ?? -1];
    const opener = words[segment[0] ?? -1];
    // «نفى رابح قاسي، مدير الشركة، استعمال كذا»: so does what an apposition parts.
    const titled =
      word &&
      opener &&
      segment.length <= TITLED &&
      DENYING_VERB.test(opener.form) &&
      /[,،]/.test(word.gap) &&
      ![next, third].some((places) => /^و|^بينما$|^فيما$/.test(words[places[0] ?? -1]?.form ?? ''));
    const parted =
      word &&
      (RELATIVE.test(word.form) ||
        (titled && !segment.some((place) => /^ان/.test(words[place]?.form ?? '')))) &&
      /[,،]/.test(words[third[0] ?? -1]?.gap ?? '');
    if (!parted || word.stretch !== words[third[0] ?? -1]?.stretch) clauses.push(segment);
    else {
      clauses.push([...segment, ...third], next);
      at += 2;
    }
  }
  return clauses;
}

/** «له. وأكد»: short words at an end are no abbreviations in Arabic. */
function isStop(words: readonly FactWord[], at: number): boolean {
  return words[at - 1]?.script === 'arabic' && /^\.\s/.test(words[at]?.gap ?? '');
}

/** «and captain Lacroix missed», «and said»: with a verb of its own something else is said. */
function opensAnother(words: readonly FactWord[], at: number): boolean {
  const next = words[at + 1];
  if (next && SAYS.test(next.form)) return true;
  if (!next || isPast(next.form) || polarityOf(next.form, '') !== undefined) return false;
  const own = words.slice(at + 2, at + SUBJECT + 2);
  const verb = own.findIndex((word) => IS.test(word.form) || isPast(word.form));
  const ends = own.findIndex(({ form, gap }) => form === 'and' || CLAUSE.test(gap) || BY.test(form));
  return verb >= 0 && (ends < 0 || verb < ends);
}

function isConnective(words: readonly FactWord[], at: number): boolean {
  const form = words[at]?.form ?? '';
  const next = words[at + 1]?.form ?? '';
  // «and would not move», «ولم يصل»: something else is said from here on.
  if (form === 'and' && /^(?:the|its|his|her|their)$/.test(next) && IS.test(words[at + 3]?.form ?? ''))
    return true;
  if (form === 'and' && opensAnother(words, at)) return true;
  if (form === 'and') return LEADS_ON.test(next) || polarityOf(next, words[at + 2]?.form ?? '') !== undefined;
  if (/^و.{2,}/.test(form) && (LEADS_ON.test(form) || polarityOf(form.slice(1), next) !== undefined))
    return true;
  // «غير أن» is but; «غير كاف» is not.
  if (form === 'غير') return /^ان/.test(words[at + 1]?.form ?? '');
  // «لعدم قيده»: for want of it.
  return form === 'لعدم' || CONNECTS.has(form);
}
