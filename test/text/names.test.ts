import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesIn, nameText } from '../../src/text/names.ts';
import { effort } from '../support/effort.ts';

const ids = (text: string): string[] => namesIn(text).map(({ id }) => id);

describe('one event in two languages', () => {
  const reports: [string, string, string[]][] = [
    [
      'وقّعت السعودية والإمارات اتفاقا مع البنك الدولي بقيمة 12 مليون دولار في مارس 2024',
      'Saudi Arabia and the UAE signed a $12 million deal with the World Bank in March 2024.',
      [
        'country:SA',
        'country:AE',
        'organisation:world-bank',
        'number:12000000',
        'currency:dollar',
        'month:3',
        'number:2024',
      ],
    ],
    [
      'مجلس الأمن يعقد جلسة طارئة بشأن غزة بطلب من الجزائر',
      'The Security Council holds an emergency session on Gaza at the request of Algeria',
      ['organisation:security-council', 'city:gaza', 'country:DZ'],
    ],
    [
      'هبط الجنيه المصري إلى ٤٨٫٥ أمام الدولار الأمريكي',
      'The Egyptian pound fell to 48.50 against the US dollar',
      ['currency:EGP', 'country:EG', 'number:48.5', 'currency:USD', 'country:US'],
    ],
    [
      'كوريا الجنوبية تفوز على هولندا 31-29 في سيول',
      'South Korean side beat the Dutch 31-29 in Seoul',
      ['country:KR', 'country:NL', 'number:31', 'number:29', 'city:seoul'],
    ],
    [
      'منظمة الصحة العالمية: 37٪ من مدن كينيا بلا لقاح لكوفيد-19',
      'WHO: 37% of Kenyan towns have no COVID-19 vaccine',
      ['organisation:who', 'number:37', 'country:KE', 'latin:covid-19'],
    ],
    [
      'أوبك+ تجتمع في فيينا في الخامس من حزيران',
      'OPEC+ to meet in Vienna on the fifth of June',
      ['organisation:opec-plus', 'city:vienna', 'month:6'],
    ],
    [
      'ريال مدريد يواجه بايرن ميونخ في دوري أبطال أوروبا',
      'Real Madrid face Bayern Munich in the Champions League',
      ['organisation:real-madrid', 'organisation:bayern', 'organisation:champions-league'],
    ],
  ];
  test.each(reports)('%s', (arabic, english, expected) => {
    expect(ids(arabic).toSorted()).toEqual(expected.toSorted());
    expect(ids(english).toSorted()).toEqual(expected.toSorted());
  });
});

describe('countries', () => {
  test.each([
    ['وبالسعودية ولمصر وللأردن فلبنان كالعراق', ['SA', 'EG', 'JO', 'LB', 'IQ']],
    ['مصري ومصرية والمصريون ومصريين', ['EG']],
    ['الألماني والألبانية والنمساويون', ['DE', 'AL', 'AT']],
    ['امريكا أميركا والأمريكية الاميركيين', ['US']],
    ['سوريا وسورية والسوريين', ['SY']],
    ['نيجيريا والنيجر والنيجيري', ['NG', 'NE']],
    ['جنوب السودان والسودان', ['SS', 'SD']],
    ['إنكلترا وإنجلترا وبريطانيا', ['GB-ENG', 'GB']],
    ['U.S. and US and America and American', ['US']],
    ['Côte d’Ivoire, Ivory Coast', ['CI']],
    ['Türkiye and Turkey', ['TR']],
    ['Egypt’s French and Swiss guests', ['EG', 'FR', 'CH']],
    ['Papua New Guinea, Guinea-Bissau, Guinea', ['PG', 'GW', 'GN']],
    ['Nigeria, Niger and a Nigerien', ['NG', 'NE']],
    ['US-China talks', ['US', 'CN']],
  ])('%s', (text, codes) => {
    expect(ids(text)).toEqual(codes.map((code) => `country:${code}`));
  });

  test('a capital is a city and says nothing of its country, but for those that share its name in Arabic', () => {
    expect(ids('بغداد Paris')).toEqual(['city:baghdad', 'city:paris']);
    expect(ids('تونس والجزائر')).toEqual(ids('Tunis and Algiers'));
  });
});

