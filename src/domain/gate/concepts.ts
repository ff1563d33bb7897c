import { lightStem } from '../../text/arabic.ts';
import { rootGuesses } from '../../text/arabic-roots.ts';
import { stemEnglish } from '../../text/english.ts';
import { normalize } from '../../text/normalize.ts';
import { FURTHER_MATTERS } from './further-matters.ts';
import { VERB_MATTERS } from './verb-matters.ts';

/**
 * What the news says in several words of either language, one matter on a line: by these a summary is held against sources
 * that put the same otherwise. Coarse on purpose: it tells which statement a sentence speaks of, never whether it is true.
 */
const MATTERS = `
say said tell told announce declare state add explain mention report | قال أضاف أعلن صرح ذكر أوضح أشار أفاد لفت بين
confirm stress insist affirm assert | أكد شدد جزم أصر
expect forecast predict anticipate foresee | توقع رجح ترقب مرتقب متوقع
die died dead death kill killed fatal fatality perish | قتل قتلى وفاة وفيات توفي مات مصرع حتف ضحايا أودى لقي رحل رحيل ميت
hurt injure injured injury wound casualty victim harm harmed unharmed unhurt | أصيب يصب إصابة إصابات جرح جرحى مصاب جروح أذى
alive survive survivor safe safety secure | نجا ناج أحياء سليم سالم سلامة بخير حي آمن أمان
miss missing lost vanish disappear | فقد مفقود اختفى اختفاء
damage | تضرر ضرر أضرار تلف أتلف
prosecutor prosecution | نيابة ادعاء مدع
inform tell notify advance beforehand | أبلغ أخطر مسبقا بلاغ
destroy ruin wreck demolish raze knock crash break broke | دمر تدمير هدم تحطم انهار خراب
collapse fall cave topple | انهار انهيار سقط سقوط
fire blaze burn burned | حريق اندلع احترق نار
flood torrent inundate | سيل سيول فيضان فيضانات غرق
storm typhoon hurricane cyclone wind | عاصفة إعصار رياح
rain snow rainfall snowfall weather | مطر أمطار ثلج ثلوج طقس
earthquake quake tremor | زلزال هزة
hit strike struck reach arrive come came land | ضرب بلغ وصل يصل تصل وصول ضربة حل أتى
stop halt end finish close conclude over suspend | ألغى إلغاء يقف توقف أوقف انتهى نهاية أنهى إنهاء وقف علق تعليق إيقاف اختتم
interrupt disrupt sever cut outage | انقطع انقطاع قطع تعطل تعطيل عطل
begin start launch commence | بدأ بدء انطلق أطلق استهل شرع
open inaugurate | افتتح فتح افتتاح دشن
resume return restore revive restart reinstate back | عاد عودة استأنف أعاد استعاد رجع إعادة
continue remain last stay persist keep kept still maintain | استمر بقي ظل واصل دام استمرار أبقى زال مازال
grow rise rose increase climb gain jump surge raise higher growth | ارتفع زاد نما نمو زيادة صعد ارتفاع رفع قفز
decrease decline drop lower reduce cut trim shrink shrank slow slowed less fewer slide down fall fell fallen | انخفض تراجع هبط خفض انخفاض قل تقلص تباطأ هبوط
change alter modify adjust unchanged amend | غير تغيير تغير تعديل عدل
win won winner victory beat triumph defeat | فاز يفوز فوز انتصر هزم تغلب غلب أحرز نال ظفر بطل
lose lost loss losses concede | خسر خسارة خسائر هزيمة
score goal net scorer | سجل هدف أهداف
play game match fixture round tournament | لعب مباراة لقاء جولة دورة بطولة
final semifinal quarter qualify advance | نهائي نصف ربع تأهل دور
team club squad side | فريق منتخب ناد نادي
player striker goalkeeper captain coach footballer | لاعب مهاجم حارس مدافع قائد مدرب
penalty spot | ترجيح جزاء
sign contract deal agreement accord pact | وقع يوقع عقد اتفاق اتفاقية تعاقد صفقة
agree consent accept approve adopt pass endorse back support favour | وافق قبل أقر موافقة صادق اعتمد أيد تأييد دعم إقرار رحب
reject oppose object dispute | رفض عارض اعترض معارضة رفضا
vote ballot poll election elect | صوت تصويت انتخاب انتخابات اقتراع ناخب
parliament lawmaker deputy mp congress senate assembly council councillor | برلمان مجلس نائب نواب كونغرس
government cabinet administration ministry | حكومة وزارة إدارة سلطات
minister ministerial | وزير وزيرة وزراء
president presidency presidential chairman chair head chief leader director boss | رئيس رئاسة مدير زعيم رئيسة قائد مسؤول
law bill legislation legal act regulation illegal licence license permit | قانون تشريع مشروع ترخيص رخصة لائحة
court judge tribunal judiciary jury justice | محكمة قاض قضاء قاضي محاكم عدالة
convict guilty conviction | أدان إدانة مدان مذنب
acquit clear innocent exonerate | برأ تبرئة براءة بريء
sentence jail prison imprison custody detain arrest | سجن حبس اعتقل أوقف توقيف حكم احتجز
charge accuse accusation allegation indict prosecute blame suspect suspicion | اتهم تهمة اتهام لاحق ملاحقة مشتبه اشتبه حمل
fine penalty penalise | غرامة غرم تغريم
appeal challenge contest | استأنف استئناف طعن
crime theft steal stole rob loot looted bribe fraud corruption murder | جريمة سرق سرقة نهب رشوة فساد احتيال تزوير
investigate investigation inquiry probe examine inspect inspection | تحقيق حقق فحص فحوص تفتيش
pay paid payment payout wage salary fee reward owe unpaid | دفع سدد راتب رواتب أجر أجور رسوم رسم صرف
cost price worth value spend spending expense | كلفة تكلفة سعر أسعار قيمة كلف أنفق إنفاق ثمن
buy bought purchase acquire acquisition bid offer takeover | اشترى شراء استحوذ استحواذ عرض اقتناء
sell sold sale market | باع بيع مبيعات سوق
borrow loan debt credit lend | اقترض اقتراض قرض دين ديون
tax levy duty tariff | ضريبة ضرائب رسوم جباية
budget finance fund funding invest investment subsidy money cash | موازنة ميزانية تمويل مول استثمار مال أموال دعم نقد
profit earn revenue income earnings | ربح أرباح إيرادات دخل
bank banking | بنك مصرف
rate interest | سعر فائدة معدل
inflation | تضخم
share stock equity | سهم أسهم
company firm business corporate operator maker group | شركة مجموعة مؤسسة
factory plant mill | مصنع معمل
work job employ employee employment worker staff labour post hire dismiss | عمل عامل عمال موظف موظفون وظيفة وظائف شغل وظف
strike walkout protest demonstrate demonstration | إضراب احتجاج تظاهر مظاهرة
union guild syndicate | نقابة اتحاد
promise pledge vow commit commitment | وعد تعهد التزم التزام
plan intend intention propose project scheme programme aim | خطة اعتزم عزم نية نوى مشروع برنامج خطط
decide decision rule ruling verdict | قرار قرر حكم
allow permit let authorise enable able | سمح أذن أجاز سماح أتاح تمكن
forbid ban prohibit bar block restrict prevent embargo | منع حظر حجب حرم قيد
demand ask request call seek require need urge | طالب طلب دعا حاجة احتاج ناشد شرط
warn caution alert fear concern worry | حذر تحذير خشي قلق خوف مخاوف نبه
threat danger dangerous hazard risk | خطر تهديد هدد مخاطر
help aid assist assistance relief | ساعد مساعدة معونة إغاثة
rescue save evacuate | أنقذ إنقاذ أجلى أخلى إجلاء
search look find found discover discovery detect locate spot trace | بحث عثر اكتشف وجد يجد تجد رصد اكتشاف
exist existence presence there | وجود وجد يوجد موجود
show display exhibit exhibition stage perform performance premiere | عرض معرض عروض قدم
give gave grant award hand deliver provide supply offer | أعطى منح قدم وفر سلم تسليم توفير
receive get got obtain gain benefit collect | تسلم تلقى حصل نال استفاد حصول
take took seize withdraw pull | أخذ سحب انسحب انسحاب
send sent dispatch ship transfer move moved transport carry | أرسل نقل حمل شحن إرسال ترحيل
leave left depart departure quit exit resign step resignation | غادر ترك رحل استقال استقالة تنحى مغادرة
travel trip journey visit visitor tourist tour | سافر سفر زار زيارة سياح سائح رحلة
ship vessel boat ferry tanker crew sailor cargo captain | سفينة ناقلة عبارة طاقم بحار قارب مركب قبطان
port harbour dock | ميناء مرفأ
sail voyage sea ocean | أبحر إبحار بحر ملاحة
train rail railway tram | قطار سكة ترام قطارات
road route highway street crossing line | طريق شارع معبر خط
bridge tunnel | جسر نفق
car vehicle lorry truck driver | سيارة مركبة شاحنة سائق سيارات
plane aircraft flight airport airline helicopter fly | طائرة مطار رحلة طيران مروحية
build built construct construction erect | بنى بناء شيد إنشاء أنشأ تشييد
house home flat apartment building | منزل بيت منازل مبنى شقة بيوت
town city village district | مدينة قرية بلدة مدن قرى
region province area zone state | منطقة إقليم محافظة ولاية
country nation national | دولة بلد بلاد وطني
border frontier | حدود حدودي
army military soldier troop force | جيش عسكري جندي جنود قوات
war battle fight attack assault combat | حرب معركة قتال هجوم هاجم
police officer guard security | شرطة أمن حرس ضابط
ransom kidnap hostage abduct | فدية خطف اختطف رهينة رهائن
free release liberate freed | أفرج إفراج أطلق تحرير حرية سراح
talk talks negotiate negotiation discuss discussion meet met meeting summit | محادثات مفاوضات تفاوض اجتماع قمة بحث ناقش التقى لقاء
comment statement remark answer respond response reply | تعليق علق بيان رد جواب تصريح
doctor hospital clinic surgeon nurse medical patient | طبيب مستشفى جراح أطباء مريض مرضى طبي مشفى
disease illness virus infection infect epidemic outbreak case fever stroke sick | مرض وباء إصابة فيروس عدوى حمى تفش داء جلطة
vaccine vaccinate vaccination dose jab | لقاح تطعيم جرعة تلقيح
drug medicine treatment treat therapy cure | دواء علاج عالج أدوية عقار
replace substitute instead | بديل استبدل حل بدل أغنى يغني
study research researcher scientist survey university | دراسة باحث بحث علماء جامعة عالم عالمة
evidence proof data result finding | دليل أدلة بيانات نتيجة نتائج
student pupil school teacher teaching exam classroom | طالب طلبة تلميذ مدرسة معلم امتحان تدريس
child children kid young girl boy | طفل أطفال صغير فتاة بنت فتيات جرو صغار
woman women female | امرأة نساء سيدة
man men male | رجل رجال
son daughter brother sister father mother wife husband family | ابن ابنة أخ أخت أب أم زوجة زوج أسرة عائلة نجل شقيق والد والدة كريمة
bury funeral burial mourn mourning | دفن جنازة عزاء وارى حداد ثرى
birth born | ولد ولادة مولود وضع
book novel novelist author writer poet literature | كتاب رواية كاتب روائي شاعر مؤلف
film movie director actor screenplay cinema drama festival | فيلم مخرج ممثل سيناريو سينما مهرجان
music song sing singer album opera concert compose composer musician note | موسيقى أغنية غنى مغني ألبوم أوبرا لحن ملحن نوتة مطرب
art painting mosaic sculpture museum antique artefact | فن لوحة فسيفساء متحف تحفة تحف آثار
prize trophy title medal | جائزة لقب ميدالية كأس
newspaper print publish publication edition journalist editor press media | صحيفة طبع نشر ورقي صحفي صحافة طبعة تحرير
internet website online app digital network cable | إنترنت موقع تطبيق شبكة رقمي كابل إلكتروني
water drinking supply well reservoir dam | ماء مياه شرب بئر آبار سد خزان
broadcast air radio | بث إذاعة أذاع تذاع يذاع تذع
electricity power energy | كهرباء طاقة تيار
oil gas fuel diesel petrol coal | نفط غاز وقود ديزل فحم
leak spill | تسرب تسريب
farm farmer crop harvest agriculture agricultural | مزرعة مزارع محصول زراعة زراعي
animal wolf wolves sheep panda species wildlife | حيوان ذئب ذئاب خروف أغنام نعاج ماشية باندا
hunt hunting fish fishing fisherman | صيد صياد صيادون اصطاد
food meal eat bread | غذاء طعام خبز أكل
environment climate environmental pollution impact | بيئة مناخ بيئي تلوث أثر
ice glacier melt | جليد جليدي ذاب ثلج
planet star space rocket satellite orbit | كوكب نجم فضاء صاروخ قمر مدار
temperature heat hot degree | حرارة حر درجة
mine miner mining shaft | منجم تعدين مناجم عمال
engine fault faulty defect error crack brake | محرك خلل عيب خطأ شق تشقق تشققات عطل مكابح
accident incident | حادث حادثة حوادث
repair fix maintenance maintain mend | إصلاح أصلح صيانة ترميم رمم
delay postpone late arrears | تأخر تأخير أجل تأجيل متأخر متأخرات
cancel scrap abandon drop | ألغى إلغاء تخلى تراجع عدل
asylum refugee migrant immigration displaced | لجوء لاجئ هجرة مهاجر نازح نازحين
ticket seat passenger audience spectator | تذكرة مقعد راكب جمهور تذاكر
register registration enrol list | سجل تسجيل قيد قائمة مدرج
insure compensation compensate | تعويض عوض تأمين
doubt sceptical convince | شك شكك تشكيك اقتنع
learn read write taught | تعلم قرأ كتب قراءة كتابة
know known knowledge aware | علم عرف معروف معرفة
believe think consider | اعتقد ظن رأى اعتبر
hope wish want desire | أمل أراد رغب تمنى رغبة
hesitate reluctant | تردد
surrender yield give | استسلم استسلام
use used using usage consume consumption draw | استخدم استعمل استعمال استخدام استهلك استهلاك
enough sufficient adequate inadequate insufficient | كاف كفى يكفي كافية
suitable fit drinkable | صالح ملائم مناسب
affect influence effect effective | تأثر أثر تأثير مفعول
fade wane weaken | ضعف تلاشى خفت تراجع
cover protect protection fence shield | حمى حماية غطى سياج مسيج
inevitable certain certainly sure | حتمي مؤكد محتوم
raise hike lift | رفع زاد
face meet confront | واجه تعرض
attend present | حضر حضور
absent skip | غاب تغيب غياب
complete completed whole entire | كمل اكتمل أكمل أتم كامل
intervene join participate participation involve | شارك مشاركة انضم تدخل اشترك
political pressure | سياسي ضغط ضغوط
violate breach break violation offence irregularity | خالف مخالفة خرق انتهك انتهاك
govern coalition rule | حكم ائتلاف قاد
missing evidence lack absence | نقص انعدام غياب
scored recover recovery retrieve | استعاد استرد تعافى
`;

