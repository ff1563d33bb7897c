// Classes: c is ش sh ch, j is ج غ j g gh, x is خ kh. Vowels, و ي ع ء and w y have none.
const ARABIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'بپ',
    t: 'تط',
    s: 'سصث',
    j: 'جغگ',
    h: 'حه',
    x: 'خ',
    d: 'دضذ',
    r: 'ر',
    z: 'زظ',
    c: 'شچ',
    f: 'فڤ',
    k: 'قك',
    l: 'ل',
    m: 'م',
    n: 'ن',
  }).flatMap(([key, letters]) => [...letters].map((letter) => [letter, key] as const)),
);

// Longer spellings first: a pattern is tried in this order at each place.
const LATIN = /^[bfknst]j|lj|gn(?=e)|sch|tch|ch|sh|kh|gh|th|dh|dj|zh|ph|ck|[bcdfghjklmnpqrstvxz]/g;
const LATIN_CLASSES: Readonly<Record<string, string>> = {
  bj: 'b',
  fj: 'f',
  kj: 'k',
  nj: 'n',
  sj: 'c',
  tj: 'c',
  lj: 'l',
  gn: 'n',
  sch: 'c',
  tch: 'tc',
  ch: 'c',
  sh: 'c',
  kh: 'x',
  gh: 'j',
  th: 's',
  dh: 'd',
  dj: 'j',
  zh: 'j',
  ph: 'f',
  ck: 'k',
  g: 'j',
  p: 'b',
  q: 'k',
  v: 'f',
  x: 'ks',
};

/** The consonants of a normalised Arabic word without its article, as classes. */
export function arabicConsonants(word: string): string {
  let key = '';
  for (const letter of word.replace(/[هح]$/, '')) key += ARABIC.get(letter) ?? '';
  return key;
}

/** The consonants of a Latin word in lower case without accents and article, as classes. */
export function latinConsonants(word: string): string {
  // A closing h is silent or ـة, but kh, sh and their likes are letters of their own.
  const open = word.replace(/(?<![cksgtdzp])h$/, '').replace(/c(?=[eiy])/g, 's');
  return open
    .replace(/[^a-z]/g, '')
    .replace(LATIN, (one) => `${(LATIN_CLASSES[one] ?? (one === 'c' ? 'k' : one)).toUpperCase()}`)
    .replace(/[^A-Z]/g, '')
    .toLowerCase();
}
