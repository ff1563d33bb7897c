/** Matters of daily life, the courts, sport and culture, one on a line, as concepts.ts reads them; a word may belong to several. */
export const FURTHER_MATTERS = `
rent lease tenant landlord | إيجار أجرة استأجر مستأجر أجر
play participate appear feature miss | لعب شارك مشاركة يشارك خاض
register registered registration inscribe enter | قيد تسجيل سجل يقيد مقيد
grow grew grown expand expansion | نما ينم ينمو تنمو توسع اتسع كبر
qualify qualified reach semifinal final | تأهل بلغ يبلغ يتأهل
aground run ran strand stranded ground refloat | جنح جنحت تجنح عالق علق جنوح
leak leaked seep | تسرب يتسرب تسريب
drive drove driven driving pilot | قاد يقود تقود يقدن قيادة يقودن
deliberate intentional arson sabotage | متعمد عمد عمدا مدبر تخريب تخريبي
cause caused blame due reason trigger | سبب تسبب أسفر أدى نجم أسباب عزا
result lead led bring | أسفر أدى نتج أثمر
unemployment jobless | بطالة عاطل
rescue rescuer saved pull | أنقذ منقذ انتشل
evacuate evacuated | أجلى إخلاء نزح
body bodies corpse | جثة جثث جثمان
resident inhabitant villager people citizen population | سكان ساكن أهالي مواطن مواطنون أهل قاطن
visitor visit open public | زائر زوار جمهور
close closed shut closure | أغلق إغلاق مغلق تغلق غلق
compulsory mandatory obligatory require | إلزامي ملزم اشترط لزم
free gratis charge fee | مجان مجاني مقابل رسم
profit dividend | ربح توزيعات أرباح
deficit shortfall shortage lack | عجز نقص
export import trade | صدر تصدير صادرات واردات استورد استيراد تجارة تجاري
wheat grain corn rice flour | قمح حبوب ذرة أرز طحين
price pricing expensive cheap | سعر أسعار غلاء رخيص
currency dollar euro dirham riyal pound | عملة دولار يورو درهم ريال جنيه دينار ليرة
airport runway flight land landing | مطار مدرج هبط هبوط إقلاع أقلع
crash collide collision derail | تحطم اصطدم تصادم اصطدام خرج
passenger traveller commuter rider | راكب ركاب مسافر
license permit authorised permission | رخصة ترخيص إذن تصريح
judge magistrate bench | قاض قاضية قضاة
lawyer attorney counsel | محام محامي محامية دفاع
client defendant accused | موكل متهم متهمة
trial hearing session case | محاكمة جلسة قضية دعوى
evidence proof witness testimony testify | دليل شاهد شهادة أدلة
bail custody arrest detain | كفالة توقيف اعتقال حبس
escape flee fled run | فر هرب فرار هروب
weapon gun arms missile bomb shell | سلاح أسلحة صاروخ قنبلة قذيفة
ceasefire truce peace | هدنة سلام وقف تهدئة
sanction sanctions penalty | عقوبة عقوبات
embassy ambassador diplomat envoy | سفارة سفير دبلوماسي مبعوث
visa passport entry enter | تأشيرة جواز دخول دخل
camp tent shelter | مخيم خيمة مأوى
school university class lesson study | مدرسة جامعة درس دراسة فصل
exam test result grade | امتحان اختبار نتيجة
season league cup championship | موسم دوري كأس بطولة
coach manager train training session | مدرب تدريب مران تدريبات
referee var card red yellow | حكم حكام بطاقة حمراء صفراء طرد
record best fastest highest | رقم قياسي أسرع أعلى
medal gold silver bronze olympic | ميدالية ذهبية فضية برونزية أولمبي
transfer move join | انتقل انتقال انضم ضم
dismiss sack fire fired dismissal layoff redundant | أقال إقالة فصل سرح تسريح أعفى استغنى
appoint name nominate | عين تعيين رشح سمى
resign stand quit | استقال استقالة تنح
candidate nominee run | مرشح ترشح مرشحة ترشيح
majority minority | أغلبية أكثرية أقلية
coalition alliance ally | ائتلاف تحالف حليف
opposition opponent rival | معارضة معارض خصم منافس
debate discussion question | نقاش جدل استجواب سؤال
corruption bribe graft | فساد رشوة رشى
audit account accounts report | حساب حسابات تقرير تدقيق
customer client consumer user | زبون عميل مستهلك مستخدم زبائن
data privacy | بيانات خصوصية
hack breach attack cyber | اختراق قرصنة هجوم
phone mobile call | هاتف اتصال جوال
software system computer programme | برنامج نظام حاسوب
artificial intelligence model | ذكاء اصطناعي نموذج
solar wind turbine panel | شمسي شمسية رياح ألواح
nuclear reactor atomic | نووي مفاعل ذري
drought dry rain | جفاف جاف
temperature heatwave hot | حرارة حر قيظ
forest wood tree | غابة غابات شجر شجرة أشجار
firefighter extinguish control contain | إطفاء أخمد سيطر إخماد سيطرة
bird birds whale turtle | طائر طيور حوت سلحفاة
archaeologist excavation tomb grave ancient | أثري آثار مقبرة قبر تنقيب قديم أثرية
restore restoration renovate | ترميم رمم ترمم
museum collection exhibit item object piece | متحف مجموعة قطعة معروض
theft thief stolen | سرقة لص سارق مسروق
sell auction bid | باع مزاد مزايدة
language translate translation | لغة ترجم ترجمة
archive library document manuscript | أرشيف مكتبة وثيقة مخطوط وثائق مخطوطة
festival ceremony celebrate opening | مهرجان حفل احتفل احتفال
jury panel | تحكيم محكمين
honour honoured award | كرم تكريم
actor actress cast star role | ممثل ممثلة بطولة دور
professional amateur | محترف هاو محترفين
band musician concert stage | فرقة حفل مسرح عازف
mosque church temple | مسجد كنيسة معبد جامع
pilgrim pilgrimage hajj | حاج حجاج حج معتمر
fast feast eid ramadan | صيام عيد رمضان
hospitalised hospitalise admit intensive care | نقل مستشفى عناية مركزة
contagious spread transmit | انتشر انتشار عدوى تفش انتقل
symptom sick ill | عرض أعراض مريض
vaccine shot side effect | لقاح آثار جانبية جرعة
approval approve licence authorise | موافقة رخص ترخيص اعتمد أقر
risk outweigh exceed | خطر فاق يفوق تفوق
withdraw withdrawal recall pull | سحب استدعى يستدعي استدعاء
apologise apology sorry regret | اعتذر اعتذار أسف
accept blame responsible responsibility liable | مسؤول مسؤولية تحمل حمل
identity identify name identified | هوية حدد كشف تعرف
motive reason cause | دافع سبب دوافع
schedule timetable date deadline | موعد جدول مهلة أجل
postpone delay late wait | أرجأ إرجاء تأجيل أجل انتظر تأخر
convince persuade | أقنع اقتنع مقتنع
consult consultation ask | استشار تشاور استشارة
share divide split | تقاسم قسم تقسيم
expand extend extension prolong | مدد تمديد وسع توسيع
shrink thin | تقلص انكمش
bankrupt bankruptcy insolvent debt | إفلاس مفلس ديون
merge merger | اندماج دمج
subsidy subsidise support public money | دعم إعانة تمويل
volunteer charity donate donation | متطوع تبرع خيرية
disability disabled blind deaf | إعاقة كفيف ضرير أصم
noise light smell | ضجيج ضوء رائحة
repair valve part | إصلاح صمام قطعة
model version | طراز نسخة إصدار
speed fast slow km | سرعة سريع بطيء
depth deep metre height | عمق عميق ارتفاع
age old young elderly | عمر سن مسن
new newly fresh | جديد جديدة حديث
third | ثالث ثالثة
second | ثان ثاني ثانية
next coming | مقبل قادم
last previous former past | سابق ماض ماضي سالف
north northern | شمال شمالي شمالية
south southern | جنوب جنوبي جنوبية
east eastern | شرق شرقي شرقية
west western | غرب غربي غربية
night overnight | ليل ليلا ليلي
week weekly | أسبوع أسابيع
month monthly | شهر شهور أشهر
summer | صيف صيفي
winter | شتاء شتوي
serious grave severe dangerous | خطير خطيرة جسيم
foreign abroad foreigner | أجنبي أجنبية أجانب خارج
local | محلي محلية
private privately | خاص خاصة
official officially | رسمي رسمية رسميا
electronic online | إلكتروني إلكترونية رقمي
double twice | ضعف ضاعف مضاعف
lower upper part | جزء سفلي علوي
annul annulled overturn overturned quash scrap cancelled | ألغى تلغ يلغ أبطل تبطل يبطل نقض إبطال
qualify qualified reach | تتأهل تأهلت بلوغ
benefit gain help | استفاد تستفيد يستفيد تستفد
involve involved part participate | شارك مشاركة
owe debt own owned | ملك يملك تملك امتلك دين
dispute object contest question | اعترض تعترض شكك نازع طعن
apply include cover concern | شمل يشمل سرى يسري يسر سرت تشمل
decide decided rule | قرر قضى حكم
suspect suspicion | اشتبه يشتبه شبهة
expect plan intend intention mean | نوى تنوي ينوي اعتزم تعتزم يعتزم خطط
fund pay finance | مول موول
leave left quit abandon | تخلى هجر
full sold ticket | نفد نفدت تذاكر
tell told inform informed consult consulted | أبلغ يبلغ استشار
question ask answer | سأل سؤال أجاب
afraid fear scared | خائف خوف خشي
unknown unclear known | مجهول معروف معلوم
drop dropped withdraw withdrew waive | أسقط سحب تنازل
happy satisfied disappointed | راض خائب سعيد
`;
