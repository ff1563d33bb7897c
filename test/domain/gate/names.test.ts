/** Names and quotations of a summary: strangers are held back, the article's own pass however they are written. */
import { expect, test } from 'vitest';
import { gateVerdict } from '../../support/gate-verdict.ts';

const CABINET =
  'باريس تعلن الخطة\nأعلنت الحكومة الفرنسية في باريس خطة جديدة لترميم الجسور القديمة صباح الأحد.';
const MINISTER = 'لقاء في صلالة\nقال الوزير عبد الرحمن الكندي في صلالة إن الميناء سيفتح أبوابه في الصيف.';
const JOINED = 'لقاء في صلالة\nقال الوزير عبدالرحمن الكندي في صلالة إن الميناء سيفتح أبوابه في الصيف.';
const ARREST = 'اعتقال في درعا\nأعلن وزير الداخلية اعتقال مشتبه به في حريق السوق القديم مساء السبت.';
const BOAT = 'Regatta in Derry\nThe mayor of Derry praised the rowers of the town after the race on Friday.';
const FLOOD = 'Flood in Derry\nThree children were among the dead when a flood hit Derry on Friday.';
const VISIT = 'زيارة إلى مسقط\nيصل الوفد إلى مسقط يوم الخميس المقبل لبحث رسوم الميناء مع الوزير.';
const OPENAI =
  'An office in Oslo\nOpenAI said on Monday it would open an office in Oslo for 40 engineers in the spring.';
const DATA =
  'Exports of Oman\nOfficial data: exports of Oman rose by 5 percent in a year, mostly fish and dates.';

test.each([
  [CABINET, 'وقال نتنياهو إن الحكومة الفرنسية ستبدأ خطة ترميم الجسور القديمة.', 'names'],
  [CABINET, 'وأكد ترامب أن الحكومة الفرنسية ستبدأ خطة ترميم الجسور القديمة.', 'names'],
  [CABINET, 'وقال مسؤولون إن الحكومة الفرنسية ستبدأ خطة ترميم الجسور القديمة.', 'passes'],
  [MINISTER, 'قال الوزير عبدالرحمن الكندي إن الميناء سيفتح أبوابه في الصيف.', 'passes'],
  [JOINED, 'قال الوزير عبد الرحمن الكندي إن الميناء سيفتح أبوابه في الصيف.', 'passes'],
  [MINISTER, 'قال الوزير عبد الله الكندي إن الميناء سيفتح أبوابه في الصيف.', 'names'],
  [OPENAI, 'OpenAI will open an office in Oslo for 40 engineers next spring, it said.', 'passes'],
  [BOAT, 'ChatGPT said that the mayor of Derry praised the rowers after the race.', 'leak'],
  [ARREST, 'أعلن وزير الداخلية اعتقال رجل مشتبه به في حريق السوق القديم مساء السبت.', 'passes'],
  [BOAT, "The mayor of Derry said: 'We love rough water and the open sea.'", 'quotations'],
  [BOAT, 'The mayor of Derry said: ‘We didn’t build a bridge for nobody.’', 'quotations'],
  [FLOOD, 'Among the dead in the Derry flood on Friday were three children.', 'passes'],
  [FLOOD, 'Once the flood hit Derry on Friday, three children were dead.', 'passes'],
  [VISIT, 'تأجلت زيارة الوفد إلى مسقط للسبت المقبل لبحث رسوم الميناء.', 'dates'],
  [VISIT, 'يصل الوفد مسقط في زيارة حددت للخميس المقبل لبحث رسوم الميناء.', 'passes'],
  [DATA, 'Official data: exports of Oman rose by 5 percent in a year.', 'passes'],
  [DATA, 'See data:text/html for the exports of Oman, which rose by 5 percent.', 'outside'],
])('of %j %j: %s', (article, summary, verdict) => expect(gateVerdict(article, summary)).toBe(verdict));
