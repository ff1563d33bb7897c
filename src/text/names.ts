import { MONTHS } from './months.ts';
import { amountAt, DUALS } from './name-tables/amounts.ts';
import { demonym } from './name-tables/countries.ts';
import { CURRENCY_SIGNS, currencyOf, isCurrencyCode } from './name-tables/currencies.ts';
import { DOUBTFUL } from './name-tables/doubtful.ts';
import type { Form } from './name-tables/forms.ts';
import { nameForms } from './name-tables/forms.ts';
import type { Stretch } from './name-tables/latin-names.ts';
import { isShouted, looksLikeName, serialName, stretchesOf } from './name-tables/latin-names.ts';
import type { NameWord } from './name-tables/name-words.ts';
import { nameWords, withoutClitics } from './name-tables/name-words.ts';

export type NameKind = 'country' | 'city' | 'organisation' | 'currency' | 'month' | 'number' | 'latin';

export interface Name {
  /** `country:EG`, `city:alexandria`, `organisation:who`, `currency:SAR`, `month:3`, `number:37`, `latin:zarqa-2`. */
  id: string;
  kind: NameKind;
  count: number;
  /** Index of its first word, as nameWords counts words. */
  first: number;
}

/** A name in its place; `doubt` is the word by which doubtful.ts judges it. */
interface Find {
  id: string;
  at: number;
  length: number;
  doubt?: string;
  attached?: boolean;
}

function spelling({ known, form }: NameWord): string {
  return known?.spelling ?? form;
}

function fits(form: Form, words: readonly NameWord[], at: number): boolean {
  const raw = words[at]?.raw ?? '';
  if (form.letters === 'capitals' && raw !== raw.toUpperCase()) return false;
  if (form.letters === 'capital' && raw[0] === raw[0]?.toLowerCase()) return false;
  for (let step = 0; step < form.rest.length; step += 1) {
    const word = words[at + 1 + step];
    if (!word?.runsOn || (word.form !== form.rest[step] && spelling(word) !== form.rest[step])) return false;
  }
  return true;
}

function findUnder(key: string, words: readonly NameWord[], at: number): Find | undefined {
  const form = nameForms()
    .byFirstWord.get(key)
    ?.find((one) => fits(one, words, at));
  if (form === undefined) return undefined;
  const find: Find = { id: form.id, at, length: form.rest.length + 1, attached: key !== words[at]?.form };
  return find.length > 1 ? find : { ...find, doubt: key };
}

// Shorter words have one spelling in the news: over, in and their likes need no second look.
const SHORTEST_RESPELT = 4;

/** The longest form of the tables that begins at a word, as it is written or else in another spelling. */
function tableFind(words: readonly NameWord[], at: number, bare: readonly string[]): Find | undefined {
  let best: Find | undefined;
  for (const key of bare) {
    const find = findUnder(key, words, at);
    if (find && (best === undefined || find.length > best.length)) best = find;
  }
  const word = words[at];
  if (best || word?.script !== 'arabic' || word.form.length < SHORTEST_RESPELT) return best;
  const one = spelling(word);
  const find = one === word.form ? undefined : findUnder(one, words, at);
  const doubt = bare.find((key) => DOUBTFUL.has(key));
  return find && doubt !== undefined ? { ...find, doubt } : find;
}

function demonymFind(at: number, bare: readonly string[]): Find | undefined {
  const people = demonym(bare);
  return people && { id: people.id, at, length: 1, doubt: people.form };
}

function signBefore(word: NameWord): string | undefined {
  if (word.gap === ' ' || word.gap === '') return undefined;
  for (const character of word.gap) {
    const noun = CURRENCY_SIGNS.get(character);
    if (noun !== undefined) return noun;
  }
  return undefined;
}

function amountFind(words: readonly NameWord[], at: number, money: boolean): Find | undefined {
  const amount = amountAt(words, at, money);
  return amount && { id: `number:${amount.digits}`, at, length: amount.length };
}

function latinFind(words: readonly NameWord[], at: number, stretch: Stretch): Find | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const beside = words[at - 1]?.script === 'number' || words[at + 1]?.script === 'number';
  if (beside && isCurrencyCode(word.raw)) return { id: `currency:${word.raw}`, at, length: 1 };
  return looksLikeName(word, stretch) ? { id: `latin:${word.form}`, at, length: 1 } : undefined;
}

/** Whether an Arabic word can begin no name, whatever follows it: most words cannot. */
function isPlain(word: NameWord): boolean {
  const { known, form } = word;
  if (!known) return false;
  if (known.plain === undefined) {
    const bare = withoutClitics(form);
    const { byFirstWord } = nameForms();
    const inTables = [...bare, spelling(word)].some((key) => byFirstWord.has(key));
    known.plain = !inTables && !bare.some((key) => DUALS.has(key)) && demonym(bare) === undefined;
  }
  return known.plain;
}

