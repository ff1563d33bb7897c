import { isolate } from '../../text/bidi.ts';
import { arabicCount } from '../plural.ts';

/** Digests: asking for them, stopping them, for whom and at which hour. */
export const subscribing = {
  digestCount: (count: number, written: string) =>
    arabicCount(count, written, {
      zero: 'لا اشتراكات',
      one: 'اشتراك واحد',
      two: 'اشتراكان',
      few: '# اشتراكات',
      many: '# اشتراكًا',
      other: '# اشتراك',
    }),
  allOfThem: 'كلّها',
  digestTitle: 'الموجز اليومي',
  everyDay: 'كلّ يوم',
  today: 'اليوم',
  tomorrow: 'غدًا',
  atHours: (days: string, hours: string, zone: string) => `${days}، الساعة ${hours} بتوقيت ${zone}`,
  dayAndHour: (day: string, hour: string) => `${day}، الساعة ${hour}`,

  subscribedHere: 'اشتركتَ في الموجز اليومي',
  subscribedGroup: 'سيصل الموجز اليومي إلى هذه المجموعة',
  subscribedTopic: 'سيصل الموجز اليومي إلى هذا الموضوع من مواضيع المجموعة',
  subscribedThisChannel: 'سيصل الموجز اليومي إلى هذه القناة',
  subscribedChannel: (name: string) => `سيصل الموجز اليومي إلى قناة «${isolate(name)}»`,
  subscriptionChanged: 'غيّرتُ موعد الموجز',
  subscriptionSame: 'الموجز قائم كما هو',
  subscriptionHours: (when: string) => `الموعد: ${when}`,
  subscriptionTopics: (topics: string) => `الموضوعات: ${topics}`,
  subscriptionSize: (stories: string) => `الحجم: حتى ${stories}`,
  subscriptionNext: (when: string) => `الموجز القادم: ${when}`,
  restBlocked: 'الموجز متوقّف الآن: أنا محظور في هذه المحادثة. ارفع الحظر عنّي ليعود.',
  restKicked: 'الموجز متوقّف الآن: أُخرجتُ من المكان الذي يُرسَل إليه. أضفني إليه من جديد ليعود.',
  restRights: 'الموجز متوقّف الآن: ليس لي حقّ الكتابة حيث يُرسَل. أعده إليّ وسأستأنف من تلقاء نفسي.',
  restTopicClosed: 'الموجز متوقّف الآن: أُغلق موضوع المجموعة الذي يُرسَل إليه. سيعود حين يُفتح من جديد.',
  restTopicGone: 'الموجز متوقّف الآن: حُذف موضوع المجموعة الذي يُرسَل إليه. اطلبه من جديد حيث تريد.',
  restGone: 'الموجز متوقّف الآن: لم أعد أجد المحادثة التي يُرسَل إليها. أضفني إليها من جديد ليعود.',
  restOther: 'الموجز متوقّف الآن. اطلبه من جديد ليعود.',
  usualHourNote: (hour: string) => `لم تذكر ساعة فاخترتُ ${hour}. غيّرها من الأزرار متى شئت.`,
  noZoneNote: (zone: string) =>
    `لم تُختر منطقة زمنية بعد، فأنا أحسب بتوقيت ${zone}. اختر مدينتك كي يصل الموجز في ساعتك أنت.`,
  subscriptionsFull: (most: string) =>
    `بلغت هذه المحادثة أقصى ما أتيحه: ${most}. أوقف أحدها قبل أن تضيف غيره؛ لم أغيّر شيئًا.`,
  subscriptionTaken: 'يوجد هنا موجز آخر بالموضوعات نفسها. لم أغيّر شيئًا.',
  subscriptionGone: 'لم يعد هذا الموجز قائمًا.',

  hourInvalid: (what: string) =>
    `«${isolate(what)}» ليست ساعة أفهمها. اكتب الساعة من 00:00 إلى 23:59، مثل: 08:30 أو ٨:٣٠ أو الثامنة مساءً. لم أغيّر شيئًا.`,
  hourAmbiguous: (what: string) => `«${isolate(what)}» قد تعني ساعتين. أيّتهما تقصد؟`,
  hoursTooMany: (count: string, most: string) =>
    `ذكرتَ من الساعات ${count}، وأقصى ما يحمله الموجز الواحد في اليوم ${most}. لم أغيّر شيئًا.`,

  unsubscribedHere: 'أوقفتُ الموجز اليومي، فلن يصلك بعد الآن.',
  unsubscribedPlace: (name: string) => `أوقفتُ الموجز اليومي في ${name}.`,
  unsubscribedAll: (count: string) => `أوقفتُها كلّها: ${count}.`,
  unsubscribeWhich: 'أيّ موجز أوقف؟',
  unsubscribeNone: 'لا اشتراك في موجز هنا.',
  buttonSubscribeAgain: 'أعد الاشتراك',
  buttonDigestNow: 'اعرضه الآن',
  buttonSubscribe: 'اشترك في الموجز اليومي',
  buttonSubscribeAt: (hour: string) => `موجز ${hour}`,

  thisChannel: 'هذه القناة',
  thisGroup: 'هذه المجموعة',
  thisTopic: 'هذا الموضوع من مواضيع المجموعة',
  channelNamed: (name: string) => `قناة «${isolate(name)}»`,
  buttonForChannel: 'موجز لقناتي',
  buttonPickChannel: 'اختر قناة',
  channelPick:
    'اضغط الزرّ أسفل الشاشة واختر القناة. تظهر لك القنوات التي تملك حقّ النشر فيها، وسيُطلب منك منحي حقّ النشر إن لم يكن لي.',
  channelPickPrivate: 'اختيار القناة يكون في محادثتي الخاصة. أو انشر الأمر نفسه في القناة.',
  channelUnknown: (name: string) =>
    `لا أجد قناة «${isolate(name)}»، أو لستُ مشرفًا فيها. تحقّق من الاسم، وأضفني إلى القناة مشرفًا له حقّ النشر، ثم أعد المحاولة. لم أغيّر شيئًا.`,
  channelNotOne: (name: string) =>
    `«${isolate(name)}» ليست قناة. إن كانت مجموعة فاكتب الأمر فيها نفسها. لم أغيّر شيئًا.`,
  channelBotAbsent: (name: string) =>
    `لستُ مشرفًا في «${isolate(name)}». أضفني إليها مشرفًا له حقّ نشر الرسائل، ثم أعد المحاولة. لم أغيّر شيئًا.`,
  channelBotSilent: (name: string) =>
    `أنا مشرف في «${isolate(name)}» لكن ليس لي حقّ النشر فيها. امنحني حقّ «نشر الرسائل»، ثم أعد المحاولة. لم أغيّر شيئًا.`,
  channelNotAdministrator: (name: string) =>
    `يقول تيليغرام إنك لستَ مشرفًا في «${isolate(name)}»، ولا يضبط القناة غير مشرفيها. لم أغيّر شيئًا.`,
  channelMayNotPost: (name: string) =>
    `أنت مشرف في «${isolate(name)}» لكن ليس لك حقّ النشر فيها، ولا يضبط موجزها إلا من له هذا الحقّ. لم أغيّر شيئًا.`,
  channelNoPerson: 'لا أرى من يكتب هنا، فلا أستطيع التحقّق من صفته. افعل ذلك في محادثتي الخاصة.',
  onlyChannelAdministrators: 'تغيير إعدادات هذه القناة لمن له حقّ النشر فيها وحده.',
  forwardedCommand: 'هذه رسالة محوَّلة، وأنا لا أنفّذ إلا ما تكتبه بنفسك.',

  universalTime: 'غرينتش',
  zoneTitle: 'المنطقة الزمنية',
  zoneNow: (zone: string, time: string) => `أحسب الآن بتوقيت ${zone}، والساعة فيه ${time}.`,
  zoneUnset: (zone: string, time: string) =>
    `لم تُختر منطقة زمنية بعد، فأنا أحسب بتوقيت ${zone}، والساعة فيه ${time}.`,
  zoneHow: 'اكتب اسم مدينتك بعد الأمر، أو اختر:',
  zoneChosen: (zone: string, time: string) => `حسنًا: التوقيت الآن توقيت ${zone}، والساعة فيه ${time}.`,
  zoneMoved: 'وانتقلت معه مواعيد الموجز.',
  zoneUnknown: (words: string) => `لا أعرف مكانًا ولا منطقة زمنية باسم «${isolate(words)}». لم أغيّر شيئًا.`,
  zoneNearest: 'لعلّك تقصد:',
  zoneAmbiguous: (words: string) => `«${isolate(words)}» اسم لأكثر من مكان. أيّها تقصد؟`,
  zoneByLocation: 'اضغط الزرّ أسفل الشاشة لترسل موقعك. أعرف منه منطقتك الزمنية، ولا أحفظه.',
  buttonLocation: 'من موقعي',
  buttonSendLocation: 'أرسل موقعي',
  buttonZone: 'المنطقة الزمنية',
  buttonSettings: 'الإعدادات',

  groupGreeting: 'السلام عليكم. أنا موجز: أجمع الأخبار من مصادرها وأضمّ ما يروي الحدث الواحد في خبر واحد.',
  groupGreetingHow: (latest: string, subscribe: string, settings: string) =>
    `لأيّ عضو أن يطلب آخر الأخبار: ${latest}. وللمشرفين وحدهم أن يطلبوا موجزًا يوميًّا للمجموعة أو لأحد مواضيعها: ${subscribe}، وأن يغيّروا الإعدادات: ${settings}.`,
};
