/** Rise and fall, win and loss: turned round in either language and across them; both told stays free. */
import { expect, test } from 'vitest';
import { gateVerdict } from '../../support/gate-verdict.ts';

const OIL = 'Oil in Basra\nOil prices rose in Basra on Monday, the port authority said.';
const OIL_AR = 'النفط في البصرة\nهبطت أسعار النفط في البصرة يوم الاثنين، كما قالت هيئة الميناء.';
const MATCH = 'كأس المدن\nفازت تونس على المغرب في نهائي كأس المدن مساء السبت.';
const BANK = 'Oil in Basra\nOil prices fell in Basra on Monday after the bank cut its interest rates.';
const BANK_AR = 'النفط في البصرة\nانخفضت أسعار النفط في البصرة يوم الاثنين بعد أن خفض المصرف سعر الفائدة.';
const LANDING = 'A plane in Basra\nThe plane landed in Basra on Monday morning as demand rose.';
const BEATEN =
  'Cup of cities\nBasra club beat Salalah club in the final of the cup of cities on Saturday evening.';
const FEES =
  'حركة السفن في صلالة\nقفزت حركة السفن في ميناء صلالة بعد أن خفض المجلس رسومه يوم الأحد، كما قالت الهيئة.';
const PORT =
  'Ships in Salalah\nShip traffic jumped in Salalah after the council cut its port fees on Sunday.';
const FINAL = 'Final in Tunis\nAmina Haddad, who lost the final in Tunis, will not play next month.';
const SUMMER = 'رسوم المجلس\nامتنع المجلس عن رفع الرسوم قبل الصيف، كما قالت الهيئة في صلالة.';

test.each([
  [OIL, 'انخفضت أسعار النفط في البصرة يوم الاثنين، كما قالت هيئة الميناء.', 'polarity'],
  [OIL, 'Oil prices plunged in Basra on Monday, the port authority said.', 'polarity'],
  [OIL_AR, 'صعدت أسعار النفط في البصرة يوم الاثنين، كما قالت هيئة الميناء.', 'polarity'],
  [OIL_AR, 'Oil prices rose in Basra on Monday, the port authority said.', 'polarity'],
  [MATCH, 'خسرت تونس أمام المغرب في نهائي كأس المدن مساء السبت.', 'polarity'],
  [BANK, 'Oil prices rose in Basra on Monday after the bank cut its interest rates.', 'polarity'],
  [BANK_AR, 'ارتفعت أسعار النفط في البصرة يوم الاثنين بعد أن خفض المصرف سعر الفائدة.', 'polarity'],
  [LANDING, 'هبطت الطائرة في البصرة صباح الاثنين مع ازدياد الطلب.', 'passes'],
  [BEATEN, 'هزم نادي البصرة نادي صلالة في نهائي كأس المدن مساء السبت.', 'passes'],
  [FEES, 'ارتفعت حركة السفن في ميناء صلالة بعد أن خفض المجلس رسومه يوم الأحد.', 'passes'],
  [PORT, 'Ship traffic grew in Salalah after the council cut its port fees on Sunday.', 'passes'],
  [FINAL, "Amina Haddad, who lost the final in Tunis, won't play next month.", 'passes'],
  [SUMMER, 'رفض المجلس رفع الرسوم قبل الصيف، كما قالت الهيئة في صلالة.', 'passes'],
])('of %j %j: %s', (article, summary, verdict) => expect(gateVerdict(article, summary)).toBe(verdict));
