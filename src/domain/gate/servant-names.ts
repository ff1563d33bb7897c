import type { FactSentence, Facts } from './facts.ts';

/** «عبد الله»: whose servant somebody is named, in one word or two; its parts alone say nothing. */
export function isStrangeServant(
  { words }: FactSentence,
  at: number,
  { forms, scripts, sentences }: Facts,
): boolean {
  const [servant, of] = [words[at]?.form.replace(/^[وفبل](?=عبد$)/, ''), words[at + 1]];
  if (servant !== 'عبد' || !of?.runsOn || !/^ال.{2}/.test(of.form) || !scripts.has('arabic')) return false;
  if (forms.has(`عبد${of.form}`)) return false;
  return !sentences.some((source) =>
    source.words.some(
      ({ form }, place) => /^[وفبل]?عبد$/.test(form) && source.words[place + 1]?.form === of.form,
    ),
  );
}
