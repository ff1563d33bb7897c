// What ICU does not call a country but newspapers do: `CODE: English = Arabic`, the first of each being the one shown to a
// reader in place of ICU's. GB-ENG and the like are ISO 3166-2: in sport they are subjects of their own.
export const COUNTRY_NAMES = `
AE: United Arab Emirates|UAE|Emirates = الإمارات|دولة الإمارات|الإمارات العربية المتحدة
BA: Bosnia|Bosnia and Herzegovina = البوسنة|البوسنة والهرسك
BJ: Benin = بنين
BY: Belarus = بيلاروسيا|بيلاروس|روسيا البيضاء
CD: DR Congo|DRC|Democratic Republic of Congo|Democratic Republic of the Congo|Congo = الكونغو الديمقراطية|جمهورية الكونغو الديمقراطية|الكونغو
CF: Central African Republic = أفريقيا الوسطى|إفريقيا الوسطى|جمهورية أفريقيا الوسطى|جمهورية إفريقيا الوسطى
CG: Republic of Congo|Republic of the Congo|Congo-Brazzaville = الكونغو برازافيل
CI: Ivory Coast|Cote d'Ivoire = ساحل العاج|كوت ديفوار
CL: Chile = تشيلي|شيلي
CN: China|PRC = الصين
CV: Cape Verde|Cabo Verde = الرأس الأخضر
CZ: Czech Republic|Czechia = التشيك|جمهورية التشيك
DK: Denmark = الدنمارك|الدانمارك|الدانمرك
DO: Dominican Republic = الدومينيكان|جمهورية الدومينيكان
DZ: Algeria|Algiers = الجزائر
GB: Britain|Great Britain|United Kingdom|UK|U.K. = بريطانيا|المملكة المتحدة
GB-ENG: England = إنجلترا|إنكلترا
GB-NIR: Northern Ireland|Northern Irish = أيرلندا الشمالية|إيرلندا الشمالية
GB-SCT: Scotland|Scottish|Scots = اسكتلندا|إسكتلندا|اسكوتلندا|الاسكتلندي|الاسكتلندية
GB-WLS: Wales|Welsh = ويلز
GM: Gambia|The Gambia = غامبيا
HK: Hong Kong = هونغ كونغ
HU: Hungary = المجر|هنغاريا
IE: Ireland = أيرلندا|إيرلندا
IL: Israel|Israelis = إسرائيل
IN: India = الهند
IR: Iran|Islamic Republic of Iran = إيران
IT: Italy = إيطاليا
KG: Kyrgyzstan = قرغيزستان|قيرغيزستان
KH: Cambodia = كمبوديا|كامبوديا
KM: Comoros = جزر القمر
KP: North Korea|DPRK|North Korean = كوريا الشمالية|كوري شمالي|الكوري الشمالي|كورية شمالية|الكورية الشمالية
KR: South Korea|Republic of Korea|South Korean|Korea = كوريا الجنوبية|كوري جنوبي|الكوري الجنوبي|كورية جنوبية|الكورية الجنوبية|كوريا
KW: Kuwait|Kuwait City = الكويت|دولة الكويت
KZ: Kazakhstan = كازاخستان|كازاخستان
LK: Sri Lanka = سريلانكا|سري لانكا
LY: Libya = ليبيا
MA: Morocco = المغرب|المملكة المغربية
MK: North Macedonia|Macedonia = مقدونيا الشمالية|مقدونيا
ML: Mali = مالي|دولة مالي
MM: Myanmar|Burma = ميانمار|بورما
MO: Macau|Macao = ماكاو
MV: Maldives = المالديف|جزر المالديف
NL: Netherlands|Holland = هولندا
NZ: New Zealand = نيوزيلندا|نيوزلندا
OM: Oman|Sultanate of Oman = عُمان|سلطنة عُمان|سلطنة عمان|خليج عمان|بحر عمان
PH: Philippines = الفلبين|الفيليبين
PS: Palestine|Palestinian Territories|State of Palestine = فلسطين|الأراضي الفلسطينية|دولة فلسطين
PT: Portugal = البرتغال
QA: Qatar = قطر|دولة قطر
RU: Russia|Russian Federation = روسيا|روسيا الاتحادية|الاتحاد الروسي|الروس
SA: Saudi Arabia|Kingdom of Saudi Arabia|KSA = السعودية|المملكة العربية السعودية
SD: Sudan = السودان
SE: Sweden = السويد
SS: South Sudan|South Sudanese = جنوب السودان
SY: Syria = سوريا|سورية
SZ: Eswatini|Swaziland = إسواتيني
TH: Thailand = تايلاند|تايلند
TL: East Timor|Timor-Leste = تيمور الشرقية
TN: Tunisia|Tunis = تونس
TR: Turkey|Türkiye = تركيا
TT: Trinidad and Tobago = ترينيداد وتوباغو
TZ: Tanzania = تنزانيا|تنزانيا
US: United States|US|U.S.|USA|U.S.A.|America|United States of America = الولايات المتحدة|أمريكا|أميركا|الولايات المتحدة الأمريكية|الولايات المتحدة الأميركية
VA: Vatican|Vatican City|Holy See = الفاتيكان
VN: Vietnam = فيتنام|فييتنام
XK: Kosovo = كوسوفو
YE: Yemen = اليمن
ZA: South Africa|South African = جنوب أفريقيا|جنوب إفريقيا|الجنوب أفريقي|الجنوب إفريقي|جنوب أفريقي|جنوب إفريقي
`;

/** Regions that ICU names but ISO 3166 no longer or not yet lists, uninhabited ones, and groups of countries. */
export const NOT_COUNTRIES: ReadonlySet<string> = new Set(
  (
    'AC AN AQ BU BV CP CQ CS DD DG DY EA EU EZ FX GS HM HV IC IO NT QO RH SU TA TF TP UK UM UN VD XA XB YD YU ZR ZZ ' +
    // A jersey is worn, and Aruba's Arabic name is the word for Europe in hasty spelling.
    'JE AW'
  ).split(' '),
);
