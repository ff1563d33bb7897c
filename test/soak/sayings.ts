/** What people type at a news bot: what it understands, what it almost understands, and what it never will. */
const PLAIN = [
  '/start',
  '/help',
  '/latest',
  '/latest 3',
  '/latest sports',
  '/latest ١٠',
  '/latest economy 20',
  '/latest nothing',
  '/related',
  '/related 1',
  '/related 99',
  '/summary',
  '/summary 2',
  '/summary ٣',
  '/search الميناء',
  '/search harbour',
  '/search "exact words"',
  '/search',
  '/topics',
  '/sources',
  '/sources opml',
  '/settings',
  '/language',
  '/timezone',
  '/timezone القاهرة',
  '/timezone Lisbon',
  '/timezone nowhere',
  '/digest',
  '/why',
  '/why 2',
  '/missed',
  '/privacy',
  '/follow الميناء',
  '/follow economy',
  '/follow',
  '/following',
  '/unfollow',
  '/unsubscribe',
  '/stats',
  '/broadcast hello',
  '/addsource not-a-url',
  '/removesource',
  '/nonsense',
  '/latest@another_bot',
  '/start article_1',
  '/start xyz',
] as const;

const WORDS = [
  'آخر الأخبار',
  'latest news',
  'ملخص 2',
  'summary 2',
  'صلة 1',
  'related 1',
  'ابحث عن المطار',
  'المطار',
  'ما الجديد؟',
  'ماذا فاتني',
  'what did I miss',
  'تابع البنك المركزي',
  'follow central bank',
  'اشترك 8 مساء القاهرة',
  'subscribe 8pm Cairo',
  'مرحبا',
  'hello',
  '🙂',
  '👩‍👩‍👧‍👦🇪🇬',
  '؟',
  '...',
  '" OR * NEAR(',
  '<b>bold</b>',
  'ب̷̧̛͇ا̶̗͠',
  '\u202eabc',
  '٢٦ يناير',
  '12:61',
  'توقيت دبي',
  'شو الأخبار اليوم',
  'ابغى اخبار الرياضه',
  'ايش صار في الميناء',
  'what happened at the harbour?',
  'ارسل لي الاخبار كل يوم الساعة 7 صباحا',
  'send me sports news every evening at 7',
  'هات لي ملخص الخبر الثاني لو سمحت',
  '2',
  'stop',
  'in English please',
  'كلمني بالعربي',
] as const;

const LONG = [
  'خبر '.repeat(1250),
  'x'.repeat(4096),
  `/search ${'كلمة '.repeat(800)}`.slice(0, 4096),
] as const;

/** Queries typed behind the bot's name. */
export const QUERIES = ['', 'الميناء', 'economy', 'zzzz', '🙂', 'المطار الجديد', '"', 'ا'] as const;

/** Something somebody may say now; `pick` gives a number in 0..n-1. `clock` is the next minute of the day, HH:MM in UTC. */
export function saying(pick: (n: number) => number, clock: string): string {
  const of = (list: readonly string[]) => list[pick(list.length)] as string;
  switch (pick(12)) {
    case 0:
      return `/subscribe ${clock} UTC`;
    case 1:
      return `/subscribe @room_${pick(10)} ${clock} UTC`;
    case 2:
      return pick(4) === 0 ? of(LONG) : of(WORDS);
    case 3:
    case 4:
    case 5:
      return of(WORDS);
    default:
      return of(PLAIN);
  }
}