function findAt(words: readonly NameWord[], at: number, stretch: Stretch, money: boolean): Find | undefined {
  const word = words[at];
  if (word === undefined || isPlain(word)) return undefined;
  if (word.script === 'number') return latinFind(words, at, stretch) ?? amountFind(words, at, money);
  const bare = word.script === 'arabic' ? withoutClitics(word.form) : [word.form];
  const told = tableFind(words, at, bare);
  if (word.script === 'latin') {
    const serial =
      told && (told.length > 1 || told.id.startsWith('country:'))
        ? undefined
        : serialName(words, at, stretch);
    if (serial !== undefined) return { id: `latin:${serial}`, at, length: 2 };
    return told ?? latinFind(words, at, stretch);
  }
  if (told) return told;
  const dual = bare.find((form) => DUALS.has(form));
  return dual === undefined ? demonymFind(at, bare) : { id: `number:${DUALS.get(dual)}`, at, length: 1 };
}

/** A riyal beside a country's name is that country's, if it has one: الريال السعودي, the Saudi riyal. */
function nationalCurrency(
  kept: readonly Find[],
  index: number,
  words: readonly NameWord[],
): string | undefined {
  const [previous, find, next] = [kept[index - 1], kept[index], kept[index + 1]];
  if (find === undefined || find.length === 0 || !find.id.startsWith('currency:')) return find?.id;
  const arabic = words[find.at]?.script === 'arabic';
  const beside = arabic ? next : previous;
  const touches = arabic
    ? next?.at === find.at + find.length
    : previous && previous.at + previous.length === find.at;
  if (!touches || !beside?.id.startsWith('country:')) return find.id;
  const code = currencyOf(find.id.slice('currency:'.length), beside.id.slice('country:'.length));
  return code === undefined ? find.id : `currency:${code}`;
}

function judged(finds: readonly Find[], words: readonly NameWord[], stretches: readonly Stretch[]): Find[] {
  const doubts = new Map<string, Set<Find['doubt']>>();
  for (const { id, doubt } of finds) doubts.set(id, (doubts.get(id) ?? new Set()).add(doubt));
  return finds.flatMap((find) => {
    const judge = find.doubt === undefined ? undefined : DOUBTFUL.get(find.doubt);
    const word = words[find.at];
    if (judge === undefined || word === undefined) return [find];
    const [before, after] = [words[find.at - 1], words[find.at + 1]];
    const stretch = stretches[word.stretch];
    const id = judge(find.id, {
      raw: word.raw,
      attached: find.attached ?? false,
      opens: before?.stretch !== word.stretch,
      shouted: stretch !== undefined && isShouted(stretch),
      before: before?.stretch === word.stretch ? before.form : '',
      after: after?.stretch === word.stretch ? after.form : '',
      elsewhere: (other) => [...(doubts.get(other) ?? [])].some((doubt) => doubt !== find.doubt),
    });
    return id === undefined ? [] : [{ ...find, id }];
  });
}

/** A name where it stands: `at` and `length` count words as nameWords does; a currency sign has no length. */
export interface NamePlace {
  id: string;
  at: number;
  length: number;
}

/** Every name of a text where it stands, in order; see namesIn for what counts as one. */
export function namePlaces(words: readonly NameWord[]): NamePlace[] {
  const stretches = stretchesOf(words);
  const finds: Find[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    const stretch = word && stretches[word.stretch];
    if (!word || !stretch) break;
    const sign = signBefore(word);
    if (sign !== undefined) finds.push({ id: `currency:${sign}`, at, length: 0 });
    const find = findAt(words, at, stretch, sign !== undefined);
    if (find && find.id !== '') finds.push(find);
    at += find?.length ?? 1;
  }
  const kept = judged(finds, words, stretches);
  return kept.map(({ id, at, length }, index) => ({
    id: nationalCurrency(kept, index, words) ?? id,
    at,
    length,
  }));
}

/**
 * The names that a news text in Arabic or English holds, in order of first appearance, each once with its count. Longest name
 * first; prefixes and spelling are seen through; a word that may be no name is left out unless its surroundings decide.
 * Adding a sentence to a text takes no name away unless that sentence names what decides a doubtful word.
 */
export function namesIn(text: string): Name[] {
  return namesAmong(nameWords(text));
}

/** The same of words that were parted before. */
export function namesAmong(words: readonly NameWord[]): Name[] {
  const names = new Map<string, Name>();
  for (const { id, at } of namePlaces(words)) {
    const name = names.get(id);
    if (name) name.count += 1;
    else names.set(id, { id, kind: id.slice(0, id.indexOf(':')) as NameKind, count: 1, first: at });
  }
  return [...names.values()];
}

/** How a name is shown to a reader; nothing for Latin names, whose first spelling is in the text alone, and for unknown ids. */
export function nameText(id: string, language: 'ar' | 'en'): string | undefined {
  const [kind = '', key = ''] = id.split(':');
  if (kind === 'number') return /^\d+(?:\.\d+)?$/.test(key) ? key : undefined;
  if (kind === 'month') {
    const locale = language === 'ar' ? 'ar-EG' : 'en';
    const month = Number(key);
    if (![...MONTHS.values()].includes(month)) return undefined;
    return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2000, month - 1, 1),
    );
  }
  const shown = nameForms().shown.get(id)?.[language];
  if (shown !== undefined || kind !== 'currency' || !isCurrencyCode(key)) return shown;
  return new Intl.DisplayNames(language, { type: 'currency' }).of(key);
}
