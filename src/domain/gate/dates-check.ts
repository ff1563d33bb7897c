import { MONTHS } from '../../text/months.ts';
import { withoutClitics } from '../../text/name-tables/name-words.ts';
import type { FactSentence, Facts } from './facts.ts';
import type { Fault } from './fault.ts';

/** Days by name in both languages, normalised; the Arabic ones with their article, without which they are numbers. */
const DAYS: readonly (readonly string[])[] = [
  ['sunday', 'الاحد'],
  ['monday', 'الاثنين'],
  ['tuesday', 'الثلاثاء'],
  ['wednesday', 'الاربعاء'],
  ['thursday', 'الخميس', 'خميس'],
  ['friday', 'الجمعه'],
  ['saturday', 'السبت'],
  ['yesterday', 'امس', 'بالامس', 'البارحه'],
  ['tomorrow', 'غدا', 'غد'],
];
const DAY_OF = new Map(DAYS.flatMap((forms, day) => forms.map((form) => [form, day] as const)));

/** The first month, weekday, yesterday or tomorrow of a summary that its sources do not name. Days of a month are numbers. */
export function dateFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  const known = new Set(facts.sentences.flatMap(daysOf));
  // «كل جمعة» is a Friday; in a summary «جمعه» is more often who gathered something.
  if (facts.forms.has('جمعه')) known.add(DAY_OF.get('الجمعه') ?? 0);
  for (const sentence of summary) {
    for (const { id, at, length } of sentence.names) {
      if (id.startsWith('month:') && !facts.nameIds.has(id) && !isMonthOf(id, facts))
        return fault(sentence, at, length);
    }
    for (let at = 0; at < sentence.words.length; at++) {
      const day = dayAt(sentence, at);
      if (day !== undefined && !known.has(day)) return fault(sentence, at, 1);
    }
  }
  return undefined;
}

/** Whether the sources have the month in a form that may be another word too: «في آب». */
function isMonthOf(id: string, { forms }: Facts): boolean {
  for (const [form, month] of MONTHS) if (id === `month:${month}` && forms.has(form)) return true;
  return false;
}

/** Whether a normalised word names a day. */
export function isDay(form: string): boolean {
  return DAY_OF.has(form);
}

/** The days that a sentence names, as numbers that both languages share. */
export function daysOf(sentence: FactSentence): number[] {
  return sentence.words.flatMap((_, at) => dayAt(sentence, at) ?? []);
}

function dayAt({ words }: FactSentence, at: number): number | undefined {
  const form = words[at]?.form ?? '';
  // الأحد عشر is eleven.
  if (form === 'الاحد' && /^عشره?$/.test(words[at + 1]?.form ?? '')) return undefined;
  return withoutClitics(form)
    .map((reading) => DAY_OF.get(reading))
    .find((day) => day !== undefined);
}

function fault({ words }: FactSentence, at: number, length: number): Fault {
  return {
    check: 'dates',
    what: words
      .slice(at, at + length)
      .map(({ raw }) => raw)
      .join(' '),
  };
}
