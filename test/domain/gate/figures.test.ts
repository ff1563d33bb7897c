/** Figures of a summary: which are the article's, and which only look like it. */
import { expect, test } from 'vitest';
import { gateVerdict } from '../../support/gate-verdict.ts';

const FLOOD = 'Flood in Derry\nTwelve people died when the river burst its banks in Derry on Friday.';
const FLOOD_AR = 'فيضان في درعا\nقتل 12 شخصا حين فاض النهر قرب درعا يوم الجمعة.';
const CUP = 'كأس المدن\nفاز المنتخب التونسي بالكأس مساء السبت بفضل تألق المهاجمين الشبان أمام جمهور كبير.';
const HOUSES = 'Storm in Sohar\nThe storm damaged 1200 houses near Sohar and 300 people fled on Monday.';
const PRICE = 'Bridge in Aqaba\nThe bridge costs 41,500 dollars. Some 300 people crossed it on Monday.';
const CLOCK = 'Ferry to Muscat\nThe ferry leaves at 08.30 with 12 000 parcels, the port of Muscat said.';
const LIST =
  'Illness in Derry\nA patient from the towns of Derry, Omagh and Newry died on Friday, doctors said.';
const PORTS = 'إغلاق الموانئ\nأغلقت السلطات موانئ الشويخ والشعيبة والدوحة صباح الأحد بسبب العاصفة.';
const BOUND = 'Flood in Derry\nAt least 12 people died in Derry on Friday, the mayor said.';
const BOUND_AR = 'فيضان في درعا\nقتل ما لا يقل عن 500 شخص في درعا يوم الجمعة، كما قال المحافظ.';
const CARGO =
  'Dates in Salalah\nThe ship unloaded 250 tonnes of dates at $214 in Salalah. A 12-year-old boy carried some of them 3.5 km.';
const SHARE = 'الأسعار في عمان\nارتفعت أسعار الخبز في عمان بنسبة %7 خلال شهر واحد.';
const POINTS = 'Vote in Tunis\nSupport for the mayor of Tunis rose by 7 percentage points in a month.';

test.each([
  [FLOOD, 'Hundreds of people died when the river burst its banks in Derry on Friday.', 'numbers'],
  [FLOOD, 'Dozens of people died when the river burst its banks in Derry on Friday.', 'numbers'],
  [FLOOD_AR, 'قتل مئات الأشخاص حين فاض النهر قرب درعا يوم الجمعة.', 'numbers'],
  [FLOOD_AR, 'قتل الآلاف حين فاض النهر قرب درعا يوم الجمعة.', 'numbers'],
  [HOUSES, 'The storm damaged hundreds of houses near Sohar on Monday.', 'passes'],
  [CUP, 'فاز المنتخب التونسي بالكأس مساء السبت 2-1 أمام جمهور كبير.', 'numbers'],
  [HOUSES, 'Nearly 1200 people fled the storm near Sohar on Monday.', 'numbers'],
  [HOUSES, 'At least 1200 people fled the storm near Sohar on Monday.', 'numbers'],
  [PRICE, 'Some 42,000 people crossed the bridge in Aqaba on Monday.', 'numbers'],
  [PRICE, 'The bridge in Aqaba costs about 42,000 dollars.', 'passes'],
  [CLOCK, 'The ferry leaves the port of Muscat at 08.30 with parcels.', 'passes'],
  [CLOCK, 'The ferry leaves the port of Muscat at 09.30 with parcels.', 'numbers'],
  [LIST, 'Three patients from the towns of Derry, Omagh and Newry died on Friday.', 'numbers'],
  [PORTS, 'أغلقت السلطات ثلاثة موانئ صباح الأحد بسبب العاصفة.', 'passes'],
  [PORTS, 'أغلقت السلطات أربعة موانئ صباح الأحد بسبب العاصفة.', 'numbers'],
  [BOUND, 'At most 12 people died in Derry on Friday.', 'numbers'],
  [BOUND, 'Fewer than 12 people died in Derry on Friday.', 'numbers'],
  [BOUND, 'No fewer than 12 people died in Derry on Friday.', 'passes'],
  [BOUND_AR, 'قتل في درعا أقل من 500 شخص يوم الجمعة.', 'numbers'],
  [BOUND_AR, 'قتل في درعا ما لا يزيد على 500 شخص يوم الجمعة.', 'numbers'],
  [BOUND_AR, 'قتل في درعا ما يزيد على 500 شخص يوم الجمعة.', 'passes'],
  [CARGO, 'The ship unloaded 250 kilograms of dates in Salalah.', 'numbers'],
  [CARGO, 'The ship unloaded 250 tonnes of dates in Salalah.', 'passes'],
  [CARGO, 'A 12-month-old boy from Salalah sold the dates.', 'numbers'],
  [CARGO, 'The boy from Salalah carried them 3.5 miles.', 'numbers'],
  [CARGO, 'أفرغت السفينة 250 كيلوغراما من التمر في صلالة.', 'numbers'],
  [CARGO, 'أفرغت السفينة في صلالة 250 طنا من التمر بسعر 214 دولارا.', 'passes'],
  [CARGO, 'أفرغت السفينة في صلالة 250 طنا من التمر بسعر 214 يورو.', 'numbers'],
  [SHARE, 'ارتفعت أسعار الخبز في عمان بنسبة 7 في المئة خلال شهر واحد.', 'passes'],
  [SHARE, 'ارتفعت أسعار الخبز في عمان بنسبة 9 في المئة خلال شهر واحد.', 'numbers'],
  [POINTS, 'Support for the mayor of Tunis rose by 7 points in a month.', 'passes'],
])('of %j %j: %s', (article, summary, verdict) => expect(gateVerdict(article, summary)).toBe(verdict));
