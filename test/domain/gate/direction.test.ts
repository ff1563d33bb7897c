/** Rise and fall, win and loss: turned round in either language and across them; both told stays free. */
import { expect, test } from 'vitest';
import { gateVerdict } from '../../support/gate-verdict.ts';

const OIL = 'Oil in Basra\nOil prices rose in Basra on Monday, the port authority said.';
const OIL_AR = 'النفط في البصرة\nهبطت أسعار النفط في البصرة يوم الاثنين، كما قالت هيئة الميناء.';
const MATCH = 'كأس المدن\nفازت تونس على المغرب في نهائي كأس المدن مساء السبت.';
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
  [MATCH, 'Tunisia lost to Morocco in the cup final on Saturday evening.', 'polarity'],
  [FEES, 'ارتفعت حركة السفن في ميناء صلالة بعد أن خفض المجلس رسومه يوم الأحد.', 'passes'],
  [PORT, 'Ship traffic grew in Salalah after the council cut its port fees on Sunday.', 'passes'],
  [FINAL, "Amina Haddad, who lost the final in Tunis, won't play next month.", 'passes'],
  [SUMMER, 'رفض المجلس رفع الرسوم قبل الصيف، كما قالت الهيئة في صلالة.', 'passes'],
])('of %j %j: %s', (article, summary, verdict) => expect(gateVerdict(article, summary)).toBe(verdict));