/** Forms of English verbs that no rule of endings joins. */
const FORMS =
  'run ran;go went gone;make made;write wrote written;speak spoke spoken;hold held;bring brought;teach taught;drive drove driven;sink sank sunk;' +
  'rise rose risen;fall fell fallen;grow grew grown;know knew known;see saw seen;eat ate eaten;draw drew drawn;choose chose chosen;steal stole stolen;' +
  'freeze froze frozen;wear wore worn;tear tore torn;swear swore sworn;sing sang sung;swim swam swum;drink drank drunk;ring rang rung;think thought;' +
  'catch caught;fight fought;seek sought;lead led;feed fed;bleed bled;breed bred;lend lent;bend bent;lay laid;begin began begun;win won;lose lost;pay paid;tell told;buy bought;come came;become became;give gave given;take took taken;break broke broken;find found;leave left;build built;send sent;spend spent;beat beaten;run ran;forget forgot forgotten;forbid forbade forbidden;ride rode ridden;fly flew flown;throw threw thrown;strike struck;hide hid hidden;say said;get got;lie lay lain;hang hung;stick stuck;dig dug;' +
  'shoot shot;sit sat;stand stood;understand understood;withdraw withdrew withdrawn;feel felt;sleep slept;keep kept;sweep swept;deal dealt;mean meant;set;put;cut';

