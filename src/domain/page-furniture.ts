/** Longest sentence that can be furniture, in UTF-16 units. */
const LONGEST = 240;

const FURNITURE: readonly RegExp[] = [
  /^(?:[إاٱ]قر[أا]\s+(?:أيض[اً]+|المزيد|كذلك)|شاهد(?:وا)?\s+(?:أيض[اً]+|الفيديو|بالفيديو)|طالع\s+أيض|قد\s+يهمك|مواضيع\s+ذات\s+صلة|أخبار\s+ذات\s+صلة|للمزيد(?!\s+من\s+(?!(?:ال)?(?:أخبار|تفاصيل|معلومات|مقالات|صور)))|لقراءة\s+المزيد|المزيد\s*[:.…]|التفاصيل\s+في)/u,
  /^(?:المصدر|المصادر|وكالات|تصوير|الصور[ةه]?|صورة|كتب|إعداد|ترجمة|تحرير|تاريخ\s+النشر|آخر\s+تحديث|وقت\s+القراءة)\s*[:：|]/u,
  /^(?:تابع(?:وا|ونا|نا)|اشترك(?:وا)?\s+في|انضم(?:وا)?\s+إلى|حمّ?ل(?:وا)?\s+(?:ال)?تطبيق|اضغط(?:وا)?\s+هنا|شارك(?:وا)?\s+(?:هذا|الخبر|المقال)|سجّ?ل(?:وا)?\s+في\s+(?:نشر|خدم))/u,
  /(?:جميع\s+الحقوق\s+محفوظة|حقوق\s+النشر\s+محفوظة)/u,
  /^(?:read\s+(?:more|also|next|the\s+full)|see\s+also|also\s+read|related\s*:|watch\s*:|listen\s*:|more\s+on\s+this|continue\s+reading|click\s+here|share\s+this|sign\s+up|subscribe\b|join\s+our|download\s+(?:the|our)\s+app|get\s+our|advertisement\b|enter\s+your\s+email)/i,
  /^(?:source|sources|photo|photos|image|picture|video|credit|caption|by|updated|published|last\s+updated|reading\s+time)\s*[:|]/i,
  // Letters in their own case: news is also of writing by hand, and of whoever follows US ships.
  /^(?:[Ff]ollow\s+us|FOLLOW\s+US)\b/,
  /^\(?(?:(?:[Aa]dditional\s+)?[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Cc]ompiled)\s+by\s+\p{Lu}/u,
  /^\(?(?:(?:ADDITIONAL\s+)?REPORTING|WRITING|EDITING|EDITED|COMPILED)\s+BY\b/,
  /(?:all\s+rights\s+reserved|©|this\s+(?:story|article)\s+(?:was\s+)?(?:first|originally)\s+(?:appeared|published)|the\s+post\s+.{1,160}\s+appeared\s+first\s+on)/i,
];

/** `القاهرة (رويترز) - `, `LONDON (Reuters) — `, `CAIRO — `: where and for whom it was written, which is no part of the sentence. */
const DATELINES: readonly RegExp[] = [
  /^\p{Script=Arabic}[\p{Script=Arabic}\s،/]{1,40}\([^()\d]{2,40}\)\s*[-–—:]\s+/u,
  /^\p{Lu}[\p{L} ,.'’-]{1,40}\([^()\d]{2,40}\)\s*[-–—]\s+/u,
  /^\p{Lu}{2}[\p{Lu} ,.'’-]{1,40}\s[-–—]\s+/u,
];

/** Whether a sentence belongs to the page and not to the article: read also, follow us, photo credits, rights. */
export function isPageFurniture(sentence: string): boolean {
  return sentence.length <= LONGEST && FURNITURE.some((pattern) => pattern.test(sentence));
}

/** A first sentence without its dateline. */
export function withoutDateline(sentence: string): string {
  return DATELINES.reduce((rest, pattern) => rest.replace(pattern, ''), sentence);
}
