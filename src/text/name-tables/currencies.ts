// `noun, code if only one country uses the word: English = Arabic`, singular first. The Arabic article is added by rule.
const CURRENCY_WORDS = `
dollar: dollar|dollars = دولار|دولارا|دولارات
riyal: riyal|riyals|rial|rials = ريال|ريالا|ريالات
dinar: dinar|dinars = دينار|دينارا|دنانير
pound: pound|pounds = جنيه|جنيها|جنيهات
lira: lira|liras = ليرة|ليرات
dirham: dirham|dirhams = درهم|درهما|دراهم
franc: franc|francs = فرنك|فرنكا|فرنكات
rupee: rupee|rupees = روبية|روبيات
peso: peso|pesos = بيزو
krona: krona|kronor|krone|kroner = كرونة|كرونات
shilling: shilling|shillings = شلن
EUR: euro|euros = يورو
GBP: sterling|pound sterling|pounds sterling = جنيه إسترليني|جنيه استرليني|جنيها إسترلينيا|الجنيه الإسترليني|الإسترليني
JPY: yen = ين
CNY: yuan|renminbi = يوان
RUB: ruble|rubles|rouble|roubles = روبل|روبلا
ILS: shekel|shekels = شيكل|شيقل|شيكلا
UAH: hryvnia = هريفنيا
PLN: zloty = زلوتي
NGN: naira = نايرا
BTC: bitcoin|bitcoins|Bitcoin = بيتكوين|البتكوين|بتكوين
`;

/** `[noun or code, English words, Arabic words]`. */
export const CURRENCIES: readonly (readonly [string, string[], string[]])[] = CURRENCY_WORDS.trim()
  .split('\n')
  .map((line) => {
    const [id = '', words = ''] = line.split(': ');
    const [english = '', arabic = ''] = words.split(' = ');
    const bare = arabic.split('|');
    const defined = bare
      .filter((word) => !word.includes(' ') && !word.startsWith('ال'))
      .map((word) => `ال${word}`);
    return [id, english.split('|'), [...bare, ...defined]] as const;
  });

export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
]);

// The word ICU's English name ends in, where another is in use: the Lebanese pound is a lira in Arabic.
const ALSO_CALLED: Readonly<Record<string, string>> = { Rial: 'riyal', Krone: 'krona', Ruble: 'RUB' };
let codes: ReadonlyMap<string, string> | undefined;

function currencyCodes(): ReadonlyMap<string, string> {
  if (codes) return codes;
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const found = new Map<string, string>();
  for (const code of Intl.supportedValuesOf('currency')) {
    const word = names.of(code)?.split(' ').at(-1) ?? '';
    const noun = ALSO_CALLED[word] ?? word.toLowerCase();
    const country = code.slice(0, 2);
    // Older issues are named with their years in brackets, so that the last word is no noun.
    if (!found.has(`${noun}:${country}`)) found.set(`${noun}:${country}`, code);
    if (noun === 'pound' && (country === 'LB' || country === 'SY')) found.set(`lira:${country}`, code);
  }
  codes = found;
  return found;
}

/** The ISO 4217 code of a country's riyal, pound and so on, by ICU; nothing if that country has none. */
export function currencyOf(noun: string, country: string): string | undefined {
  return currencyCodes().get(`${noun}:${country}`);
}

/** Whether three capitals are a code of ISO 4217. */
export function isCurrencyCode(text: string): boolean {
  return text.length === 3 && text === text.toUpperCase() && knownCodes().has(text);
}

let known: ReadonlySet<string> | undefined;
function knownCodes(): ReadonlySet<string> {
  known ??= new Set(Intl.supportedValuesOf('currency'));
  return known;
}
