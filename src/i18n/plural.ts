/** The six plural forms of Arabic; `zero` to `many` as CLDR names them. */
export interface ArabicForms {
  zero: string;
  one: string;
  two: string;
  few: string;
  many: string;
  other: string;
}

export interface EnglishForms {
  one: string;
  other: string;
}

const arabicRules = new Intl.PluralRules('ar');
const englishRules = new Intl.PluralRules('en');

/** The form of a counted noun, with `#` replaced by the number as the voice writes it. */
export function arabicCount(count: number, written: string, forms: ArabicForms): string {
  return forms[arabicRules.select(count)].replace('#', written);
}

export function englishCount(count: number, written: string, forms: EnglishForms): string {
  const form = englishRules.select(count) === 'one' ? forms.one : forms.other;
  return form.replace('#', written);
}
