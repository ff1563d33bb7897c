/** Languages the bot speaks; articles come in any. Each has its catalogue in `i18n/`, in a file named like its code. */
export const LANGUAGES = ['ar', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Said in Arabic and English; another language of the bot may lack it, and its readers are told the English. */
export type Worded<Value> = Readonly<{ ar: Value; en: Value } & Partial<Record<Language, Value>>>;

/** What is said in a language, or in English where that language says nothing. */
export function wordedIn<Value>(said: Worded<Value>, language: Language): Value {
  return said[language] ?? said.en;
}
