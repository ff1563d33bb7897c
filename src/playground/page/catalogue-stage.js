/** Words of the tour, of the playground's clock, and of the way to Telegram. */

export const ar = {
  clock: 'ساعة الساحة',
  clockIsReal: 'الساعة هنا ساعة جهازك.',
  clockIsMoved: 'الساعة هنا متقدّمة على ساعة جهازك.',
  clockNext: 'موعد الموجز التالي: {when}',
  clockNoNext: 'لا اشتراك بعد، فلا موجز ينتظر موعده. أرسل الأمر ⁦/subscribe⁩ أولًا.',
  clockToNext: 'الموجز التالي الآن',
  clockToMorning: 'الصباح التالي 08:00',
  clockTwoDays: 'في العيّنة أخبار يومين؛ بعدهما لا يجد الموجز جديدًا.',
  clockBack:
    'الوقت لا يعود إلى الوراء: ما أُرسل قد أُرسل. للعودة إلى الآن أوقف الساحة وشغّلها من جديد، فتبدأ بساعة جهازك، ويُنسى ما جرى بعد التقديم ومعه الاشتراكات.',
  clockMoved: 'صارت الساعة هنا: {when}',
  close: 'إغلاق',
  tour: 'جولة في ثلاث خطوات',
  tourStep: 'الخطوة {n} من 3',
  tourAsk: 'اسأل عن أبرز العناوين، كما يفعل أي قارئ.',
  tourAskDo: 'اطلب العناوين',
  tourSubscribe: 'اشترك في موجز الثامنة صباحًا، لقناتك أو لمحادثتك.',
  tourSubscribeChannel: 'للقناة',
  tourSubscribeHere: 'للمحادثة',
  tourMorning: 'قدّم الساعة إلى الصباح التالي، واقرأ موجزك.',
  tourMorningDo: 'إلى صباح الغد',
  tourEnd: 'هذا موجز صباحك. أتريده في تيليغرام؟',
  tourEndStep: 'تمّت الجولة',
  tourClose: 'إخفاء الجولة',
  tourShow: 'الجولة',
  telegram: 'انقله إلى تيليغرام',
  telegramNew: 'افتح {botfather} في تيليغرام، وأرسل إليه {newbot}.',
  telegramName:
    'سمِّ بوتك، واختر له اسم مستخدم ينتهي بكلمة {bot}. سيعطيك رمزًا سرّيًا: انسخه، ولا تُطلع عليه أحدًا.',
  telegramInline:
    'أرسل إليه {setinline} واختر بوتك واكتب له «كلمات البحث»، فتصير أخباره في متناولك في أي محادثة.',
  telegramRun: 'أوقف هذه الساحة، وشغّل البوت بالرمز: {command}',
  telegramUse: 'أرسل إلى بوتك {start}. ولقناتك: اجعله مشرفًا يحقّ له النشر، وانشر فيها {subscribe}.',
  telegramCopy: 'انسخ الأمر',
};

/** @type {typeof ar} */
export const en = {
  clock: 'Playground clock',
  clockIsReal: 'The time here is your device’s own.',
  clockIsMoved: 'The time here is ahead of your device’s.',
  clockNext: 'Next briefing: {when}',
  clockNoNext: 'Nobody has subscribed yet, so no briefing is due. Send /subscribe first.',
  clockToNext: 'Next briefing now',
  clockToMorning: 'Next morning 08:00',
  clockTwoDays: 'The sample holds two days of news; after them a briefing finds nothing new.',
  clockBack:
    'Time does not go back: what was sent is sent. To return to now, stop the playground and start it again. It then takes your device’s time, and forgets what happened after the move, subscriptions included.',
  clockMoved: 'The time here is now {when}',
  close: 'Close',
  tour: 'A tour in three steps',
  tourStep: 'Step {n} of 3',
  tourAsk: 'Ask for the headlines, as any reader would.',
  tourAskDo: 'Ask for headlines',
  tourSubscribe: 'Subscribe to the eight o’clock briefing, for your channel or yourself.',
  tourSubscribeChannel: 'For the channel',
  tourSubscribeHere: 'For my chat',
  tourMorning: 'Move the clock to the next morning, and read your briefing.',
  tourMorningDo: 'To the morning',
  tourEnd: 'That is your morning briefing. Would you like it in Telegram?',
  tourEndStep: 'Tour done',
  tourClose: 'Hide the tour',
  tourShow: 'Tour',
  telegram: 'Take it to Telegram',
  telegramNew: 'Open {botfather} in Telegram and send it {newbot}.',
  telegramName:
    'Name your bot, and choose a username for it that ends in {bot}. You are given a secret token: copy it, and show it to nobody.',
  telegramInline:
    'Send it {setinline} too, choose your bot and write “words to look for”: its stories are then at hand in any chat.',
  telegramRun: 'Stop this playground and run the bot with the token: {command}',
  telegramUse:
    'Send {start} to your bot. For your channel: make it an administrator who may post, and post {subscribe} there.',
  telegramCopy: 'Copy the command',
};
