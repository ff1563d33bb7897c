import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/text/normalize.ts';
import { LANDS, MONTHS, NAMES, NOUNS } from '../../src/text/spelling-table.ts';
import { newsSpelling } from '../../src/text/spellings.ts';
import { wordTerms } from '../../src/text/terms.ts';

/** Each row: words that a reader takes for one. */
const SAME = [
  'أمريكا أميركا امريكا الأمريكية أميركي والأميركيين للأمريكيين أمريكياً الأميركيون أميركيتين',
  'البنتاغون البنتاجون بنتاغون للبنتاغون وبالبنتاجون',
  'غوغل جوجل قوقل وغوغل لجوجل',
  'إنكلترا إنجلترا انجلترا إنغلترا',
  'الإنجليزية الإنكليزية إنكليزي الإنجليز',
  'سوريا سورية السورية السوريين لسوريا وسوريا',
  'تشيلي شيلي تشيلية التشيلية التشيليون والتشيليين لتشيلي تشيليًا',
  'بوروندي البوروندية البورونديون لبوروندي',
  'بريطانيا البريطاني بريطانية',
  'أوكرانيا اوكرانيا الأوكرانية أكرانيا',
  'نتنياهو نتانياهو لنتنياهو',
  'بكين بيجين لبكين',
  'إنترنت انترنيت الإنترنت بالإنترنت',
  'تويتر لتويتر',
  'فيسبوك فايسبوك',
  'يوتيوب يوتوب',
  'تلغرام تيليجرام تليغرام تليجرام',
  'زيلينسكي زيلينسكى زيلنسكي',
  'ترامب ترمب لترامب وترمب',
  'روسيا الروسية الروسيين',
  'كاليفورنيا كاليفورنية',
  'شيكاغو شيكاجو',
  'سنغافورة سنجافورة سنغافوري',
  'الأرجنتين أرجنتين الأرجنتيني',
  'بلغاريا بلجاريا البلغارية',
  'المجر هنغاريا الهنغارية',
  'النمسا النمساوية نمساوي',
  'الدنمارك الدانمارك دنماركي',
  'تركيا التركية تركي',
  'طهران لطهران',
  'ألمانيا الألمانية ألماني وألمانيا والألمان',
  'فلسطين الفلسطينية الفلسطينيين فلسطيني وفلسطين',
  'لبنان اللبنانيون اللبناني',
  'إيران الإيرانية ايران',
  'أوروبا الأوروبي أوربا الأوربية',
  'آسيا الآسيوية',
  'مئة مائة المئة',
  'ثلاثمائة ثلاثمئة',
  'مسؤول مسئول مسؤولون المسئولين مسؤولة',
  'شؤون شئون الشؤون للشئون',
  'هيئة هيأة الهيئة هيئات هيآت',
  'كيلوغرام كيلوجرام كيلوغرامات',
  'فيروس ڤيروس فايروس',
  'باليستي بالستية الباليستية',
  'شاطئ شاطيء الشاطىء',
  'أردوغان أردوجان',
  'هيغسيث هيجسيث',
  'يناير جانفي',
  'فبراير شباط فيفري',
  'مارس آذار وآذار بمارس',
  'أبريل نيسان أفريل إبريل',
  'مايو أيار ماي',
  'يونيو حزيران يونيه جوان',
  'يوليو تموز يوليه جويلية',
  'أغسطس غشت أوت',
  'سبتمبر أيلول شتنبر',
  'نوفمبر نونبر',
  'ديسمبر دجنبر',
];

describe('newsSpelling', () => {
  test.each(SAME)('one term: %s', (row) => {
    const words = row.split(' ');
    const terms = words.map((word) => wordTerms(word).join(' '));
    expect(terms).toEqual(words.map(() => terms[0]));
  });

  test('the rows stay apart from one another', () => {
    const terms = SAME.map((row) => wordTerms(row.split(' ')[0] ?? '')[0]);
    expect(new Set(terms).size).toBe(SAME.length);
  });

  test.each([
    ['the name itself', 'الاميركيه', 'امريكي'],
    ['a land in ي, by which stores keep it', 'تشيلي', 'تشيليي'],
    ['a month', 'وشباط', 'فبراير'],
    ['an ending that stays', 'المسئولين', 'مسؤولين'],
  ])('%s', (_, word, one) => expect(newsSpelling(word)).toBe(one));

  test.each(
    'كتاب الجيني بتكوين حكومه السوق كيف سيئون لاجئون غرامه شيء بحري شيل سول والدول اب برتقال'.split(' '),
  )('%s is left alone', (word) => expect(newsSpelling(word)).toBe(word));

  test('the table is in normalised spelling and says its rules', () => {
    for (const { rule, words } of [...LANDS, ...NAMES, ...NOUNS, ...MONTHS]) {
      expect(rule).not.toBe('');
      for (const row of words.trim().split(/\s+/)) expect(normalize(row)).toBe(row);
    }
  });

  test('a spelling found is final', () => {
    const rows = [...LANDS, ...NAMES, ...MONTHS, ...NOUNS].flatMap(({ words }) =>
      words.trim().split(/[\s|]+/),
    );
    const plain = rows.filter((row) => !/[[?]/.test(row));
    for (const word of plain) expect(newsSpelling(newsSpelling(word)), word).toBe(newsSpelling(word));
  });

  test('any word is answered with a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'البكلوفمريسنئءةڤگي') }), (word) => {
        expect(newsSpelling(word).length > 0).toBe(word.length > 0);
      }),
    );
  });
});
