import { isolate } from '../../text/bidi.ts';

/** Where news comes from, and how each source fares. */
export const sources = {
  sourcesTitle: 'المصادر',
  sourcesText: (sources: string, articles: string) => `${sources}. المحفوظ منها: ${articles}.`,
  sourcesNone: 'لا مصادر لديّ بعد.',
  sourcesNotPolled: 'الأخبار هنا من ملفّات، فلا خلاصة أزورها لأحذفها. أضف واحدة: /addsource',
  sourcesNoFeeds: 'أخباري هنا من ملفّات، فليس لمصادرها خلاصات تُدرَج في قائمة.',
  sourcesMore: (count: string) => `وغيرها: ${count}.`,
  sourcesImported: 'ومن ملفّات استُوردت:',
  sourcesFileButton: 'القائمة في ملفّ (OPML)',
  sourcesFileCaption: (count: string) => `قائمة المصادر بصيغة OPML: ${count}.`,

  healthFresh: 'لم أزره بعد',
  healthFailing: (age: string, why: string) => `يتعذّر الوصول إليه (بدأ ذلك ${age}): ${why}`,
  healthGone: 'أعلن خادمه أنه أُغلق نهائيًّا (410)، فلم أعد أزوره',
  healthEmpty: 'يجيب، لكنه خالٍ من الأخبار',
  healthOff: 'موقوف في قائمة المصادر',
  healthSlow: 'بطيء الإجابة',
  healthMoving: (site: string) => `ينتقل إلى ${isolate(site)}`,
  healthTurnedOver: (age: string) => `تبدّلت أخباره كلّها بين زيارتين (${age})، وربّما فاتني بعضها`,
  troubleStatus: (status: string) => `أجاب خادمه بالرمز ${status}`,
  troubleName: 'لا موقع بهذا الاسم',
  troubleConnection: 'خادمه لا يستجيب',
  troubleSecurity: 'شهادة الأمان في الموقع غير سليمة',
  troubleTime: 'تأخّر جوابه كثيرًا',
  troublePrivate: 'عنوانه في شبكة خاصّة',
  troubleFeed: 'ما عدت أجد فيه خلاصة أخبار مقروءة',
  troubleChallenge: 'يطلب من زائره أن يثبت أنه إنسان',
  troubleOther: 'لسبب غير معروف',

  onlyOperators: 'هذا الأمر لمشغّلي موجز وحدهم.',
  addSourceHow:
    'ضع بعد الأمر عنوان خلاصة أخبار (RSS أو Atom) أو عنوان موقعها، مثلًا: https://example.org/feed',
  sourceAdded: (name: string, articles: string) =>
    `أضفتُ المصدر «${isolate(name)}»، وفيه الآن ${articles}. ستصل أخباره بعد قليل.`,
  sourceAddedEmpty: (name: string) => `أضفتُ المصدر «${isolate(name)}»، وهو خالٍ من الأخبار الآن.`,
  sourceKnown: (name: string) => `المصدر «${isolate(name)}» عندي من قبل.`,
  sourceNotALink: 'ليس هذا عنوانًا صالحًا. أرسل عنوانًا كاملًا، مثلًا: https://example.org/feed',
  sourcePrivate: 'هذا العنوان في شبكة خاصّة، وأنا لا أزور إلا المواقع العامّة. لم أضف شيئًا.',
  sourceNoFeed: 'فتحتُ الصفحة، لكني لم أجد فيها خلاصة أخبار (RSS أو Atom) ولا رابطًا إلى واحدة.',
  sourceUnreachable: (why: string) => `لم أصل إلى الموقع: ${why}. لم أضف شيئًا.`,
  sourceRefused: (status: string) =>
    `أجاب الخادم بالرمز ${status} بدل الخلاصة. تحقّق من العنوان أو أعد المحاولة لاحقًا؛ لم أضف شيئًا.`,
  sourceUnreadable: 'وصلتُ إلى الملفّ ولم أستطع قراءته خلاصةَ أخبار. لم أضف شيئًا.',
  removeSourceHow: 'أيّ مصدر أحذف؟ ضع رقمه أو معرّفه أو عنوانه بعد الأمر:',
  sourceRemoved: (name: string) => `حذفتُ المصدر «${isolate(name)}». ما حُفظ من أخباره يبقى.`,
  sourceNotFound: (words: string) => `لا أجد مصدرًا يطابق «${isolate(words)}».`,
};
