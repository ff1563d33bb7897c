/**
 * Matters of what people and things do in any news, one on a line, as concepts.ts reads them: verbs by their classes (change of state, of
 * place and of owner; making and undoing; speech, thought and feeling; meeting, joining and parting; beginning and ending), each
 * with the nouns made of it.
 */
export const VERB_MATTERS = `
reverse undo undid reversal overturn revoke repeal | عكس نقض ألغى أبطل تراجع محا
spare exempt exemption escape | أعفى إعفاء استثنى استثناء نجا أفلت سلم
ignore neglect overlook disregard | تجاهل أهمل إهمال أغفل
avoid evade dodge shun | تجنب تفادى تحاشى تهرب
convey pass relay message | نقل أبلغ إيصال أوصل
resort turn recourse rely depend | لجأ لجوء اعتمد اتكل استعان استعانة طرق
satisfy meet fulfil comply respond heed | لبى تلبية استجاب استجابة امتثل التزم نفذ
implement apply enforce carry execute | نفذ تنفيذ طبق تطبيق
impose introduce levy force | فرض فارض أجبر ألزم
remove eliminate delete lift strip scrap | أزال إزالة حذف رفع أسقط نزع ألغى
add addition include inclusion contain comprise | أضاف إضافة شمل ضم تضمن احتوى يحتوي تحتوي
exclude exclusion omit outside | استثنى استبعد أقصى خارج
divert redirect detour reroute | حول تحويل تحول
suspend freeze pause shelve hold halt | علق تعليق جمد تجميد أوقف
delay defer put | أخر أجل أرجأ
ease relax soften lighten moderate | خفف تخفيف لان هدأ تيسير
tighten toughen harden harsh strict | شدد تشديد صارم
worsen deteriorate aggravate bad worse | ساء تدهور تفاقم أسوأ
improve better improvement progress advance | تحسن تحسين تقدم أفضل
stabilise stable steady unchanged hold | استقر استقرار ثبت ثابت مستقر تثبيت
double doubled multiply | تضاعف ضاعف ضعف
exceed surpass top outstrip above | تجاوز فاق تخطى
reach attain hit total amount | بلغ وصل ناهز
near approach approximate | اقترب قارب ناهز
shorten short reduce | قصر تقصير اختصر
lengthen extend prolong extension | مدد تمديد أطال مد
widen broad broaden expand | وسع توسيع اتسع
share split divide | قسم تقاسم اقتسم وزع
distribute hand deal allocate allot earmark | وزع توزيع خصص تخصيص
collect gather assemble | جمع تجمع حشد
store stock reserve stockpile | خزن تخزين مخزون احتياطي
waste lose squander | أهدر هدر ضيع
save economise thrift | وفر ادخر توفير
cost expense bill | كلف تكلفة فاتورة
earn deserve merit | استحق كسب
owe indebted | مدين دين
compensate reimburse refund repay | عوض تعويض رد استرد
seize confiscate confiscation impound | صادر مصادرة ضبط حجز
hand surrender extradite | سلم تسليم
return bring restore give | أعاد رد أرجع إعادة استعاد
steal smuggle smuggling traffic | هرب تهريب اتجر
hide conceal cover | أخفى إخفاء كتم تستر
reveal disclose expose leak uncover | كشف سرب أفشى فضح أفصح
publish issue print release post | نشر أصدر إصدار طرح
launch unveil introduce | أطلق إطلاق كشف دشن
invent devise develop design | ابتكر طور تطوير صمم تصميم اخترع
test try trial experiment attempt | اختبر جرب تجربة تجارب اختبار حاول محاولة
measure gauge survey count | قاس قياس مسح أحصى عد
compare comparison contrast | قارن مقارنة
choose select pick choice elect | اختار اختيار انتخب انتقى
prefer favour | فضل تفضيل
accept receive welcome | قبل رحب استقبل
host hosted hosting | استضاف استضافة
invite invitation | دعا دعوة
persuade convince urge press pressure | حث ضغط أقنع
force compel oblige | أجبر اضطر ألزم
order instruct command direct | أمر أوعز وجه تعليمات
ban forbid outlaw | حظر منع حرم
punish punishment sanction | عاقب عقوبة معاقبة
forgive pardon amnesty | عفا عفو صفح
criticise criticism slam condemn denounce | انتقد انتقاد ندد أدان استنكر شجب
praise hail applaud laud commend | أشاد إشادة أثنى امتدح
thank grateful gratitude | شكر امتنان
blame fault responsible guilty | لام ذنب خطأ مسؤول سبب
doubt question suspect | شك تساءل
believe trust confidence faith | ثقة وثق صدق آمن
remember recall memory commemorate anniversary | تذكر ذكرى إحياء ذاكرة
forget forgot | نسي نسيان
understand realise grasp | فهم أدرك
explain clarify account | شرح فسر أوضح تفسير
describe call label | وصف سمى دعا
notice observe see saw watch view witness | لاحظ رأى شاهد شهد رصد
look check glance | نظر تفقد
listen hear heard audience | سمع استمع
feel felt sense | شعر أحس شعور
suffer undergo endure sustain | عانى معاناة تعرض تكبد
fear afraid panic alarm | ذعر هلع فزع
cry weep | بكى
laugh smile joke | ضحك ابتسم مزح
celebrate mark festival | احتفل احتفال
marry marriage wedding | تزوج زواج زفاف
divorce separate part | انفصل طلاق انفصال
live dwell reside stay | عاش سكن أقام يقيم إقامة
settle resettle | استقر استوطن
migrate emigrate flee | هاجر نزح فر لجأ
evict expel deport oust banish | طرد أبعد رحل ترحيل إبعاد
chase pursue follow hunt track | طارد لاحق تعقب
catch capture trap | أمسك أسر صاد
shoot fire gunfire bullet | أطلق إطلاق رصاص نار
stab knife | طعن سكين
explode explosion blast detonate | انفجر انفجار تفجير فجر
shell bombard bomb airstrike raid | قصف غارة غارات
clash confront skirmish | اشتبك اشتباك مواجهة صدام
defend defence protect shield | دافع دفاع حمى
retreat withdraw pull | انسحب تراجع
advance march push | تقدم زحف
deploy station send | نشر انتشار
intercept shoot down | اعترض إسقاط أسقط
sink sank drown capsize | غرق أغرق انقلب
crash collide smash | اصطدم ارتطم تحطم
derail rails track | خرج قضبان سكة
burn blaze ignite | احترق أحرق اشتعل
flood submerge swamp | غمر أغرق
freeze ice frozen | تجمد جليد صقيع
melt thaw | ذاب ذوبان
blow wind gust | هب رياح هبوب
clear disperse dissipate | انقشع تبدد صفا
spread extend transmit | امتد انتشر تفشى
heal cure recover | شفي شفاء تعافى
treat hospital care | عالج رعاية تلقى
operate surgery surgeon | جراحة عملية
pregnant pregnancy fertility infertility sterile | حمل حامل عقم خصوبة
smoke smoking tobacco | دخن تدخين
drink beverage | شرب مشروب
cook kitchen | طبخ طهى مطبخ
plant sow seed seedling | زرع غرس بذر غراس شتلات
reap harvest yield | حصد محصول جنى غلة
graze herd livestock | رعى قطيع مواش
breed hatch offspring | تكاثر فقس
fly wing soar | طار حلق
swim dive diver | سبح غاص غطس غواص
climb mountain summit | تسلق جبل قمة
run race runner marathon | ركض سباق عداء
jump leap | قفز وثب
throw hurl cast | رمى ألقى قذف
push shove drive | دفع
pull drag tow | جر سحب قطر
lift carry hoist | رفع حمل
fall drop tumble | وقع سقط هوى
break fracture crack | كسر انكسر شرخ
tear rip | مزق تمزق
dig excavate bury | حفر تنقيب طمر
fill full pack crowd | ملأ امتلأ مليء اكتظ مزدحم
empty vacant vacate | فارغ أخلى شاغر خلا
lock key | قفل مفتاح
enter access entry | دخل ولج نفاذ
exit come leave | خرج
wait await queue | انتظر طابور ترقب
hurry rush hasten speed | أسرع تسرع عجل تعجل استعجل
prepare ready plan | استعد استعداد جهز أعد تحضير
organise arrange hold | نظم تنظيم أقام عقد
manage administer run | أدار إدارة
lead head chair | قاد ترأس تزعم
serve service duty | خدم خدمة
train coach drill | درب تدريب تدرب
teach instruct educate | علم درس تعليم
graduate degree diploma | تخرج شهادة
succeed success manage | نجح تمكن أفلح
fail failure flop | فشل أخفق إخفاق
compete rival contest vie | نافس تنافس منافسة
qualify reach progress | تأهل عبر
draw tie equal equalise level | تعادل عادل سوى
lead ahead front | تقدم متقدم صدارة تصدر متصدر
trail behind lag | تأخر متأخر
retire retirement | اعتزل اعتزال تقاعد
debut first maiden | أول باكورة
sing perform play | غنى عزف أدى
act star role | مثل تمثيل دور
write compose pen | كتب ألف نظم
shoot film footage | صور تصوير
paint draw drawing | رسم لون
translate interpret | ترجم ترجمة
quote cite | نقل اقتبس استشهد
deny rebut refute dismiss reject | نفى أنكر كذب فند دحض
claim responsibility allege | تبنى زعم ادعى
confess admit acknowledge concede recognise | اعترف أقر إقرار سلم
testify evidence witness stand | شهد أدلى شهادة
swear oath pledge | أقسم يمين تعهد
negotiate bargain mediate mediation | فاوض توسط وساطة
reconcile peace truce | صالح مصالحة هدنة
quarrel row dispute conflict | خلاف نزاع خصومة
sue lawsuit litigation | قاضى دعوى
free liberate release go | أفرج أطلق طليق حر
`;