const PAST: ReadonlySet<string> = new Set(FORMS.split(';').flatMap((line) => line.split(' ').slice(1)));

/** Whether an English word is a verb in the past, by its ending or because no rule makes it. */
export function isPast(form: string): boolean {
  return /.{3}ed$/.test(form) || PAST.has(form);
}

const MOST_MATTERS = 1000;
const matters = new Map<string, string[]>();

for (const [at, line] of `${MATTERS.trim()}\n${FURTHER_MATTERS.trim()}\n${VERB_MATTERS.trim()}`
  .split('\n')
  .entries()) {
  const [english = '', arabic = ''] = line.split(' | ');
  for (const word of english.split(' ')) put(stemEnglish(word), at);
  for (const word of arabic.split(' ')) {
    const form = normalize(word);
    const roots = rootGuesses(form).filter((root) => root.length > 2);
    for (const key of new Set([form, `${form}ت`, lightStem(form), ...roots])) put(key, at);
  }
}

for (const [at, line] of FORMS.split(';').entries()) {
  for (const word of line.split(' ')) put(stemEnglish(word), MOST_MATTERS + at);
}

function put(key: string, at: number): void {
  const known = matters.get(key);
  const id = `#${at}`;
  if (!known) matters.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}

const NONE: readonly string[] = [];

/** Which matters a stem or root of the news belongs to, by ids that both languages share. */
export function mattersOf(stem: string): readonly string[] {
  return matters.get(stem) ?? NONE;
}
