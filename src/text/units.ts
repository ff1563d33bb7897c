/** What the news counts, in both languages: forms of one thing on a line, normalised. The first ones measure. */
const MEASURES = `
second seconds ثانيه ثوان ثواني
minute minutes دقيقه دقائق دقيقتان دقيقتين دقائقه
hour hours ساعه ساعات ساعتان ساعتين
day days يوم يوما ايام يومان يومين
week weeks اسبوع اسبوعا اسابيع اسبوعان اسبوعين
month months شهر شهرا اشهر شهور شهران شهرين
year years سنه سنوات سنين سنتان سنتين عام عاما اعوام عامان عامين
century centuries قرن قرنا قرون
metre metres meter meters متر مترا امتار مترين
kilometre kilometres kilometer kilometers km كيلومتر كيلومترا كيلومترات
gram grams gramme grammes غرام غراما غرامات جرام جراما جرامات
kilogram kilograms kilo kg كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات كيلو
tonne tonnes ton tons طن طنا اطنان
hectare hectares هكتار هكتارا هكتارات
dollar dollars دولار دولارا دولارات
dirham dirhams درهم درهما دراهم
dinar dinars دينار دينارا دنانير
pound pounds جنيه جنيها جنيهات
riyal riyals ريال ريالا ريالات
euro euros يورو
yen ين ينا
yuan يوان يوانا
rupee rupees روبيه روبيات
lira liras lire ليره ليرات
shekel shekels شيكل شيكلا
rouble roubles ruble rubles روبل روبلا
franc francs فرنك فرنكا فرنكات
centimetre centimetres centimeter centimeters cm سنتيمتر سنتيمترا سنتيمترات سنتمتر
millimetre millimetres millimeter millimeters mm مليمتر مليمترا مليمترات مم
mile miles ميل ميلا اميال
foot feet قدما اقدام
inch inches بوصه بوصات
litre litres liter liters لتر لترا لترات
barrel barrels برميل برميلا براميل
megawatt megawatts ميغاواط ميجاواط
`;
const THINGS = `
degree degrees درجه درجات
point points نقطه نقاط
family families عائله عائلات اسره اسر
school schools مدرسه مدارس
village villages قريه قري
city cities مدينه مدن
country countries دوله دول بلد بلدا بلدان
station stations محطه محطات
house houses home homes منزل منزلا منازل بيت بيتا بيوت
child children طفل طفلا اطفال
volunteer volunteers متطوع متطوعا متطوعون متطوعين
flight flights رحله رحلات
train trains قطار قطارا قطارات
player players لاعب لاعبا لاعبين
team teams فريق فريقا فرق
vote votes صوت صوتا اصوات
manuscript manuscripts مخطوط مخطوطا مخطوطات
page pages صفحه صفحات
film films فيلم فيلما افلام
passenger passengers راكب راكبا ركاب
goal goals هدف هدفا اهداف
percent
`;

const measures = MEASURES.trim().split('\n');
const unitByForm = new Map(
  [...measures, ...THINGS.trim().split('\n')].flatMap((line, unit) =>
    line.split(' ').map((form) => [form, unit + 1] as const),
  ),
);

/** Which of the things that the news counts a normalised word names, the same for both languages; nothing for other words. */
export function unitOf(form: string): number | undefined {
  const bare = form.replace(/^(?:[وفب]?ال|[وف]?لل)/, '');
  return (
    unitByForm.get(form) ??
    unitByForm.get(bare) ??
    unitByForm.get(bare.replace(/(?:ه|ها|هم)$/, '')) ??
    // «قريتين», «دولارين»: two of them.
    unitByForm.get(bare.replace(/ت[اي]ن$/, 'ه')) ??
    unitByForm.get(bare.replace(/[اي]ن$/, ''))
  );
}

/** Whether a unit measures time, length, mass, money or the like, so that no other can stand for it. */
export function isMeasure(unit: number): boolean {
  return unit <= measures.length;
}