describe('false friends', () => {
  test.each([
    ['دعم مالي من وزارة المالية إلى القطاع المالي', []],
    ['انتخابات في مالي', ['country:ML']],
    ['مالي تعلن وقف إطلاق النار', ['country:ML']],
    ['مدرسة بنين وبنات', []],
    ['نصف قطر الدائرة', []],
    ['أنبوب بقطر 40 سنتيمترا', ['number:40']],
    ['فازت قطر', ['country:QA']],
    ['قطار يغادر المحطة', []],
    ['زار عمان أمس', []],
    ['زار عُمان أمس', ['country:OM']],
    ['زار عمّان أمس', ['city:amman']],
    ['عمان عاصمة الأردن', ['city:amman', 'country:JO']],
    ['سلطنة عمان', ['country:OM']],
    ['سيول جارفة في اليمن', ['country:YE']],
    ['مسقط رأسه في حلب', ['city:aleppo']],
    ['أصيب في القدم اليمنى', []],
    ['الوفد اليمني', ['country:YE']],
    ['غيّر مجرى النهر', []],
    ['بعد المغرب', []],
    ['نهر النيجر', []],
    ['ولاية جورجيا', []],
    ['جورجيا وأرمينيا', ['country:GE', 'country:AM']],
    ['زار جده أمس', []],
    ['زار جدة أمس', ['city:jeddah']],
    ['غنّى بحماس كبير', []],
    ['حماس ترد', ['organisation:hamas']],
    ['إصابة في الرباط الصليبي', []],
    ['أمريكا اللاتينية والمحيط الهندي', []],
    ['العربية والعرب', []],
    ['آثار رومانية', []],
    ['تجاوز العقبة الأولى', []],
    ['العقبة في الأردن', ['city:aqaba', 'country:JO']],
    ['كتب أبي رسالة', []],
    ['Latin America and the Indian Ocean', []],
    ['Michael Jordan', []],
    ['Georgia voters and US courts', ['country:US']],
    ['we polish the turkey with us', []],
    ['tell us who won', []],
    ['TELL US WHO WON', []],
    ['US WARNS OF STORM', ['country:US']],
    ['New Mexico and New Jersey', []],
    ['The Washington Post', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('months', () => {
  test.each([
    ['في آذار 2024', ['month:3', 'number:2024']],
    ['مارس الرياضة', []],
    ['مارس/ آذار 2024', ['month:3', 'number:2024']],
    ['كانون الثاني وتشرين الأول', ['month:1', 'month:10']],
    ['في 5 آب', ['month:8']],
    ['شهر غشت ثم شتنبر', ['month:8', 'month:9']],
    ['بيناير وليوليو', ['month:1', 'month:7']],
    ['He may march on 7 May', ['month:5']],
    ['They may, she said. March!', []],
    ['March 2020 and December', ['month:3', 'number:2020', 'month:12']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('numbers and money', () => {
  test.each([
    ['1,200 and 1200 and ١٢٠٠ and ١٬٢٠٠', ['number:1200']],
    ['5 men, 07 women', []],
    ['3.50 then 3,5', ['number:3.5']],
    ['2 million or مليونين', ['number:2000000']],
    ['3.3 مليارات', ['number:3300000000']],
    ['40 ألف شخص', ['number:40000']],
    ['$12m and 12m', ['currency:dollar', 'number:12000000', 'number:12']],
    ['€3.5bn', ['currency:EUR', 'number:3500000000']],
    ['26th of the 1990s', ['number:26', 'number:1990']],
    ['a 45-year-old since mid-2024', ['number:45', 'number:2024']],
    ['12345678901234567890123 million', ['number:12345678901234567890123']],
    ['500 SAR', ['number:500', 'currency:SAR']],
    ['ALL is well', ['latin:all']],
    ['ريال سعودي وريال', ['currency:SAR', 'country:SA', 'currency:riyal']],
    ['الليرة اللبنانية والدينار', ['currency:LBP', 'country:LB', 'currency:dinar']],
    ['جنيه إسترليني', ['currency:GBP']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('Latin names', () => {
  test.each([
    ['أطلق المركز القمر Zarqa-2 عبر منصة orbit', ['latin:zarqa-2', 'latin:orbit']],
    [
      'Zarqa-2 was built with LabVIEW, an A320 and the FDA',
      ['latin:zarqa-2', 'latin:labview', 'latin:a320', 'latin:fda'],
    ],
    ['Yesterday Students Met There', []],
    ['BREAKING NEWS STORM HITS COAST', []],
    ['سباق Formula 1 على شبكة 5G', ['latin:formula', 'latin:5g']],
    ['https://example.com/a', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

test('each name is told once, with its count and the index of its first word, in order', () => {
  expect(namesIn('قال متحدث في القاهرة إن مصر والقاهرة 25 مرة')).toEqual([
    { id: 'city:cairo', kind: 'city', count: 2, first: 3 },
    { id: 'country:EG', kind: 'country', count: 1, first: 5 },
    { id: 'number:25', kind: 'number', count: 1, first: 7 },
  ]);
});

test('a longer name hides the shorter ones in it, but not across a comma or a full stop', () => {
  expect(ids('حلف شمال الأطلسي')).toEqual(['organisation:nato']);
  expect(ids('UN Security Council')).toEqual(['organisation:security-council']);
  expect(ids('Saudi, Arabia')).toEqual(['country:SA']);
  expect(ids('a visiting Saudi. Arabia in spring')).toEqual(['country:SA']);
});

test('names are shown in the language of the reader', () => {
  const shown = (id: string) => [nameText(id, 'ar'), nameText(id, 'en')];
  expect(shown('country:EG')).toEqual(['مصر', 'Egypt']);
  expect(shown('country:US')).toEqual(['الولايات المتحدة', 'United States']);
  expect(shown('country:NA')).toEqual(['ناميبيا', 'Namibia']);
  expect(shown('city:cairo')).toEqual(['القاهرة', 'Cairo']);
  expect(shown('organisation:world-bank')).toEqual(['البنك الدولي', 'World Bank']);
  expect(shown('currency:SAR')).toEqual(['ريال سعودي', 'Saudi Riyal']);
  expect(shown('currency:dinar')).toEqual(['دينار', 'dinar']);
  expect(shown('month:4')).toEqual(['أبريل', 'April']);
  expect(shown('number:12.5')).toEqual(['12.5', '12.5']);
  for (const id of [
    'latin:zarqa-2',
    'month:13',
    'number:x',
    'city:nowhere',
    'currency:XYZ',
    '',
    'country:',
  ]) {
    expect(shown(id)).toEqual([undefined, undefined]);
  }
});

describe('any text', () => {
  const NAMED: [string, string][] = [
    ['القاهرة', 'city:cairo'],
    ['وللسعودية', 'country:SA'],
    ['Kenyan', 'country:KE'],
    ['UNICEF', 'organisation:unicef'],
    ['البنك الدولي', 'organisation:world-bank'],
    ['١٬٥٠٠', 'number:1500'],
    ['يناير', 'month:1'],
    ['euros', 'currency:EUR'],
  ];
  const NEUTRAL = ['ثم قال المتحدث إن العمل مستمر', 'and the work goes on as before', '!', '…'];
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(..."اأآبتلمن وفى ةaZ9٣.,-'$€+\u064f\u0651\u200f\ud800\n"),
      maxLength: 80,
    }),
    fc
      .array(fc.constantFrom(...NAMED.map(([word]) => word), 'US', 'عمان', 'مالي', 'May', '-', '2'), {
        maxLength: 20,
      })
      .map((words) => words.join(' ')),
  );

  test('keeps its names, in order, whatever says nothing stands before or behind', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...NEUTRAL), (text, neutral) => {
        const alone = ids(text);
        expect(ids(`${text}\n${neutral}`)).toEqual(expect.arrayContaining(alone));
        expect(ids(`${neutral}\n${text}`)).toEqual(expect.arrayContaining(alone));
      }),
      { numRuns: 500 },
    );
  });

  test('gives each id once, of its kind, with positive counts, by first appearance', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const names = namesIn(text);
        expect(new Set(names.map(({ id }) => id)).size).toBe(names.length);
        expect(names.map(({ first }) => first)).toEqual(
          names.map(({ first }) => first).toSorted((a, b) => a - b),
        );
        for (const { id, kind, count } of names) {
          expect(id.startsWith(`${kind}:`)).toBe(true);
          expect(count).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('counts every appearance', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMED), { maxLength: 30 }), (chosen) => {
        const expected = new Map<string, number>();
        for (const [, id] of chosen) expected.set(id, (expected.get(id) ?? 0) + 1);
        const counted = namesIn(chosen.map(([word]) => word).join('، ')).map(({ id, count }) => [id, count]);
        expect(counted).toEqual([...expected]);
      }),
    );
  });

  test('a hundred thousand letters of a doubtful name are read quickly', () => {
    expect(effort(() => namesIn('عمان '.repeat(20_000)))).toBeLessThan(2000);
  });

  test.each([
    ['one letter', 'ا'.repeat(100_000)],
    ['one digit', '7'.repeat(100_000)],
    ['initials', 'A.'.repeat(50_000)],
    ['marks', `ب${'\u064f'.repeat(100_000)}`],
    ['unpaired surrogates', '\ud800'.repeat(1000)],
    ['emoji', '🙂'.repeat(1000)],
  ])('of %s alone names no place', (_, text) => {
    expect(
      namesIn(text).filter(({ kind }) => kind === 'country' || kind === 'city' || kind === 'organisation'),
    ).toEqual([]);
  });
});
