import { labelPattern } from './labels.ts';

/** Longest line that can be a publisher's furniture, in characters. */
const LONGEST = 200;

const FURNITURE = [
  labelPattern(
    [
      'اقرا ايضا',
      'اقرا المزيد',
      'اقرا كذلك',
      'شاهد ايضا',
      'طالع ايضا',
      'قد يهمك',
      'قد يهمك ايضا',
      'اخبار ذات صلة',
      'مواضيع ذات صلة',
      'المصدر',
      'المصادر',
      'read also',
      'also read',
      'read more',
      'see also',
      'related',
      'source',
      'sources',
      'continue reading',
      'اكمل القراءة',
      'للمزيد',
    ],
    'needed',
  ),
  labelPattern(
    [
      'تابعنا على',
      'تابعونا على',
      'تابعونا عبر',
      'تابع اخر الاخبار',
      'اشترك في',
      'اشتركوا في',
      'للاشتراك في',
      'انضم الى قناتنا',
      'حمل تطبيق',
      'حملوا تطبيق',
      'للمزيد من',
      'لمزيد من الاخبار',
      'لقراءة المزيد',
      'اضغط هنا',
      'follow us on',
      'follow us',
      'subscribe to',
      'sign up for',
      'sign up to',
      'join our',
      'click here',
      'download our',
      'download the app',
    ],
    'optional',
  ),
  /^the post .{1,160} (?:appeared first|first appeared) on .{1,80}$/i,
  /^(?:continue reading|read more|read the full (?:story|article)|اقر[أا] المزيد|المزيد)(?:[\s.…]*|.{0,100}[→»›])$/i,
];

/** Whether a line is a publisher's furniture (read also, follow us, a source label) and no part of the article. */
export function isBoilerplate(line: string): boolean {
  return line.length <= LONGEST && FURNITURE.some((pattern) => pattern.test(line));
}
