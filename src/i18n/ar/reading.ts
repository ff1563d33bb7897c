import { isolate } from '../../text/bidi.ts';

/** A story by itself, shared and followed; what is offered in other chats. */
export const reading = {
  sourcesIn: (language: string) => `مصادر ب${language}`,
  buttonFollowStory: 'تابع هذا الخبر',
  buttonShare: 'شارك',
  buttonCopyLink: 'انسخ الرابط',
  buttonOpenHere: 'افتح في موجز',

  showPictures: 'صور مع الأخبار المفردة',
  showCover: 'بطاقة غلاف قبل كلّ موجز',

  followedStory:
    'حسنًا، سأنبّهك كلّما جدّ في هذا الخبر جديد. وتنتهي المتابعة تلقائيًّا متى مضت ثلاثة أيام لم ينشر فيها مصدر عنه شيئًا.',
  followedStoryAlready: 'أنت تتابع هذا الخبر من قبل.',
  followKindStory: 'خبر',
  developmentTitle: 'جديد في خبر تتابعه',
  developmentOf: (title: string) => `الخبر: ${title}`,
  unfollowedBefore: 'ليس هذا الخبر من متابعاتك.',
  buttonUnfollowStory: 'ألغِ متابعته',

  inlineNone: (words: string) => `لا خبر عن «${isolate(words)}». افتح موجز`,
  inlineNothingToFind: 'لا كلمة هنا أبحث عنها. افتح موجز',
  inlineGone: 'لم يعد هذا الخبر محفوظًا. افتح موجز',
  inlineNoStories: 'لا أخبار بعد. افتح موجز',
};
