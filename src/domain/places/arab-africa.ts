// In the form that arab-asia.ts describes.
export const ARAB_AFRICA = `
EG Africa/Cairo
القاهرة|Cairo|30.0 31.2
الإسكندرية|Alexandria|31.2 29.9|اسكندرية
الجيزة|Giza|30.0 31.2
بورسعيد|Port Said|31.3 32.3
السويس|Suez|30.0 32.6
الإسماعيلية|Ismailia|30.6 32.3
المنصورة|Mansoura|31.0 31.4
طنطا|Tanta|30.8 31.0
الزقازيق|Zagazig|30.6 31.5
المحلة الكبرى|El Mahalla El Kubra|31.0 31.2|المحلة
كفر الشيخ|Kafr El Sheikh|31.1 30.9
دمنهور|Damanhur|31.0 30.5
دمياط|Damietta|31.4 31.8
بنها|Banha|30.5 31.2
الفيوم|Faiyum|29.3 30.8|Fayoum
بني سويف|Beni Suef|29.1 31.1
المنيا|Minya|28.1 30.8
أسيوط|Asyut|27.2 31.2|Assiut
سوهاج|Sohag|26.6 31.7
قنا|Qena|26.2 32.7
الأقصر|Luxor|25.7 32.6
أسوان|Aswan|24.1 32.9
الغردقة|Hurghada|27.3 33.8
شرم الشيخ|Sharm El Sheikh|27.9 34.3
العريش|Arish|31.1 33.8
مرسى مطروح|Marsa Matruh|31.4 27.2|مطروح
الخارجة|Kharga|25.4 30.5|الوادي الجديد
SD Africa/Khartoum
الخرطوم|Khartoum|15.6 32.5
أم درمان|Omdurman|15.6 32.5
بورتسودان|Port Sudan|19.6 37.2
كسلا|Kassala|15.5 36.4
الأبيض|El Obeid|13.2 30.2
نيالا|Nyala|12.0 24.9
الفاشر|El Fasher|13.6 25.3
ود مدني|Wad Madani|14.4 33.5|مدني
القضارف|Gedaref|14.0 35.4
عطبرة|Atbara|17.7 34.0
دنقلا|Dongola|19.2 30.5
SS Africa/Juba
جوبا|Juba|4.9 31.6
LY Africa/Tripoli
طرابلس|Tripoli|32.9 13.2|طرابلس الغرب
بنغازي|Benghazi|32.1 20.1
مصراتة|Misrata|32.4 15.1
سبها|Sabha|27.0 14.4
سرت|Sirte|31.2 16.6
البيضاء|Al Bayda|32.8 21.8
طبرق|Tobruk|32.1 24.0
درنة|Derna|32.8 22.6
الزاوية|Zawiya|32.8 12.7
الكفرة|Kufra|24.2 23.3
غدامس|Ghadames|30.1 9.5
TN Africa/Tunis
تونس|Tunis|36.8 10.2|تونس العاصمة
صفاقس|Sfax|34.7 10.8
سوسة|Sousse|35.8 10.6
القيروان|Kairouan|35.7 10.1
بنزرت|Bizerte|37.3 9.9
قابس|Gabes|33.9 10.1
قفصة|Gafsa|34.4 8.8
المنستير|Monastir|35.8 10.8
جربة|Djerba|33.8 10.9
DZ Africa/Algiers
الجزائر|Algiers|36.8 3.1|الجزائر العاصمة,Alger
وهران|Oran|35.7 -0.6
قسنطينة|Constantine|36.4 6.6
عنابة|Annaba|36.9 7.8
سطيف|Setif|36.2 5.4
باتنة|Batna|35.6 6.2
تلمسان|Tlemcen|34.9 -1.3
بجاية|Bejaia|36.8 5.1
تيزي وزو|Tizi Ouzou|36.7 4.0
البليدة|Blida|36.5 2.8
بسكرة|Biskra|34.9 5.7
ورقلة|Ouargla|32.0 5.3
غرداية|Ghardaia|32.5 3.7
بشار|Bechar|31.6 -2.2
أدرار|Adrar|27.9 -0.3
تمنراست|Tamanrasset|22.8 5.5
MA Africa/Casablanca
الرباط|Rabat|34.0 -6.8
الدار البيضاء|Casablanca|33.6 -7.6|كازابلانكا,كازا
مراكش|Marrakesh|31.6 -8.0|Marrakech
فاس|Fez|34.0 -5.0|Fes
طنجة|Tangier|35.8 -5.8|Tanger
أكادير|Agadir|30.4 -9.6|أغادير
مكناس|Meknes|33.9 -5.6
وجدة|Oujda|34.7 -1.9
تطوان|Tetouan|35.6 -5.4
القنيطرة|Kenitra|34.3 -6.6
سلا|Salé|34.0 -6.8
الناظور|Nador|35.2 -2.9
آسفي|Safi|32.3 -9.2
الجديدة|El Jadida|33.2 -8.5
ورزازات|Ouarzazate|30.9 -6.9
-- Africa/El_Aaiun
العيون|Laayoune|27.2 -13.2|El Aaiun
الداخلة|Dakhla|23.7 -15.9
MR Africa/Nouakchott
نواكشوط|Nouakchott|18.1 -16.0
نواذيبو|Nouadhibou|20.9 -17.0
كيفة|Kiffa|16.6 -11.4
SO Africa/Mogadishu
مقديشو|Mogadishu|2.0 45.3
هرجيسا|Hargeisa|9.6 44.1|صوماليلاند,أرض الصومال,Somaliland
كيسمايو|Kismayo|-0.4 42.5
بوصاصو|Bosaso|11.3 49.2
DJ Africa/Djibouti
جيبوتي|Djibouti|11.6 43.1
KM Indian/Comoro
موروني|Moroni|-11.7 43.3
`;
