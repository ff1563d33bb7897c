import { polarityOf } from '../../text/negation.ts';
import type { FactSentence, FactWord } from './facts.ts';

/** Words between a vote and what it is against: «voted 34 to 27 against». */
const VOTED = 5;
const VOTES =
  /^(?:vot(?:e[sd]?|ing)|rul(?:e[sd]?|ing)|decid(?:e[sd]?|ing)|advis(?:e[sd]?|ing)|spoke|speak|argue[sd]?|is|are|was|were|came)$/;
/** Verbs that refuse with the word behind them, at once or behind what is refused. */
const REFUSED =
  /^(?:rul(?:e[sd]?|ing) out|(?:throw|threw|thrown|thr?owing) out|turn(?:s|ed|ing)? down|vot(?:ed?|es|ing) down|(?:strike|strikes|struck) down|call(?:s|ed|ing)? off)$/;

/** A word of a clause that denies, or may. */
export interface Turn {
  at: number;
  kind: 'strong' | 'firm' | 'soft';
}

/** Whether two words of a clause deny, so that both may undo each other. */
export type Twice = 'surely' | 'perhaps' | undefined;

/** What the word at a place does to its clause. */
export function turnAt({ words, text }: FactSentence, at: number): Turn['kind'] | undefined {
  const { form = '', raw = '' } = words[at] ?? {};
  const [next = '', then = ''] = words.slice(at + 1, at + 3).map((word) => word.form);
  if (/^[وف]?ألا$/.test(raw)) return polarityOf('لا', words[at + 1]?.form ?? '');
  // nameWords parts didn't into didn and t.
  if (form === 't' && /n$/.test(words[at - 1]?.form ?? '')) return 'strong';
  const kind = polarityOf(form, next, then);
  if (kind === 'strong' && raw === 'No' && /^no\.? \d/i.test(text)) return undefined;
  // A no-confidence vote denies nothing, and what is ruled out or voted down is refused.
  if (form === 'no' && words[at + 1]?.gap === '-') return undefined;
  // Who plays against another does play.
  if (form === 'against')
    return words.slice(Math.max(0, at - VOTED), at).some(({ form: each }) => VOTES.test(each))
      ? 'soft'
      : undefined;
  if (REFUSED.test(`${form} ${next}`) || REFUSED.test(`${form} ${then}`)) return 'firm';
  // «غير أن» is but.
  if (form === 'غير' && /^ان/.test(words[at + 1]?.form ?? '')) return undefined;
  // «القتل غير العمد»: of an adjective.
  if (form === 'غير' && /^ال/.test(words[at + 1]?.form ?? '')) return 'soft';
  // Ruled in courts, ruled out in talks.
  if (/^ruled?$/.test(form) && words[at + 1]?.form !== 'out') return undefined;
  return kind;
}

/** Whether two denials stand in a row, with no «and» between them; what may be one counts right behind another. */
export function twiceIn(words: readonly FactWord[], turns: readonly Turn[]): Twice {
  for (const [step, turn] of turns.entries()) {
    const next = turns[step + 1];
    if (!next || turn.kind === 'soft') continue;
    const between = words.slice(turn.at + 1, next.at);
    if (next.kind === 'soft' && between.every(({ telling }) => !telling)) return 'perhaps';
    if (next.kind !== 'soft' && !between.some(({ form }) => form === 'and' || /^و.{3}/.test(form)))
      return 'surely';
  }
  return undefined;
}
