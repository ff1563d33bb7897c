import { sentences } from '../text/sentences.ts';
import { dateFault } from './gate/dates-check.ts';
import { directionFault } from './gate/direction-check.ts';
import type { Facts } from './gate/facts.ts';
import { gatherFacts, readSentence } from './gate/facts.ts';
import type { Fault } from './gate/fault.ts';
import { formFault } from './gate/language-check.ts';
import { leakFault } from './gate/leak-check.ts';
import { nameOrderFault } from './gate/name-order-check.ts';
import { nameFault } from './gate/names-check.ts';
import { numberFault } from './gate/numbers-check.ts';
import { outsideMark } from './gate/outside-marks.ts';
import { polarityFault } from './gate/polarity-check.ts';
import { quotationFault } from './gate/quotes-check.ts';
import { strayFault } from './gate/strays-check.ts';

/** What a summary was asked for and made from. */
export interface GateCase {
  language: 'ar' | 'en';
  facts: Facts;
  /** Marks of the call that nobody else knows, and what the model was told. */
  secrets: readonly string[];
  instructions: string;
}

/** Reads source texts for the gate; they must be those that the model was shown. */
export function readFacts(texts: readonly string[]): Facts {
  return gatherFacts(texts.flatMap((text) => sentences(text).map(readSentence)));
}

/**
 * Why a summary may not be shown, or nothing when it may. Cheap checks before dear ones: form, what never belongs in a summary,
 * then what the sources must hold word for word, then how they tell it. It trusts nothing the model says.
 */
export function gateFault(
  summary: string,
  { language, facts, secrets, instructions }: GateCase,
): Fault | undefined {
  const parts = sentences(summary);
  const cheap =
    outsideMark(summary) ??
    formFault(summary, parts.length, language) ??
    leakFault(summary, { secrets, instructions }, facts);
  if (cheap) return cheap;
  const read = parts.map(readSentence);
  return (
    numberFault(read, facts) ??
    dateFault(read, facts) ??
    quotationFault(summary, read, facts) ??
    nameFault(read, facts) ??
    nameOrderFault(read, facts) ??
    polarityFault(read, facts) ??
    directionFault(read, facts) ??
    strayFault(read, facts)
  );
}
