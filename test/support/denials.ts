/** Denials put into good summaries and taken out of them, one at a time, as a machine would: whatever can be turned is turned. */

/** A summary with each of its denials taken out, and with one put in at each place where one can stand. */
export function turnedByMachine(text: string, language: 'ar' | 'en'): string[] {
  const rules = language === 'ar' ? [...ARABIC_OUT, ...ARABIC_IN] : [...ENGLISH_OUT, ...ENGLISH_IN];
  // What stands between quotation marks is left: another check answers for it.
  const quoted = [...text.matchAll(/«[^»]*»|“[^”]*”/g)].map(({ 0: run, index }) => [
    index,
    index + run.length,
  ]);
  const turned = rules.flatMap(([pattern, instead]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (quoted.some(([from = 0, to = 0]) => match.index >= from && match.index < to)) return [];
      const word = instead.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '');
      const other = text.slice(0, match.index) + word + text.slice(match.index + match[0].length);
      return other === text ? [] : [other];
    }),
  );
  return [...new Set(turned)];
}

type Rule = readonly [RegExp, string];

const ARABIC_OUT: readonly Rule[] = [
  [
    /(?<![\p{L}\p{M}])(و|ف)?(?:لم|لن|لا|ليس|ليست) (?![يت]زال|[يت]قل|[يت]تجاوز|[يت]زيد|[يت]تعدى)(?=\p{L})/gu,
    '$1',
  ],
  [/(?<![\p{L}\p{M}])(?:من )?(?:دون|بدون|بلا)(?= \p{L})/gu, 'مع'],
  [/(?<![\p{L}\p{M}])([وبل]?)عدم (?=\p{L})/gu, '$1'],
  [/(?<![\p{L}\p{M}])(و?)نفى(?!\p{L})/gu, '$1أكد'],
  [/(?<![\p{L}\p{M}])(و?)نفت(?!\p{L})/gu, '$1أكدت'],
  [/(?<![\p{L}\p{M}])(و?)رفض(?!\p{L})/gu, '$1قبل'],
  [/(?<![\p{L}\p{M}])(و?)رفضت(?!\p{L})/gu, '$1قبلت'],
];
/** Masculine verbs in the perfect, as news begins clauses with them. */
const HE =
  'أعلن أكد وافق أقر فاز تعاقد توفي وصل عاد سجل أتى أصيب افتتح انتهى بدأ انطلق ارتفع انخفض تراجع أطلق وقع استعاد حقق خسر تأهل ضرب هز اندلع انهار اعترف دعا طالب طلب قرر أمر منح نال قتل غادر استقال اتفق انتقد حذر رحب كشف نشر بلغ اختار أنهى أضاف عثر عُثر وُلد افتُتح أُعلن أُصيب تمكن نجح حكم قضى برأ صوّت انتخب كلّف بنى اشترى باع أوقف أصدر';
const ARABIC_IN: readonly Rule[] = [
  // Verbs in the perfect, in the present and in the future.
  [
    /(?<=^|[.!؟] |، )(و(?!افق|قع|صل|ضع|لد|جد|عد)|(?!و[^افقصضلجع]))(?:أ|ا)?((?!\p{L}*ا ?ت )(?!ال)\p{L}{2,6})ت (?=\p{L})/gu,
    '$1لم ت$2 ',
  ],
  [
    new RegExp(
      `(?<!\\p{L})(و?)(?:أ|ا)?((?<=أ|ا|و|\\s|^)(?:${HE.replace(/(?<= |^)[أا]/g, '').replaceAll(' ', '|')})) (?=\\p{L})`,
      'gu',
    ),
    '$1لم ي$2 ',
  ],
  [
    /(?<!(?:[\p{L}\p{M}]|لا |لم |لن |أن |زال |زالت |ألا ))(و?)([يت](?!\p{L}*ة)\p{L}{3,6}) (?=\p{L})/gu,
    '$1لا $2 ',
  ],
  [/(?<![\p{L}\p{M}])(و?)س(?=[يت](?![اوردمبنةعسخ](?!ف)|تو|تة)\p{L}{3,})/gu, '$1لن '],
  [/(?<![\p{L}\p{M}])(و?)أكد(?!\p{L})/gu, '$1نفى'],
  [/(?<![\p{L}\p{M}])(و?)أكدت(?!\p{L})/gu, '$1نفت'],
  [/(?<![\p{L}\p{M}])(و?)وافق(?!\p{L})/gu, '$1رفض'],
  [/(?<![\p{L}\p{M}])(و?)وافقت(?!\p{L})/gu, '$1رفضت'],
];
const ENGLISH_OUT: readonly Rule[] = [
  [/ not(?= \p{Ll})(?! (?:only|more|less|yet))/gu, ''],
  [/\bnever /gu, ''],
  [/\b[Nn]o (?=\p{Ll})(?!more|less|longer|later)/gu, 'some '],
  [/\bwithout\b/gu, 'with'],
  [/\bdenied\b/gu, 'confirmed'],
  [/\bdenies\b/gu, 'confirms'],
  [/\brejected\b/gu, 'approved'],
  [/\brefused to\b/gu, 'agreed to'],
];
const ENGLISH_IN: readonly Rule[] = [
  [
    /\b(is|are|was|were|has|have|had|will|would|could|can|may|must|should)\b(?! (?:not|no|never|to)\b)(?= \p{Ll})/gu,
    '$1 not',
  ],
  [
    /\b(?<!(?:been|be|was|were|is|are|has|have|had|not|never|the|a|of|and|by) )(\p{Ll}{3,}ed|won|said|found|sold|sent|held|built|took|beat|led|came) (?=(?:the|a|an|that|to|in|on|its|his|her|their|at|from|for|\d)\b)/gu,
    'never $1 ',
  ],
  [/\bapproved\b/gu, 'rejected'],
  [/\bconfirmed\b/gu, 'denied'],
];
