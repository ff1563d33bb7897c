// A line `SA Asia/Riyadh` (ISO 3166 country, `--` where it is left open, and IANA zone) holds for the cities below it; a country's first city
// stands for it. A city: Arabic name|English name|latitude longitude|other names, in either language, divided by commas.
export const ARAB_ASIA = `
SA Asia/Riyadh
الرياض|Riyadh|24.7 46.7
جدة|Jeddah|21.5 39.2|Jiddah,Jedda
مكة المكرمة|Mecca|21.4 39.8|مكة,Makkah
المدينة المنورة|Medina|24.5 39.6|المدينة,Madinah
الدمام|Dammam|26.4 50.1
الخبر|Khobar|26.3 50.2|Al Khobar
الظهران|Dhahran|26.3 50.1
الأحساء|Al-Ahsa|25.4 49.6|الهفوف,الإحساء,Hofuf
الطائف|Taif|21.3 40.4
تبوك|Tabuk|28.4 36.6
بريدة|Buraydah|26.3 44.0|القصيم,عنيزة,Buraidah,Qassim
خميس مشيط|Khamis Mushait|18.3 42.7
أبها|Abha|18.2 42.5|عسير,Asir
حائل|Hail|27.5 41.7|Ha'il
نجران|Najran|17.5 44.2
جازان|Jazan|16.9 42.6|جيزان,Jizan,Gizan
الجبيل|Jubail|27.0 49.7
القطيف|Qatif|26.6 50.0
ينبع|Yanbu|24.1 38.1
عرعر|Arar|31.0 41.0
سكاكا|Sakaka|30.0 40.2|الجوف,Al Jouf
الباحة|Al Bahah|20.0 41.5|Al Baha
العلا|AlUla|26.6 37.9
حفر الباطن|Hafar Al-Batin|28.4 46.0
نيوم|Neom|28.0 35.2
AE Asia/Dubai
أبوظبي|Abu Dhabi|24.5 54.4
دبي|Dubai|25.2 55.3
الشارقة|Sharjah|25.4 55.4
عجمان|Ajman|25.4 55.5
رأس الخيمة|Ras Al Khaimah|25.8 55.9
الفجيرة|Fujairah|25.1 56.3
أم القيوين|Umm Al Quwain|25.6 55.6
العين|Al Ain|24.2 55.7
QA Asia/Qatar
الدوحة|Doha|25.3 51.5
الريان|Al Rayyan|25.3 51.4
الوكرة|Al Wakrah|25.2 51.6
الخور|Al Khor|25.7 51.5
KW Asia/Kuwait
الكويت|Kuwait City|29.4 48.0|مدينة الكويت,Kuwait
الجهراء|Al Jahra|29.3 47.7
الأحمدي|Al Ahmadi|29.1 48.1
حولي|Hawalli|29.3 48.0
BH Asia/Bahrain
المنامة|Manama|26.2 50.6
المحرق|Muharraq|26.3 50.6
OM Asia/Muscat
مسقط|Muscat|23.6 58.5
صلالة|Salalah|17.0 54.1|ظفار
صحار|Sohar|24.3 56.7
نزوى|Nizwa|22.9 57.5
صور|Sur|22.6 59.5
خصب|Khasab|26.2 56.2
YE Asia/Aden
صنعاء|Sanaa|15.4 44.2|صنعا,Sana'a
عدن|Aden|12.8 45.0
تعز|Taiz|13.6 44.0|Ta'izz
الحديدة|Hodeidah|14.8 43.0|Hudaydah
المكلا|Mukalla|14.5 49.1|حضرموت,Hadramawt
إب|Ibb|14.0 44.2
مأرب|Marib|15.5 45.3
سيئون|Seiyun|15.9 48.8
IQ Asia/Baghdad
بغداد|Baghdad|33.3 44.4
البصرة|Basra|30.5 47.8|Basrah
الموصل|Mosul|36.3 43.1|نينوى
أربيل|Erbil|36.2 44.0|هولير,Arbil,Irbil
كركوك|Kirkuk|35.5 44.4
السليمانية|Sulaymaniyah|35.6 45.4|Sulaimaniya
النجف|Najaf|32.0 44.3|النجف الأشرف
كربلاء|Karbala|32.6 44.0|كربلا
الناصرية|Nasiriyah|31.0 46.3|ذي قار
الرمادي|Ramadi|33.4 43.3|الأنبار
الفلوجة|Fallujah|33.4 43.8
دهوك|Duhok|36.9 43.0|Dohuk
الحلة|Hillah|32.5 44.4|بابل
العمارة|Amarah|31.8 47.1|ميسان
سامراء|Samarra|34.2 43.9
تكريت|Tikrit|34.6 43.7
الديوانية|Diwaniyah|32.0 44.9
الكوت|Kut|32.5 45.8|واسط
بعقوبة|Baqubah|33.7 44.6|ديالى
SY Asia/Damascus
دمشق|Damascus|33.5 36.3|الشام
حلب|Aleppo|36.2 37.2
حمص|Homs|34.7 36.7
حماة|Hama|35.1 36.8
اللاذقية|Latakia|35.5 35.8
طرطوس|Tartus|34.9 35.9|Tartous
دير الزور|Deir ez-Zor|35.3 40.1
الرقة|Raqqa|36.0 39.0
الحسكة|Hasakah|36.5 40.7|Hassakeh
القامشلي|Qamishli|37.1 41.2
إدلب|Idlib|35.9 36.6
درعا|Daraa|32.6 36.1
السويداء|Suwayda|32.7 36.6|As-Suwayda
تدمر|Palmyra|34.6 38.3
LB Asia/Beirut
بيروت|Beirut|33.9 35.5
طرابلس|Tripoli|34.4 35.8|طرابلس الشام
صيدا|Sidon|33.6 35.4|Saida
صور|Tyre|33.3 35.2
زحلة|Zahle|33.8 35.9
بعلبك|Baalbek|34.0 36.2
النبطية|Nabatieh|33.4 35.5
جونية|Jounieh|34.0 35.6
JO Asia/Amman
عمّان|Amman|31.9 35.9
الزرقاء|Zarqa|32.1 36.1
إربد|Irbid|32.6 35.9
العقبة|Aqaba|29.5 35.0
السلط|Salt|32.0 35.7|As-Salt
الكرك|Karak|31.2 35.7
معان|Ma'an|30.2 35.7
المفرق|Mafraq|32.3 36.2
مادبا|Madaba|31.7 35.8
جرش|Jerash|32.3 35.9
PS Asia/Gaza
غزة|Gaza|31.5 34.5|مدينة غزة
خان يونس|Khan Younis|31.3 34.3|خانيونس,Khan Yunis
رفح|Rafah|31.3 34.2
PS Asia/Hebron
رام الله|Ramallah|31.9 35.2|الضفة الغربية,West Bank
الخليل|Hebron|31.5 35.1
نابلس|Nablus|32.2 35.3
جنين|Jenin|32.5 35.3
بيت لحم|Bethlehem|31.7 35.2
طولكرم|Tulkarm|32.3 35.0
أريحا|Jericho|31.9 35.5
-- Asia/Jerusalem
القدس|Jerusalem|31.8 35.2|القدس المحتلة,القدس الشريف,Al-Quds
IL Asia/Jerusalem
تل أبيب|Tel Aviv|32.1 34.8
حيفا|Haifa|32.8 35.0
الناصرة|Nazareth|32.7 35.3
يافا|Jaffa|32.1 34.7
عكا|Acre|32.9 35.1|Akko
بئر السبع|Beersheba|31.3 34.8|Be'er Sheva
`;
