import { expect, test } from 'vitest';
import { arabicConsonants, latinConsonants } from '../../../src/text/name-tables/consonants.ts';
import { normalize } from '../../../src/text/normalize.ts';

const once = (key: string) => key.replace(/(.)\1+/g, '$1');
const arabicKey = (word: string) => once(arabicConsonants(normalize(word)));
const latinKey = (word: string) => once(latinConsonants(normalize(word)));

const pairs =
  'سلمى=Salma كندي=Kindi محمد=Mohammed محمد=Muhammad أحمد=Ahmad إبراهيم=Ibrahim مصطفى=Mustafa خليفة=Khalifa شريف=Sharif ' +
  'نتنياهو=Netanyahu زيلينسكي=Zelenskyy بوتين=Putin ترامب=Trump بايدن=Biden أردوغان=Erdoğan ماكرون=Macron عبدالعزيز=Abdelaziz ' +
  'عثمان=Othman فاطمة=Fatima خديجة=Khadija رمضان=Ramadan حمدان=Hamdan قاسم=Qasim قاسم=Kassem طارق=Tariq جمال=Gamal جمال=Jamal ' +
  'صادق=Sadiq منصور=Mansour ناصر=Nasser غنوشي=Ghannouchi حفتر=Haftar برهان=Burhan ميقاتي=Mikati سنوار=Sinwar ' +
  'نصرالله=Nasrallah سلمان=Salman بندر=Bandar سلطان=Sultan شاهين=Shaheen إسماعيل=Ismail بوتفليقة=Bouteflika خامنئي=Khamenei ' +
  'عبدالله=Abdullah ألبرت=Albert زرقاء=Zarqa';
test.each(pairs.split(' ').map((pair) => pair.split('=')))('%s sounds like %s', (arabic = '', latin = '') => {
  expect(arabicKey(arabic)).toMatch(/^[a-z]{3,}$/);
  expect(latinKey(latin)).toBe(arabicKey(arabic));
});

test('different names sound different', () => {
  expect(arabicKey('سلمى')).toBe('slm');
  expect(arabicKey('سلمى')).not.toBe(latinKey('Karim'));
  expect(arabicKey('خالد')).not.toBe(latinKey('Jalid'));
});
