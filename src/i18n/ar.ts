import { isolate } from '../text/bidi.ts';
import { asking } from './ar/asking.ts';
import { courtesies } from './ar/courtesies.ts';
import { deliveries } from './ar/deliveries.ts';
import { digests } from './ar/digests.ts';
import { pleas } from './ar/pleas.ts';
import { reading } from './ar/reading.ts';
import { settings } from './ar/settings.ts';
import { sources } from './ar/sources.ts';
import { subscribing } from './ar/subscribing.ts';
import type { CommandWords } from './command-words.ts';
import { arabicCount } from './plural.ts';

/**
 * The reference catalogue. `en.ts` has the same shape, so a missing key does not compile. Themes with many sentences have
 * a file each in `ar/` and `en/`; their keys stand in one row with all others.
 */
export type Catalogue = typeof ar;

export const ar = {
  /** What this language is called, its own name first, normalised or not. */
  languageNames: ['العربية', 'عربي', 'عربية', 'arabic'],
  /** What commands are called, by name; those of Arabic and English stand in their own files. */
  commandWords: {} as Readonly<Record<string, CommandWords>>,

  botName: 'موجز',
  botShortDescription: 'غرفة أخبارك في تيليغرام: الحدث الواحد في خبر واحد، من مصادر كثيرة.',
  botDescription:
    'موجز يجمع الأخبار من مصادرها، ويضمّ ما يروي الحدث الواحد في خبر واحد، ويعرف العربية كما تقرؤها. اضغط «ابدأ» لترى آخر الأخبار.',

  justNow: 'الآن',
  undated: 'بلا تاريخ',
  unnamedSource: 'مصدر غير مسمّى',
  sourceCount: (count: number, written: string) =>
    arabicCount(count, written, {
      zero: 'لا مصادر',
      one: 'مصدر واحد',
      two: 'مصدران',
      few: '# مصادر',
      many: '# مصدرًا',
      other: '# مصدر',
    }),
  storyCount: (count: number, written: string) =>
    arabicCount(count, written, {
      zero: 'لا أخبار',
      one: 'خبر واحد',
      two: 'خبران',
      few: '# أخبار',
      many: '# خبرًا',
      other: '# خبر',
    }),
  articleCount: (count: number, written: string) =>
    arabicCount(count, written, {
      zero: 'لا مقالات',
      one: 'مقالة واحدة',
      two: 'مقالتان',
      few: '# مقالات',
      many: '# مقالةً',
      other: '# مقالة',
    }),
  inLanguage: (language: string) => `ب${language}`,

  welcome: 'أهلًا بك في موجز',
  welcomeText: 'أجمع الأخبار من مصادرها، وأضمّ ما يروي الحدث الواحد في خبر واحد، فتقرأ الخبر مرّة واحدة.',
  welcomeNow: 'أبرز ما لديّ الآن:',
  welcomeNext: 'اكتب «آخر الأخبار» متى شئت، أو اختر من الأزرار:',

  latestTitle: 'آخر الأخبار',
  latestIn: (topic: string) => `آخر الأخبار: ${topic}`,
  latestChosen: (topics: string) => `من موضوعاتك: ${topics}`,
  noStories: 'لا أخبار لديّ بعد. سأعرضها هنا حالما تصل من المصادر.',
  noStoriesIn: (topic: string) => `لا أخبار الآن في «${topic}».`,
  noOlderStories: 'لا أخبار أقدم من هذه.',
  listEnds: 'هذه نهاية القائمة، وليس بعدها شيء.',
  unknownTopic: (words: string) => `لا أعرف موضوعًا باسم «${isolate(words)}». هذه هي الموضوعات:`,
  amountBounds: (most: string) => `أعرض من خبر واحد إلى ${most} في المرّة الواحدة.`,

  relatedTitle: 'أخبار ذات صلة',
  relatedTo: (title: string) => `بخبر: ${title}`,
  noRelated: 'لا أعرف خبرًا ذا صلة بهذا الخبر، والسكوت خير من التخمين.',
  editorsChoice: 'رشّحه محرّر الخبر الأصلي',
  alikeText: 'يتشابه نصّاهما',
  sharedNames: (names: string) => `يجمعهما: ${names}`,

  searchTitle: (words: string, stories: string) => `نتائج البحث عن «${words}»: ${stories}`,
  searchHow: 'اكتب ما تبحث عنه بعد الأمر، مثل: ابحث عن البنك المركزي. ولعبارة بنصّها ضعها بين علامتي تنصيص.',
  searchPartly: 'وفي ما يلي بعض كلماتك لا كلّها:',
  searchOnlyNear: 'لم أجد خبرًا فيه هذه الكلمة، وهذا أقرب ما يشبهها:',
  searchOnlyPartly: 'لم أجد خبرًا فيه كلماتك كلّها، وهذا أقرب ما لديّ:',
  searchNothingToFind: 'لا أجد في رسالتك كلمة أبحث عنها.',
  searchNone: (words: string) => `لم أجد خبرًا عن «${words}».`,
  searchGone: 'انقضى وقت هذا البحث. أعد كتابة كلماته.',

  titleWithheld: 'عنوان محجوب: فيه كلام موجّه إلى البرامج لا إلى القرّاء',
  summaryGenerated: 'ملخص آلي',
  summaryExtract: 'مقتطف',
  summaryNothing: 'لم يصلني من هذا الخبر نصّ يُلخَّص.',
  summariesOn: 'حسنًا، سألخّص لك الأخبار آليًّا حين يتاح ذلك، وأسمّي كلّ ملخّص آليّ باسمه.',
  summariesOff: 'حسنًا، سأكتفي بمقتطفات من نصوص الأخبار كما كتبها ناشروها.',
  buttonSummary: 'ملخص',
  buttonSummaryOf: (number: string) => `ملخص ${number}`,

  ...digests,
  ...reading,

  ...asking,
  ...pleas,
  ...courtesies,
  ...deliveries,

  whichStory: 'أيّ خبر تقصد؟ اكتب رقمه بعد الأمر، أو ردّ على رسالته.',
  noListYet: 'لم أعرض عليك أخبارًا بعد. ابدأ بآخر الأخبار، ثم اذكر رقم الخبر.',
  noSuchNumber: (asked: string, first: string, last: string) =>
    first === last
      ? `ليس في آخر قائمة خبر رقمه ${isolate(asked)}؛ فيها الخبر ${first} وحده.`
      : `ليس في آخر قائمة خبر رقمه ${isolate(asked)}؛ أرقامها من ${first} إلى ${last}.`,
  numberWanted: 'اكتب رقم الخبر كما في القائمة، مثل: 2.',
  storyGone: 'لم يعد هذا الخبر محفوظًا لديّ.',
  cutNote: 'وصل النص من مصدره مبتورًا، فحذفتُ جملته الأخيرة.',

  helpTitle: 'ما الذي أستطيعه؟',
  helpNews: 'الأخبار',
  helpDigests: 'الموجز والتنبيهات',
  helpChat: 'هذه المحادثة',
  helpOperators: 'لمشغّلي موجز',
  helpNumbers:
    'الأرقام في القوائم تعني ما تقول: اكتب مثلًا «صلة 2» لترى ما يتصل بالخبر الثاني، أو ردّ على رسالة الخبر نفسها.',
  helpWords: 'وفي المحادثة الخاصة تُغنيك الكلمات العربية عن الأوامر.',

  languageTitle: 'اللغة',
  languageNow: (name: string) => `أكلّمك الآن ب${name}. اختر لغتك:`,
  languageChosen: 'حسنًا، سأكلّمك بالعربية.',
  languageUnknown: (words: string, spoken: string) => `لا أتكلّم «${isolate(words)}» بعد. أتكلّم ${spoken}:`,

  topicsTitle: 'الموضوعات',
  topicsAll: 'تصلك الآن الموضوعات كلّها. اختر ما يهمّك منها:',
  topicsSome: (topics: string) => `اخترت: ${topics}. بدّل ما شئت:`,
  topicsEvery: 'كلّ الموضوعات',

  ...sources,
  ...subscribing,
  ...settings,

  privacyTitle: 'خصوصيتك',
  privacyText: [
    'أحفظ عن هذه المحادثة رقمها في تيليغرام، وما اخترته فيها من لغة وتوقيت وموضوعات وسائر الإعدادات، وأرقام الأخبار التي عرضتُها لثلاثين يومًا، كي تدلّ «2» على الخبر الثاني.',
    'إن اشتركتَ في موجز حفظتُ مواعيده وموضوعاته، ورقم من طلبه في تيليغرام، وما أرسلتُه فيه كي لا يتكرّر. ومن متابعاتك أحفظ كلماتها، أو عنوان الخبر الذي تتابعه، حتى تلغيها أو تنتهي.',
    'لا أحفظ اسمك ولا رقم هاتفك ولا موقعك، ولا ما تكتبه لي بعد أن أجيب عنه، ولا أُطلع أحدًا على شيء من ذلك.',
    'إن حُظرتُ في هذه المحادثة أو أُخرجتُ منها أو حُذفت محوتُ ما أحفظه عنها بعد ثلاثين يومًا، فإن عدنا قبلها عادت الإعدادات كما كانت.',
    'لمحو كلّ ما أحفظه عن هذه المحادثة اضغط الزرّ، أو أرسل:',
  ],
  forgetButton: 'امحُ كلّ شيء',
  forgetAsk:
    'سأمحو كلّ ما أحفظه عن هذه المحادثة: الاشتراكات والمتابعات والإعدادات والقوائم، فلن يصلك موجز بعد ذلك. وما طلبتَه لقناة أو مجموعة يبقى لها بلا ذكر لك. أأمحوه؟',
  forgotten: 'مُحي كلّ ما كنت أحفظه عن هذه المحادثة.',

  unknownCommand: (name: string) => `لا أعرف الأمر ${isolate(name)}.`,
  didYouMean: (name: string) => `لعلّك تقصد ${isolate(name)}؟`,
  plainText: 'لم أفهم ما تريد. هذا بعض ما أستطيعه:',
  onlyAdministrators: 'تغيير إعدادات هذه المجموعة لمشرفيها وحدهم.',
  mishap: 'حدث خلل عندي ولم أُتمّ طلبك. أعد المحاولة بعد قليل.',

  buttonLatest: 'آخر الأخبار',
  buttonSearchFor: (words: string) => `ابحث عن «${words}»`,
  buttonTopics: 'الموضوعات',
  buttonHelp: 'مساعدة',
  buttonMore: 'المزيد ◂',
  buttonBefore: '▸ السابق',
  buttonOlder: 'الأقدم ◂',
  buttonNewer: '▸ الأحدث',
  buttonRelated: 'أخبار ذات صلة',
  buttonRelatedTo: (number: string) => `صلة ${number}`,
  buttonRead: 'اقرأ في المصدر',
  buttonBack: 'رجوع',
};
