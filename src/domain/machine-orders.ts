import { normalize } from '../text/normalize.ts';
import { outsideMark } from './gate/outside-marks.ts';

/**
 * What is said to a program that reads, and not to a person: the templates of injections seen in the wild, in both languages,
 * on normalised text. A sentence of real news that speaks so is left out of summaries too: the reader loses a sentence.
 */
const ENGLISH_ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|skip|discard|do not follow|don't follow|stop following)\b.{0,60}\b(?:instruction|prompt|rule|direction|command|guideline|context|above|previous|prior|earlier|everything|system|text before|task)/,
  /\b(?:new|updated|revised|real|actual|hidden|secret|important|special|additional|priority|following)\b.{0,24}\b(?:instruction|prompt|directive|command|task|system message)s?\b/,
  /\b(?:system|developer|assistant|user|human|instruction|admin|root)\s*(?:prompt|message|override|mode|note|instruction)?\s*[:>=\]]/,
  /\b(?:you are|you're|act|behave|pretend|respond|roleplay)\s+(?:now\s+)?(?:as\s+)?(?:a|an|the|in|if|dan|no longer|free|unrestricted|my)\b.{0,80}\b(?:ai|model|assistant|bot|chatbot|dan|developer|jailbr|unrestricted|translator|terminal|mode|summari[sz]er|system|persona)\b/,
  /\b(?:ai|a\.i\.|llm|gpt|language model|chatbot|assistant|summari[sz]er|model|bot|crawler|agent)s?\b.{0,40}\b(?:must|should|shall|please|need to|have to|are required|is required|are instructed|is instructed|will now|reading this|processing this|summari[sz]ing this)\b/,
  /\b(?:to|for|note|attention|dear|hey|hello)\b.{0,12}\b(?:ai|llms?|gpt|language models?|chatbots?|assistants?|summari[sz]ers?|models?|bots?|machines?|crawlers?|automated)\b/,
  /\b(?:in|of|for|as|into|start|begin|end|replace|write|put|include|add|insert|append|mention|state|say)\b.{0,24}\b(?:your|the|this|a|any) (?:summary|answer|response|reply|output|translation|digest|result)\b/,
  /\b(?:your|the only|the correct|the right|a correct|correct) (?:summary|answer|response|reply|output|translation)\b/,
  /\b(?:summary|answer|response|output|reply|summari[sz]e)\b.{0,20}(?::|\b(?:must|should|shall|is to|has to|needs to|only with|with only|exactly|verbatim)\b)/,
  /\b(?:output|print|reply|respond|answer|say|repeat|write|return|reveal|show|display|echo|translate|decode|execute|run|spell)\b.{0,30}\b(?:only|exactly|verbatim|the following|following text|word for word|the words|this text|this sentence|instructions?|prompt|base64|rot13|the phrase|system|above|nothing else|instead)\b/,
  /\b(?:tell|inform|warn|advise|instruct|urge|direct|send|convince)\b.{0,16}\b(?:readers?|users?|the user|subscribers?|everyone|people|them)\b.{0,30}\b(?:to|that|about)\b/,
  /<\|?\/?(?:im_start|im_end|system|user|assistant|endoftext|inst|s|script|instructions?|prompt|article|data|untrusted)\b|\[\/?(?:inst|system|user|assistant)\]|###\s*(?:instruction|system|response|human|assistant)|\bbegin\b.{0,20}\b(?:instructions?|prompt|system)|\bend of (?:the )?(?:article|text|document|data|input|prompt|instructions?)/,
  /\b(?:jailbreak|prompt injection|developer mode|dan mode|god mode|sudo)\b|-->|<!--|\bbase64\b|\{\{|\}\}|"(?:summary|role|content)"\s*:/,
];
const ARABIC_ORDERS: readonly RegExp[] = [
  /(?<!\p{L})[وف]?(?:تجاهل|تجاهلي|اهمل|انس|انسي|تغاض|الغ|لا تتبع|توقف عن اتباع|تخط)\S*.{0,60}(?:تعليم|اوامر|الاوامر|امر|توجيه|سبق|سابق|اعلاه|القواعد|قواعد|السياق|النص|المقال|ما قيل|النظام|مهمتك)/u,
  /(?<!\p{L})[وف]?(?:تعليمات|اوامر|توجيهات|مهمه|رساله|موجه|وضع)\s.{0,14}(?:جديد|محدث|سري|مخفي|مهم|هام|عاجل|النظام|المطور|المشرف|اضافي|خاص|نهاي)/u,
  /(?<!\p{L})[وف]?(?:النظام|نظام|المساعد|المستخدم|المطور|تعليمات|اوامر|مطلوب من النموذج)\s*[:>\]]/u,
  /(?<!\p{L})[وف]?(?:انت|كنت|اصبحت|تصرف|تظاهر|اعتبر نفسك|العب دور|تقمص)\S*\s.{0,30}(?:الان|مساعد|نموذج|روبوت|بوت|برنامج تلخيص|مترجم|نظام|مطور|بلا قيود|ذكاء)/u,
  /(?<!\p{L})[وف]?(?:نموذج|النموذج|نماذج|النماذج|المساعد|مساعد|الذكاء الاصطناعي|البوت|بوت|الملخص الالي|برامج التلخيص|برنامج التلخيص|الروبوت|الاله|المولد)\S*\s.{0,40}(?:يجب|عليك|اكتب|لخص|قل|اضف|اذكر|ينبغي|مطلوب|الرجاء|يرجى|يرجي|تقرا هذا|يقرا هذا|المكلف|الذي)/u,
  /(?<!\p{L})[وف]?(?:ايها|ايتها|يا|الي|ملاحظه ل|تنبيه ل|عزيزي)\s*(?:ال)?(?:نموذج|نماذج|مساعد|بوت|روبوت|ذكاء|ملخص|برنامج|برامج|اله)/u,
  /(?<!\p{L})[وف]?(?:اكتب|اضف|ضع|ادرج|اذكر|قل|ابدا|اختم|ضمن|استبدل|اجعل|انشر)\S*\s.{0,30}(?:في|من|ب|علي|نهايه|بدايه)?\s?(?:الملخص|ملخصك|الخلاصه|خلاصتك|جوابك|الجواب|ردك|الرد|اجابتك|الاجابه|الموجز|المخرجات|الناتج|ترجمتك)/u,
  /(?<!\p{L})[وف]?(?:الملخص|ملخصك|الخلاصه|جوابك|ردك|اجابتك|الجواب|الاجابه)\s.{0,16}(?:الصحيح|الوحيد|المطلوب|هو|هي|يجب|ينبغي|فقط)|(?<!\p{L})[وف]?(?:الملخص|ملخص|الخلاصه|الجواب|الرد)\s*:/u,
  /(?<!\p{L})[وف]?(?:كرر|ردد|اطبع|اعرض|اكشف|اظهر|ترجم|فك|نفذ|اكتب|اكتف|اجب|رد|قل)\S*\s.{0,30}(?:حرفيا|كما هو|كما هي|كلمه بكلمه|فقط|لا غير|العباره|الجمله|النص التالي|ما يلي|التالي|التعليمات|موجه|الموجه|الاوامر|اعلاه|شيفره|بيس)/u,
  /(?<!\p{L})[وف]?(?:اخبر|ابلغ|حذر|انصح|ادع|اطلب من|وجه|اقنع)\S*\s?(?:ال)?(?:قراء|القارئ|قارئ|مستخدم|المستخدم|مشترك|المشترك|الجميع|الناس|متابع|المتابع)/u,
  /(?<!\p{L})[وف]?(?:نهايه|انتهي|انتهت)\s(?:المقال|النص|الخبر|البيانات|التعليمات|المدخل)(?!\p{L})|(?<!\p{L})[وف]?(?:بدايه|ابدا)\s(?:تعليمات|التعليمات|النظام)|(?<!\p{L})[وف]?كسر الحمايه|(?<!\p{L})[وف]?حقن الاوامر/u,
];
const LATIN = /[a-z<{#-]/;
const ARABIC = /\p{Script=Arabic}/u;
/** Letters spelled apart, which no news does: I g n o r e. */
const SPELLED_APART = /(?<!\p{L})(?:\p{L}[\s.\-_*]){6,}\p{L}(?!\p{L})/u;

/** Whether a sentence gives orders to a program, or carries links, addresses and handles, coded text or markup. */
export function isMachineOrder(sentence: string): boolean {
  const plain = normalize(sentence).replace(/[’‘]/g, "'");
  if (LATIN.test(plain) && ENGLISH_ORDERS.some((pattern) => pattern.test(plain))) return true;
  if (ARABIC.test(plain) && ARABIC_ORDERS.some((pattern) => pattern.test(plain))) return true;
  return SPELLED_APART.test(plain);
}

/** Whether a sentence may stand in a text that the house shows or hands to a model. */
export function isFit(sentence: string): boolean {
  return !isMachineOrder(sentence) && !outsideMark(sentence);
}
