import { isolate } from '../../text/bidi.ts';
import { arabicCount } from '../plural.ts';

/** What is told to those who look after a digest, and to operators, about messages that go out. */
export const deliveries = {
  /** Where a digest goes, as the owner of it knows it. */
  digestOfChannel: (times: string) => `موجز القناة الذي موعده ${isolate(times)}`,
  digestOfGroup: (times: string) => `موجز المجموعة الذي موعده ${isolate(times)}`,
  /** For operators, who know the place by its number in Telegram. */
  digestOfPlace: (digest: string, id: string) => `${digest} (رقمها ${isolate(id)})`,
  noticeRights: (digest: string) =>
    `تعذّر عليّ نشر ${digest}: لم تعد لي صلاحية الكتابة هناك. أعدها إليّ وسأستأنف من تلقاء نفسي.`,
  noticeGone: (digest: string) =>
    `توقّف ${digest}: لم يعد في وسعي الوصول إلى المكان الذي يُرسَل إليه. أضفني إليه من جديد ليعود الموجز.`,
  noticeTopicClosed: (digest: string) =>
    `توقّف ${digest}: أُغلق موضوع المجموعة الذي يُرسَل إليه. سيعود حين يُفتح من جديد.`,
  noticeTopicGone: (digest: string) =>
    `توقّف ${digest}: حُذف موضوع المجموعة الذي يُرسَل إليه. أستطيع إرساله إلى الموضوع العامّ إن شئت.`,
  buttonToGeneral: 'أرسله إلى الموضوع العامّ',
  movedToGeneral: 'حسنًا، سأرسل هذا الموجز إلى الموضوع العامّ من الآن.',
  movedToGeneralNot: 'لم أجد موجزًا متوقّفًا لك يمكن نقله إلى الموضوع العامّ.',

  statsTitle: 'حال موجز',
  statsKept: (articles: string, stories: string, sources: string) =>
    `المحفوظ: ${articles}، ${stories}، ${sources}`,
  statsOutbox: 'الرسائل',
  statsPending: 'تنتظر',
  statsSending: 'تُرسَل الآن',
  statsUncertain: 'يُشكّ في وصولها',
  statsSent: 'وصلت',
  statsFailed: 'تعذّر إرسالها',
  statsExpired: 'فات أوانها',
  statsCancelled: 'أُلغيت',
  statsEmpty: 'لم تُكتب رسالة بعد.',
  statsOldest: (age: string) => `أقدم ما ينتظر دوره: ${age}`,
  statsFailures: 'أسباب ما تعذّر',
  statsChats: (paused: string, gone: string) =>
    `محادثات لا يُكتب إليها: ${isolate(paused)} إلى حين، ${isolate(gone)} نهائيًّا`,
  statsTokens: (spent: string, cap: string) => `رموز النموذج اليوم: ${isolate(spent)} من ${isolate(cap)}`,
  statsSummaries: (generated: string, extracts: string, refused: string) =>
    `الملخّصات منذ بدء التشغيل: ${isolate(generated)} آليّة، ${isolate(extracts)} مقتطفة، ${isolate(refused)} ردّها الفحص`,

  chartTitle: 'موجز في ثلاثين يومًا',
  chartSubtitle: 'عمود لكلّ يوم',
  chartToday: 'اليوم حتى الآن',
  chartGap: 'أيام لا سجلّ لها',
  chartArticles: 'المقالات',
  chartStories: 'الأخبار',
  chartMessages: 'رسائل وصلت',
  chartReaders: 'قرّاء وصلتهم',
  chartPeak: (count: string) => `الذروة ${count}`,

  chatCount: (count: number, written: string) =>
    arabicCount(count, written, {
      zero: 'لا محادثات',
      one: 'محادثة واحدة',
      two: 'محادثتان',
      few: '# محادثات',
      many: '# محادثةً',
      other: '# محادثة',
    }),
  broadcastHow: 'اكتب ما تريد إبلاغه بعد الأمر. سأريك معاينة قبل أن أرسل شيئًا.',
  broadcastNobody: 'لا محادثة أعرفها بعد يمكن أن أرسل إليها.',
  broadcastPreview: (chats: string) => `هذه معاينة. العدد الذي ستُرسَل إليه: ${chats}، من غير القنوات.`,
  buttonBroadcastSend: 'أرسلها الآن',
  buttonBroadcastDrop: 'لا ترسلها',
  buttonBroadcastStop: 'أوقف الإرسال',
  broadcastDropped: 'حسنًا، لم أرسل شيئًا.',
  broadcastGone: 'انقضى وقت هذه المعاينة. أعد كتابة الرسالة.',
  broadcastProgress: (done: string, total: string) => `جارٍ الإرسال: ${isolate(done)} من ${isolate(total)}`,
  broadcastDone: (sent: string, total: string) =>
    `انتهى الإرسال: وصلت إلى ${isolate(sent)} من ${isolate(total)}`,
  broadcastStopped: (sent: string, total: string) =>
    `أوقفتُ الإرسال: وصلت إلى ${isolate(sent)} من ${isolate(total)}`,
};
