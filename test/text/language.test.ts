import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/text/language.ts';
import { detectLanguage, scriptDirection } from '../../src/text/language.ts';
import { effort } from '../support/effort.ts';

describe('detectLanguage', () => {
  test.each<[Language, string]>([
    ['ar', 'أعلنت وزارة الصحة اليوم عن خطة جديدة'],
    ['ar', 'محمد'],
    ['ar', 'فی الیوم الثانی من المؤتمر التقی الوزیر الکبیر'],
    ['ar', 'صدر iPhone 15 Pro Max'],
    ['ar', 'وأعلنت شركة گوگل وچيلسي'],
    ['ar', 'أَعْلَنَتِ الوِزارَةُ'],
    ['ar', 'شنغهاي'],
    ['en', 'The minister said on Monday that talks would go on'],
    ['en', 'Trump Says Iran Nuclear Talks Going Well'],
    ['en', 'The café reopened after a résumé of talks in the city'],
    ['en', 'Breaking: Cairo'],
    ['en', 'The Arabic word سلام means peace in the language of the country'],
    ['fa', 'رئیس جمهور ایران وارد بغداد شد'],
    ['fa', 'وزارت خارجه اعلام کرد که این گفتگوها ادامه دارد'],
    ['fa', 'رئيس جمهور گفت كه اين برنامه براي مردم است'],
    ['ur', 'وزیر اعظم نے کہا ہے کہ ملک میں امن ہے'],
    ['ur', 'پاکستان کا وزیر اعظم'],
    ['und', 'سەرۆکی هەرێمی کوردستان لە بەغدا'],
    ['und', 'Le président français a annoncé une réforme des retraites'],
    ['und', 'Der Kanzler ist nach Paris gereist und trifft den Minister'],
    ['und', 'Cumhurbaşkanı bugün Ankara’da açıklama yaptı'],
    ['und', 'El presidente de Chile presenta un plan para el agua'],
    ['und', 'Presiden meresmikan jalan tol baru di Jawa dengan menteri'],
    ['und', 'Привет, мир'],
    ['und', '東京で地震'],
    ['und', '12345 …'],
    ['und', ''],
  ])('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language));

  test.each([
    'مباراة کبیرة بین فریقین مصریین',
    'رونالدو یسجل هدفین',
    'ترکیا تعلن حدادا',
    'بایدن یلتقی زیلینسکی',
    'زلزال یضرب ترکیا',
    'نتنیاهو یهدد',
    'حریق کبیر فی دبی',
    'مصر وترکیا',
    'یوم جدید',
    'شرکة گوگل تطلق هاتفا',
    'وفاة کریم چلبی',
    'شنغهای تفتح',
  ])('Arabic on Persian keys: %s', (text) => expect(detectLanguage(text)).toBe('ar'));

  test.each([
    'قیمت دلار امروز',
    'دولت جدید معرفی شد',
    'وزیر خارجه ایران',
    'پرسپولیس قهرمان شد',
    'مذاکرات هسته‌ای',
    'تیم ملی فوتبال',
    'حمله موشکی روسیه',
    'دیدار وزیران دفاع',
    'رئیسی به نیویورک رفت',
    'نرخ تورم بالای ۴۰ درصد',
    'کشته شدن سه نفر',
    'رهبران اروپا در بروکسل',
    'قیمت كالاهاي ضروري',
    'بازار بورس تهران',
    'بارش باران در شمال کشور',
    'تحریم‌های تازه آمریکا',
  ])('Persian of few words: %s', (text) => expect(detectLanguage(text)).toBe('fa'));

  test.each(['وزیر اعظم کا دورہ', 'بارش کا امکان', 'حکومت کا اعلان', 'کراچی میں بارش'])(
    'Urdu of few words: %s',
    (text) => expect(detectLanguage(text)).toBe('ur'),
  );

  test('an Arabic headline stays Arabic on Persian keys', () => {
    const file = new URL('../fixtures/headlines/stories.jsonl', import.meta.url);
    const rows = readFileSync(file, 'utf8').trim().split('\n');
    const titles = rows.map((row) => JSON.parse(row)).filter(({ language }) => language === 'ar');
    for (const { title } of titles) {
      const typed = title.replaceAll(/[يى]/g, 'ی').replaceAll('ك', 'ک').split(' ').slice(-3).join(' ');
      expect(detectLanguage(typed), typed).toBe('ar');
    }
  });

  test('long texts cost no more than their beginning', () => {
    const long = 'ب'.repeat(1_000_000);
    expect(effort(() => Array.from({ length: 50 }, () => detectLanguage(long)))).toBeLessThan(1000);
  });
});

describe('scriptDirection', () => {
  test.each([
    ['rtl', 'سلام hello'],
    ['rtl', '12 — «שלום»'],
    ['ltr', '“Hello” سلام'],
    ['ltr', '5 東京'],
    ['neutral', '12:30 … 😀'],
    ['neutral', '٢٠٢٤'],
    ['neutral', ''],
  ])('%s: %j', (direction, text) => expect(scriptDirection(text)).toBe(direction));
});
