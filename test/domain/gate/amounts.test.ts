/** Amounts put otherwise: rounded, vague, in words, with another unit; the faithful ones pass. */
import { expect, test } from 'vitest';
import { gateVerdict } from '../../support/gate-verdict.ts';

test.each([
  [
    'حادث في صلالة\nانقلبت حافلة على متنها 44 راكبا قرب صلالة يوم الأحد.',
    'انقلبت قرب صلالة يوم الأحد حافلة تقل 45 راكبا.',
    'numbers',
  ],
  [
    'حادث في صلالة\nانقلبت حافلة تقل ما لا يقل عن 45 راكبا قرب صلالة يوم الأحد.',
    'انقلبت حافلة تقل 45 راكبا على الأقل قرب صلالة يوم الأحد.',
    'passes',
  ],
  [
    'قارب قبالة صفاقس\nغرق قارب يقل 39 مهاجرا قبالة صفاقس يوم الأحد.',
    'غرق قارب يقل 40 مهاجرا قبالة صفاقس يوم الأحد.',
    'numbers',
  ],
  [
    'Flood in Derry\nSome 50,000 people were evacuated from Derry on Friday.',
    'Tens of thousands of people were evacuated from Derry on Friday.',
    'passes',
  ],
  [
    'Flood in Derry\nSome 300 people were evacuated from Derry on Friday.',
    'Tens of thousands of people were evacuated from Derry on Friday.',
    'numbers',
  ],
  [
    'فيضان في درعا\nأجلت السلطات 300 ألف شخص من درعا يوم الجمعة.',
    'أجلت السلطات مئات الآلاف من درعا يوم الجمعة.',
    'passes',
  ],
  [
    'Flood in Derry\nSeveral hundred people were evacuated from Derry on Friday.',
    'Hundreds of people were evacuated from Derry on Friday.',
    'passes',
  ],
  [
    'Flood in Derry\nA few thousand people were evacuated from Derry on Friday.',
    'Thousands of people were evacuated from Derry on Friday.',
    'passes',
  ],
  [
    'Flood in Derry\nTwo dozen people were evacuated from Derry on Friday.',
    'Dozens of people were evacuated from Derry on Friday.',
    'passes',
  ],
  [
    'Cup in Cairo\nMohamed Salah struck late to give Egypt a 1-0 win in Cairo on Friday.',
    'Mohamed Salah scores late to give Egypt a 1-0 win in Cairo on Friday.',
    'passes',
  ],
  [
    'Fair in Cairo\nThe book fair opened in Cairo on 3 June 2024 with music.',
    'Thousands of people came to the book fair in Cairo on 3 June 2024.',
    'numbers',
  ],
  [
    'March in Derry\nBetween 300 and 500 people marched in Derry on Friday.',
    'Between three hundred and five hundred people marched in Derry on Friday.',
    'passes',
  ],
  [
    'March in Derry\nPolice said 4,930 attended the march in Derry and 12 people were arrested.',
    'About 5,000 people attended the march in Derry.',
    'passes',
  ],
  [
    'Bridge in Aqaba\nThe bridge costs 41,500 dollars. Some 300 people crossed it on Monday.',
    'Some 42,000 people crossed the bridge in Aqaba on Monday.',
    'numbers',
  ],
  [
    'Ports shut\nThe Shuwaikh, Shuaiba and Doha ports were closed on Sunday in Kuwait.',
    'Three ports were closed on Sunday in Kuwait.',
    'passes',
  ],
  [
    'Talks in Cairo\nForeign ministers of Egypt, Jordan and Iraq met in Cairo on Sunday.',
    'Three foreign ministers met in Cairo on Sunday.',
    'passes',
  ],
  [
    'Illness in Derry\nA patient from the towns of Derry, Omagh and Newry died on Friday, doctors said.',
    'Three patients from the towns of Derry, Omagh and Newry died on Friday.',
    'numbers',
  ],
  [
    'Cars in Cairo\nA new Alfa Romeo was shown in Cairo on Friday by its maker.',
    'عرضت في القاهرة يوم الجمعة سيارة ألفا روميو جديدة.',
    'passes',
  ],
  [
    'Tourists in Fez\nIn the first half of the year 1,000,000 tourists came to Fez.',
    'A million tourists came to Fez in the first half of the year.',
    'passes',
  ],
  [
    'Tourists in Fez\nIn the first half, a million tourists came to Fez this year.',
    'A million tourists came to Fez in the first half.',
    'passes',
  ],
  [
    'Mosque in Fez\nThe hundred-year-old mosque of Fez was opened on Friday.',
    'A hundred-year-old mosque was opened in Fez on Friday.',
    'passes',
  ],
  [
    'March in Derry\nAbout 1,500 people marched in Derry on Friday.',
    'More than a thousand people marched in Derry on Friday.',
    'passes',
  ],
  [
    'Race in Derry\nThe race in Derry lasted three hours and a half on Friday.',
    'The race in Derry lasted three and a half hours on Friday.',
    'passes',
  ],
  [
    'Race in Derry\nThe race in Derry took three and a half hours on Friday.',
    'The race in Derry took more than three hours on Friday.',
    'passes',
  ],
  [
    'المباراة في القاهرة\nبدأت المباراة في القاهرة الساعة 3:30 يوم الجمعة.',
    'بدأت المباراة في القاهرة الساعة ثلاثة ونصف يوم الجمعة.',
    'passes',
  ],
  [
    'انهيار في الإسكندرية\nأصيب 12 في انهيار منزل بمدينة الإسكندرية يوم الجمعة.',
    'أصيب 12 شخصا في مدينة الإسكندرية جراء انهيار منزل يوم الجمعة.',
    'passes',
  ],
  [
    'طريق في صلالة\nافتتح طريق طوله 20 كيلومترا في صلالة يوم الجمعة.',
    'افتتح في صلالة طريق طوله 20 كيلو مترا يوم الجمعة.',
    'passes',
  ],
  [
    'Oil in Basra\nOil was sold at $80.5 in Basra on Friday by the port.',
    'Oil was sold at 80.5 a barrel in Basra on Friday.',
    'passes',
  ],
  [
    'Trial in Derry\nA court in Derry jailed him for fraud worth less than 5 million euros on Friday.',
    'A court in Derry jailed him over a 5 million euro fraud on Friday.',
    'passes',
  ],
  [
    'الأسعار في عمان\nزادت الأسعار في عمان بما لا يزيد عن 12 في المئة هذا العام.',
    'زادت الأسعار في عمان هذا العام 12 في المئة على الأكثر.',
    'passes',
  ],
  [
    'Flood in Derry\nAt least 12 people died in Derry on Friday.',
    'Up to 12 people died in Derry on Friday.',
    'numbers',
  ],
  [
    'Flood in Derry\nUp to 12 people died in Derry on Friday.',
    'At least 12 people died in Derry on Friday.',
    'numbers',
  ],
  [
    'مطار صلالة\nافتتحت الشركة رحلات جديدة من صلالة يوم الجمعة، كما قال مديرها.',
    'أعلن تدشين رحلات جديدة من صلالة يوم الجمعة.',
    'passes',
  ],
])('of %j %j: %s', (article, summary, verdict) => expect(gateVerdict(article, summary)).toBe(verdict));
