import { normalize } from '../../text/normalize.ts';
import { isMachineOrder } from '../machine-orders.ts';
import type { Facts } from './facts.ts';
import type { Fault } from './fault.ts';

/** What models say of themselves and their orders. */
const OF_ITSELF =
  /\b(?:as an ai|ai (?:language )?model|language model|i(?:'m| am) (?:sorry|unable|an ai)|i can(?:not|'t)|my instructions|system prompt|the prompt|untrusted|here is (?:a|the) summary|here's (?:a|the) summary)\b|بصفتي نموذج|كنموذج لغ|نموذج لغوي|نموذج لغه|لا استطيع مساعد|عذرا، ?لا|التعليمات التي|موجه النظام|هذا ملخص|اليك ملخص|فيما يلي ملخص|نص غير موثوق/u;
/** What models are called and speak of: an article about them names them, too. */
const MACHINERY = /\b(?:openai|chatgpt|json)\b/;
/** Words in a row shared with the instructions: fewer may be chance. */
const RUN = 6;

/** Whether a summary gives away what the model was told: a secret of the call, a run of words of the instructions, talk of itself. */
export function leakFault(
  text: string,
  told: { secrets: readonly string[]; instructions: string },
  { forms }: Facts,
): Fault | undefined {
  const plain = normalize(text);
  for (const secret of told.secrets) {
    if (secret !== '' && plain.includes(normalize(secret)))
      return { check: 'leak', what: 'a mark of the call' };
  }
  const talk = OF_ITSELF.exec(plain.replace(/’/g, "'"));
  if (talk) return { check: 'leak', what: talk[0] };
  const named = MACHINERY.exec(plain)?.[0];
  if (named !== undefined && !forms.has(named)) return { check: 'leak', what: named };
  if (isMachineOrder(text)) return { check: 'leak', what: 'an order to a machine' };
  const known = runsOf(normalize(told.instructions));
  for (const run of runsOf(plain)) if (known.has(run)) return { check: 'leak', what: run };
  return undefined;
}

function runsOf(plain: string): Set<string> {
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}
