import { isolate } from '../../text/bidi.ts';

/** What is told to those who look after a digest, and to operators, about messages that go out. */
export const deliveries = {
  /** Where a digest goes, as the owner of it knows it. */
  digestOfChannel: (times: string) => `موجز القناة الذي موعده ${isolate(times)}`,
  digestOfGroup: (times: string) => `موجز المجموعة الذي موعده ${isolate(times)}`,
  noticeRights: (digest: string) =>
    `تعذّر عليّ نشر ${digest}: لم تعد لي صلاحية الكتابة هناك. أعدها إليّ وسأستأنف من تلقاء نفسي.`,
  noticeGone: (digest: string) =>
    `توقّف ${digest}: لم يعد في وسعي الوصول إلى المكان الذي يُرسَل إليه. أضفني إليه من جديد ليعود الموجز.`,
  noticeTopicClosed: (digest: string) =>
    `توقّف ${digest}: أُغلق الموضوع الذي يُرسَل إليه. سيعود حين يُفتح الموضوع من جديد.`,
  noticeTopicGone: (digest: string) =>
    `توقّف ${digest}: حُذف الموضوع الذي يُرسَل إليه. أستطيع إرساله إلى الموضوع العامّ إن شئت.`,
  buttonToGeneral: 'أرسله إلى الموضوع العامّ',
  movedToGeneral: 'حسنًا، سأرسل هذا الموجز إلى الموضوع العامّ من الآن.',
  movedToGeneralNot: 'لم أجد موجزًا متوقّفًا لك يمكن نقله إلى الموضوع العامّ.',
};
