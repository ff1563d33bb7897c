import { MONTHS } from '../months.ts';
import { newsSpelling } from '../spellings.ts';
import { ARAB_PLACES } from './arab-places.ts';
import { COMPANIES } from './companies.ts';
import type { NamedForms } from './countries.ts';
import { countryForms } from './countries.ts';
import { CURRENCIES } from './currencies.ts';
import { NOT_NAMES } from './doubtful.ts';
import { EASTERN_PLACES } from './eastern-places.ts';
import { nameWords } from './name-words.ts';
import { ORGANISATIONS } from './organisations.ts';
import { WESTERN_PLACES } from './western-places.ts';

/** One way to write a name, found under its first word. */
export interface Form {
  /** '' for a phrase that is no name: NOT_NAMES. */
  id: string;
  /** The words after the first, each in the one spelling of newsSpelling. */
  rest: string[];
  /** How the first word must begin, when Latin: anyhow, with a capital, or be capitals alone. */
  letters: 'any' | 'capital' | 'capitals';
}

export interface NameForms {
  byFirstWord: ReadonlyMap<string, readonly Form[]>;
  shown: ReadonlyMap<string, { ar?: string; en?: string }>;
}

function lineForms(table: string, kind: string, withJim: boolean): NamedForms[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, key, english = '', arabic = ''] = /^(?:([a-z0-9-]+): )?(.*) = (.*)$/.exec(line) ?? [];
      const en = english.split('|');
      const ar = arabic.split('|');
      const jim = withJim
        ? ar.filter((name) => name.includes('غ')).map((name) => name.replaceAll('غ', 'ج'))
        : [];
      const slug = (en[0] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
      return { id: `${kind}:${key ?? slug}`, en, ar: [...ar, ...jim] };
    });
}

function monthForms(): NamedForms[] {
  return [...MONTHS].map(([name, month]) => {
    const latin = /^[a-z]/.test(name);
    const capital = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    return { id: `month:${month}`, en: latin ? [capital] : [], ar: latin ? [] : [name] };
  });
}

function allForms(): NamedForms[] {
  return [
    ...countryForms(),
    ...lineForms(ARAB_PLACES, 'city', false),
    // The hard g of foreign places is written غ in the Levant and ج in Egypt.
    ...lineForms(WESTERN_PLACES, 'city', true),
    ...lineForms(EASTERN_PLACES, 'city', true),
    ...lineForms(ORGANISATIONS, 'organisation', false),
    ...lineForms(COMPANIES, 'organisation', false),
    ...monthForms(),
    ...CURRENCIES.map(([noun, en, ar]) => ({ id: `currency:${noun}`, en: [...en], ar: [...ar] })),
    { id: 'latin:covid-19', en: ['Covid-19'], ar: ['كوفيد 19', 'كوفيد'] },
    { id: '', en: NOT_NAMES, ar: [] },
  ];
}

function lettersOf(raw: string): Form['letters'] {
  if (raw === raw.toLowerCase()) return 'any';
  return raw.length > 1 && raw === raw.toUpperCase() ? 'capitals' : 'capital';
}

function build(): NameForms {
  const byFirstWord = new Map<string, Form[]>();
  const shown = new Map<string, { ar?: string; en?: string }>();
  for (const { id, en, ar } of allForms()) {
    const told = shown.get(id) ?? {};
    if (ar[0] !== undefined) told.ar ??= ar[0];
    if (en[0] !== undefined) told.en ??= en[0];
    if (id !== '') shown.set(id, told);
    for (const name of [...en, ...ar]) {
      const [first, ...rest] = nameWords(name);
      if (!first) continue;
      const letters = first.script === 'arabic' ? 'any' : lettersOf(first.raw);
      const form: Form = { id, rest: rest.map((word) => newsSpelling(word.form)), letters };
      for (const key of new Set([first.form, newsSpelling(first.form)])) {
        const forms = byFirstWord.get(key) ?? [];
        const same = (one: Form) => one.letters === letters && one.rest.join(' ') === form.rest.join(' ');
        if (!forms.some(same)) forms.push(form);
        byFirstWord.set(key, forms);
      }
    }
  }
  for (const forms of byFirstWord.values()) forms.sort((one, other) => other.rest.length - one.rest.length);
  return { byFirstWord, shown };
}

let built: NameForms | undefined;

/** All forms of all names, made on first use: some thousands, in tens of milliseconds. */
export function nameForms(): NameForms {
  built ??= build();
  return built;
}
